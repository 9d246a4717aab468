"""Where a name begins and ends: the annotation rules, applied to what a finder proposes."""

import re
from collections.abc import Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.lookalikes.words import is_numbered_noun
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import is_word
from pipeline.extract.entities.tokens import Token, form_of, tokenize
from pipeline.records import EntityLabel

_OPENING = "([«“\"'‘{"
_NOUN_AND_VERB = 2  # words
_ADDED = 3  # words of a known name and of what is added to it, at least
_FULL = 2  # words of a name of somebody
_TIED = re.compile(r"[A-ZÀ-Þ][\w-]*\.? \w{1,3}$")  # a name and a particle
_ARTICLE_WINDOW = 24  # characters that hold an article and the word before it
_DASHES = "-–—:"
_CLOSING = ")]»”\"'’}.,;:!?…-–—*/|"
_MARKS = _CLOSING + _OPENING


def trimmed(text: str, found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> Candidate | None:
    """The candidate without determiner, title and stray marks; None when no name is left."""
    tokens = _from_sentence(tokenize(text[found.start : found.end]), found, lexicon)
    tokens = _without_front(_without_tail(tokens, found, lexicon), found, lexicon, known, text)
    if not tokens or not (found.by in ("rule", "gazetteer") or any(_opens_a_name(t) for t in tokens)):
        return None
    if found.by in ("model", "rule"):
        tokens = tokens[: _known_size(tokens, found.label, lexicon, known)]
    if found.label == "LOCATION" and found.by in ("model", "rule"):
        tokens = tokens[_kind(tokens, lexicon, known) :]
    start, end = found.start + tokens[0].start, found.start + tokens[-1].end
    if found.by == "model" and found.label not in ("PERSON", "LOCATION"):
        whole = _with_article(text, start, tokens, lexicon)
        start = whole if known.own_label(text[whole:end]) or not known.own_label(text[start:end]) else start
    return found if (start, end) == found[:2] else found._replace(start=start, end=end)


def _known_size(tokens: Sequence[Token], label: EntityLabel, lexicon: EntityLexicon, known: KnownNames) -> int:
    """How many words of an agreement or a place are a known one to which the rest adds another thing: three of `Charte
    des Nations unies et du droit international`, two of `Océan Atlantique de la RDC`; all where none are."""
    if label not in ("AGREEMENT", "LOCATION") or len(tokens) <= _ADDED or known.label(form_of(tokens)):
        return len(tokens)
    for size in range(len(tokens) - 2, 1, -1):
        word, rest = tokens[size], tokens[size + 1 :]
        tied = word.small and (
            word.lower in lexicon.conjunctions if label == "AGREEMENT" else (word.lower,) in lexicon.place_links
        )
        apart = rest[0].small and (rest[0].lower in lexicon.articles or (rest[0].lower,) in lexicon.place_links)
        added = apart if label == "AGREEMENT" else known.is_place(form_of(rest[apart:]))
        if tied and added and known.own_label(form_of(tokens[:size])) == label:
            return size
    return len(tokens)


def _with_article(text: str, start: int, tokens: Sequence[Token], lexicon: EntityLexicon) -> int:
    """Where a name begins whose article has a capital in the middle of a sentence: `lu dans Le Monde`.

    A body called by a common noun keeps none (`de La Commission`).
    """
    if not tokens[0].capital or any(token.lower in lexicon.heads for token in tokens):
        return start
    first = max(start - _ARTICLE_WINDOW, 0)
    before = tokenize(text[first : start + 1])[-3:-1]  # with a letter of the name, so that an elision is seen
    if len(before) < 2:
        return start
    word, article = before
    within = word.small or word.text == "," or word.lower in lexicon.openers or word.lower in lexicon.heads
    named = article.text.istitle() and article.lower in lexicon.articles and "\n" not in text[first + word.end : start]
    return first + article.start if within and named else start


def _from_sentence(tokens: list[Token], found: Candidate, lexicon: EntityLexicon) -> list[Token]:
    """The tokens from the sentence on that begins among them: not the initials that sign the one before it."""
    if found.by != "model" or found.label == "PERSON":
        return tokens
    for at in range(1, len(tokens) - 1):
        if tokens[at - 1].text.endswith(".") and tokens[at].capital and tokens[at].lower in lexicon.determiners:
            return tokens[at:]
    return tokens


def _kind(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> int:
    """How many tokens tell in lower case what a place is, and are no part of its name: two of `île de Jeju`; none where
    the name needs them (`île aux Cygnes`, `fleuve Rouge`, `îles Salomon`)."""
    if not tokens[0].small or tokens[0].lower not in lexicon.places.plain_kinds:
        return 0
    link = lexicon.place_links.match(tokens, 1)
    if link + 1 >= len(tokens) or not tokens[link + 1].capital or tokens[link + 1].text.isupper():
        return 0
    form, name = (" ".join(token.text for token in row) for row in (tokens, tokens[link + 1 :]))
    if known.is_place(form):
        return 0
    articled = link > 1 or tokens[link].lower in lexicon.articled
    bound = articled or (not link and is_word(tokens[1].lower, lexicon.language))
    return 0 if bound and not known.is_place(name) else link + 1


def _opens_a_name(token: Token) -> bool:
    """Whether a word has a capital, perhaps behind a particle, or a digit: `al-Assad`, `2030`."""
    return token.capital or token.text[0].isdigit() or any(part[:1].isupper() for part in token.text.split("-"))


def _without_front(
    tokens: list[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames, text: str
) -> list[Token]:
    while tokens and (size := _before_name(tokens, found, lexicon, known, text)):
        tokens = tokens[size:]
    return tokens


def _before_name(
    tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames, text: str
) -> int:
    """How many tokens stand at the front that are none of the name; there may be more behind them."""
    first = tokens[0]
    if found.label != "PERSON" and is_numbered_noun(tokens):
        return 0
    number = found.by == "model" and found.label == "PERSON" and first.text.isdigit()
    if number or first.text in _OPENING or first.text in _CLOSING:
        return 1
    if first.initial and len(tokens) > 2 and tokens[1].text in _DASHES and tokens[1].start > first.end:
        return 2  # `Q - What …`
    initials = first.initial and len(tokens) > 1 and tokens[1].initial  # `A K Abdul Momen`
    if first.lower in lexicon.determiners and len(tokens) > 1 and found.by != "surname" and not initials:  # `de Gaulle`
        return 0 if _is_named_with_article(tokens, found, lexicon, known, text) else 1
    if _is_greeting(tokens, found, lexicon, known) or _is_kind_before(tokens, found, lexicon):
        return 1
    return _introducers(tokens, found, lexicon) if found.by in ("model", "title") else 0


def _is_named_with_article(
    tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames, text: str
) -> bool:
    """Whether the word in front is part of the name: `Her Majesty's Government`, `La Haye`, `Le Drian`."""
    first = tokens[0]
    owner = first.capital and found.by == "rule" and lexicon.people.civilities.match(tokens, 0) > 1
    if owner or _is_name_in_capitals(tokens, found, lexicon):
        return True
    form, rest = (text[found.start + t.start : found.start + tokens[-1].end] for t in tokens[:2])
    place = known.own_label(form) == "LOCATION"
    if first.capital and (place or (known.label(form) and not known.own_label(rest))):
        return True
    if found.label == "LOCATION" and first.lower in lexicon.articles and known.own_label(rest):
        return False  # `visited The Gambia`
    return _is_own_article(text, found.start + first.start, first, found, lexicon)


def _introducers(tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon) -> int:
    """How many tokens introduce a name: a person's titles, a small word; none where the name begins."""
    first = tokens[0]
    initials = lexicon.head_last and first.initial and len(tokens) > 2 and tokens[2].initial  # `M. K. Stalin`
    titled = found.label == "PERSON" and not initials
    size = lexicon.people.introducers.match(tokens, 0) if titled else 0
    named = size == len(tokens) or (size == 1 and first.capital and first.lower in lexicon.people.given_titles)
    given = size == 1 and first.capital and first.lower in lexicon.people.first_names  # `Cheikh Anta Diop`
    given = given and not any(t.lower in lexicon.people.sheikhs for t in tokens[2:-1])  # `Cheikh Khalifa bin Zayed`
    size = 0 if given or (found.by == "title" and named) else size  # `Mr. King`, `Mr. Sultan Al Jaber`
    size += size > 0 and len(tokens) > size and tokens[size].text == "."
    if not size and (_opens_a_name(first) or first.lower in lexicon.heads or _is_kind(tokens, found, lexicon)):
        return 0
    return max(size, 1)


def _is_greeting(tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a word that opens sentences, or a calling, stands before a person: `Hello Magnus`, `Warder Tembo`."""
    first = tokens[0].lower
    opens = found.by == "model" and found.label == "PERSON" and len(tokens) > 1 and tokens[1].capital
    named = first in known.gazetteer.forms.lexicon.given or first in lexicon.months  # `May Turan`
    named = named or first in lexicon.people.namesakes or tokens[0].text.isupper()
    return opens and not named and (first in lexicon.openers or first in lexicon.frames.apposed)


def _has_stop(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether the stop that words end in is of the last one, though a sentence goes on: `Conn.`, `Inc.`, `S. D. N.`."""
    short = f"{words[-2].lower}."
    spaced = words[-2].initial and [one.text for one in words[-3:-2]] == ["."]
    return spaced or short in lexicon.press.states or short in lexicon.bodies.legal_forms


def _is_kind_before(tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether a kind of body stands before its name: `ONG Terres Nourries`, `union Workers' Solidarity`."""
    body = found.by == "model" and found.label == "ORGANIZATION" and len(tokens) > 1 and tokens[1].capital
    return body and tokens[0].lower in lexicon.bodies.appositives and (tokens[0].small or tokens[0].text.isupper())


def _is_own_article(text: str, start: int, first: Token, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether an article has its capital from a name, not from the sentence or heading that it opens."""
    bound = first.lower in lexicon.particles or (found.label == "LOCATION" and first.lower in lexicon.articles)
    if found.label not in ("PERSON", "LOCATION") or not bound or first.text.isupper():
        return False
    before = text[:start].rstrip()
    joined = before.rsplit(None, 1)[-1:]
    if found.label == "LOCATION" and _TIED.search(before) and not (joined and joined[0] in lexicon.conjunctions):
        return False  # `P.-H. de La Villardière`, not `Nantes et Le Croisic`
    follows = text[start + len(first.text) :].lstrip()[:1].isupper()
    titled = found.by == "title" and before.endswith(".")  # `M. Le Drian`
    apart = before != text[:start] and (titled or before[-1:].isalpha() or before.endswith(","))
    return follows and first.capital and apart


def _is_kind(tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether a common noun tied to a name opens an event or agreement: `armistice de Rethondes`."""
    noun = tokens[0].small and tokens[0].lower not in lexicon.stops and (tokens[0].lower,) not in lexicon.links
    link = lexicon.place_links.match(tokens, 1)
    return found.label in ("EVENT", "AGREEMENT") and noun and 0 < link < len(tokens) - 1 and tokens[1 + link].capital


def _is_name_in_capitals(tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether a particle in capitals opens the surname behind a title: `M. DE SOUZA-LIMA`."""
    shouted = all(len(token.text) > 1 and token.text.isupper() for token in tokens[:2])
    return found.by == "title" and shouted and tokens[0].lower in lexicon.particles


def _is_verb(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a small word that is no adjective stands behind a common noun alone: `Tribunal statue`."""
    pair = len(words) == _NOUN_AND_VERB and words[0].lower in lexicon.not_names
    return pair and words[1].small and not lexicon.is_adjective(words[1].lower)


def _without_tail(tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon) -> list[Token]:
    kept = list(tokens)
    opened = next((i for i, t in enumerate(kept) if t.text == "("), None)
    if opened and not any(t.text == ")" for t in kept):
        kept = kept[:opened]
    while kept:
        last = kept[-1]
        if last.text == "." and found.by == "rule" and len(kept) > 1 and _has_stop(kept, lexicon):
            break
        mark = last.text in _MARKS and not (last.text in ')»”"' and any(t.text in '(«“"' for t in kept[:-1]))
        owner = found.by != "gazetteer" and last.lower[0] == "'"  # but `Lloyd’s`
        if not (mark or owner or (found.by in ("model", "title") and _is_loose(kept, found, lexicon))):
            break
        kept.pop()
    return kept


def _is_loose(words: Sequence[Token], found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether the last word of what the model found, or a title told, is in no name: a link, an article, a verb."""
    last = words[-1]
    if found.label == "ORGANIZATION" and _is_post_behind(words, lexicon):
        return True
    if found.label == "PERSON" and _is_calling_behind(words, lexicon):
        return True
    if found.label in ("PERSON", "LOCATION") and (last.text[0].isdigit() or (last.word and not _opens_a_name(last))):
        return True
    if last.small:
        tie = last.lower in lexicon.stops or (last.lower,) in lexicon.links or last.lower in lexicon.places.before
        if tie or not lexicon.determiners.isdisjoint((last.lower, f"{last.lower}'")):  # `Conseil de l’`
            return True
    return lexicon.lower_names and _is_verb(words, lexicon)


def _is_calling_behind(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a title that is no surname stands behind a name in full: `Hussain Ismail Chairman`."""
    last = words[-1].lower
    surname = last in lexicon.people.namesakes or last in lexicon.people.given_titles or words[-1].text.isupper()
    called = (last,) in lexicon.people.titles or last in lexicon.bodies.tails
    return len(words) > _FULL and called and not surname


def _is_post_behind(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether the title of somebody stands behind a whole body: `State Department Spokesperson`."""
    *body, last = words
    letters = len(body) == 1 and body[0].text.isupper() and len(body[0].text) > 1  # `UPI Rector`
    whole = letters or (len(body) > 1 and lexicon.heads.get(body[-1].lower) == "ORGANIZATION")
    return lexicon.head_last and whole and (last.lower,) in lexicon.people.titles
