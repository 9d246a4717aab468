"""Official titles of agreements, whole: `Accord entre le Gouvernement de … et … relatif à …`, `Traité du … portant …`.

Ministries and gazettes print them in full, what they are about in lower case. Parties or a date between the head and
that tell a title, or words of law (`accord relatif à …`); it ends where a sentence goes on: at a mark, a verb, a date.
"""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.long_names.treaties import after_date, is_day_and_month
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import lemma
from pipeline.extract.entities.tokens import Token

_LONGEST_FRONT = 8  # tokens from the head to parties or date
_LONGEST_PARTIES = 48  # tokens
_LONGEST_MATTER = 60  # tokens of what an agreement is about
_LONGEST_STEP = 12  # tokens from a comma in a series to its conjunction
_LONGEST_SECOND = 6  # tokens from a conjunction to the head of another agreement
_LONGEST_ACRONYM = 7  # letters
_TIES = "-‑'’/&"


def find_titles(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The titles in a passage, in order, without overlaps."""
    done = 0
    for at, token in enumerate(tokens):
        if at < done or token.lower not in lexicon.agreements.treaties:
            continue
        matter = _matter(tokens, at, lexicon) if token.capital or _is_certain(tokens, at, lexicon) else 0
        end = _end(tokens, matter, lexicon, known, bare=matter == at + 1) if matter else 0
        if end:
            start = _start(tokens, at, done, lexicon)
            yield Candidate(tokens[start].start, tokens[end - 1].end, "AGREEMENT", "rule")
            done = end


def _is_certain(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a head in lower case is that of the one agreement: `l'accord entre …`, not `un accord entre …`."""
    return at > 0 and tokens[at - 1].lower in lexicon.definites


def _start(tokens: Sequence[Token], head: int, done: int, lexicon: EntityLexicon) -> int:
    """The first of the words with a capital before a head, where heads come last: `Air Services Agreement`."""
    start = head
    while lexicon.head_last and tokens[head].capital and start > done:
        before = tokens[start - 1]
        if not (before.word and before.capital) or before.lower in lexicon.determiners or before.lower in lexicon.stops:
            break
        start -= 1
    return start


def _matter(tokens: Sequence[Token], head: int, lexicon: EntityLexicon) -> int:
    """Where it begins to say what the agreement is about, behind its parties or its date; 0 where it does not."""
    agreements, at = lexicon.agreements, head + 1
    if agreements.law_links.match(tokens, at):
        return at
    while at < min(head + 1 + _LONGEST_FRONT, len(tokens)):
        if tokens[at].lower in agreements.between:
            matter, formal = _behind_parties(tokens, at, lexicon)
            return matter if formal or tokens[head].capital else 0
        link = agreements.dating.match(tokens, at)
        dated = after_date(tokens, at + link, lexicon, year=False) if link else 0
        if dated:
            return dated if agreements.amending_links.match(tokens, dated) else 0
        if _is_mark(tokens[at]) or agreements.title_ends.match(tokens, at):
            return 0
        at += 1
    return 0


def _behind_parties(tokens: Sequence[Token], between: int, lexicon: EntityLexicon) -> tuple[int, bool]:
    """The link behind the last party, 0 for none, and whether one of them is a state or body by its kind."""
    joined = named = formal = False
    for at in range(between + 1, min(between + _LONGEST_PARTIES, len(tokens))):
        token = tokens[at]
        if (_is_mark(token) and token.text != ",") or lexicon.agreements.title_ends.match(tokens, at):
            break
        if joined and named and _is_link(tokens, at, lexicon):
            return at, formal
        if token.lower in lexicon.conjunctions and named:
            joined, named = True, False
        named = named or token.capital
        formal = formal or token.lower in lexicon.heads
    return 0, formal


def _is_link(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    agreements = lexicon.agreements
    tables = (agreements.topic_links, agreements.amending_links, lexicon.bodies.purpose_links)
    return tokens[at].small and any(table.match(tokens, at) for table in tables)


def _end(tokens: Sequence[Token], matter: int, lexicon: EntityLexicon, known: KnownNames, *, bare: bool) -> int:
    """The token after what an agreement is about; 0 where nothing tells its end. `bare`: no parties stand before it."""
    end, limit = matter + 1, min(matter + _LONGEST_MATTER, len(tokens))
    while end < limit and not (_ends(tokens, end, lexicon, known) or (bare and _is_over(tokens, end, lexicon))):
        end += 1
    if end == limit < len(tokens):
        return 0
    while end > matter + 1 and _is_loose(tokens[end - 1], lexicon):
        end -= 1
    return end if end > matter + 1 else 0


def _ends(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a title ends before this token."""
    token, agreements = tokens[at], lexicon.agreements
    if token.lower in lexicon.conjunctions or token.lower in agreements.alternatives:
        following = tokens[at + 1 : at + 1 + _LONGEST_SECOND]
        stressed = token.small and any(len(one.text) > _LONGEST_ACRONYM and one.text.isupper() for one in following[:1])
        return stressed or any(one.capital and one.lower in agreements.treaties for one in following)
    if token.text == ",":
        return not _goes_on(tokens, at, lexicon)
    noun = tokens[at - 1].lower in lexicon.determiners  # `the accession of …`
    if _is_mark(token) or (token.small and agreements.title_ends.match(tokens, at)):
        return True
    if token.small and not noun and agreements.signing.match(tokens, at):
        return True
    day = at + 1 < len(tokens) and is_day_and_month(token, tokens[at + 1], lexicon)
    where = token.small and token.lower in lexicon.places.before and (token.lower,) not in lexicon.place_links
    town = where and at + 1 < len(tokens) and known.is_great_city(tokens[at + 1].text)
    return day or (town and not known.is_country(tokens[at + 1].text))


def _is_over(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a title without parties before its matter ends: at a verb, at `entre` (`Accord sur le blé entre …`)."""
    return tokens[at].lower in lexicon.agreements.between or _is_verb(tokens, at, lexicon)


def _is_verb(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a small word right behind a noun is a verb: `relatif aux visas suscite …`, `on oil prices collapsed`."""
    word, before = tokens[at], tokens[at - 1]
    behind = before.word and not (before.elided or before.lower in lexicon.determiners or _is_loose(before, lexicon))
    if not word.small or not behind or lexicon.is_adjective(word.lower):
        return False
    if lexicon.head_last:
        plural = word.lower.endswith("s") and before.lower.endswith("s")
        return word.lower.endswith("ed") or plural
    root = lemma(word.lower, lexicon.language)
    return root != word.lower and root.endswith(lexicon.infinitive_endings)


def _goes_on(tokens: Sequence[Token], comma: int, lexicon: EntityLexicon) -> bool:
    """Whether a series goes on behind a comma: a conjunction follows soon, before any other mark or a verb."""
    agreements = lexicon.agreements
    for at in range(comma + 1, min(comma + _LONGEST_STEP, len(tokens))):
        if agreements.title_ends.match(tokens, at) or agreements.signing.match(tokens, at):
            return False
        if tokens[at].lower in lexicon.conjunctions:
            return at > comma + 1
        if _is_mark(tokens[at]) and tokens[at].text != ",":
            return False
    return False


def _is_mark(token: Token) -> bool:
    return not token.word and not token.text[0].isalnum() and token.text not in _TIES


def _is_loose(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word ends no title: a mark, a tie, an article."""
    tie = token.lower in lexicon.conjunctions or (token.lower,) in lexicon.links or token.lower in lexicon.places.before
    return not token.text[0].isalnum() or (token.small and (tie or token.lower in lexicon.determiners))
