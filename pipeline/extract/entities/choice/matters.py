"""What a body is told or asked about is no part of its name: `alerte le Conseil de sécurité sur la situation`.

`sur`, "on" tie a subject to bodies that look into one (`Comité sur les disparitions forcées`, "Council on Foreign
Relations"); behind others, or behind a name that is whole, they belong to the sentence. `relatif à`, "relating to" go
on with no body whose name has another capital: they belong to the text that it agreed to.
"""

from collections.abc import Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, tokenize


def without_matter(text: str, found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> Candidate:
    """The body alone, where finders took what it is told about into its name."""
    form = text[found.start : found.end]
    if found.by == "gazetteer" or found.label in ("PERSON", "LOCATION") or known.own_label(form):
        return found
    tokens = tokenize(form)
    for at in range(1, len(tokens)):
        reference = lexicon.bodies.reference_links.match(tokens, at)
        link = reference or lexicon.bodies.matter_links.match(tokens, at)
        if not link or at + link >= len(tokens):
            continue
        told = known.own_label(form[: tokens[at - 1].end]) == "ORGANIZATION"
        referred = reference and any(token.capital for token in tokens[1:at])  # the text is about it, not the body
        whole = referred or _is_whole(tokens, at, tokens[at + link], lexicon)
        if told or (found.label == "ORGANIZATION" and whole):
            return found._replace(end=found.start + tokens[at - 1].end, label="ORGANIZATION")
    return found


def _is_whole(tokens: Sequence[Token], at: int, matter: Token, lexicon: EntityLexicon) -> bool:
    """Whether the name ends before the link at `at`; `matter` is the word behind it."""
    heads = [token.lower for token in tokens[:at] if lexicon.heads.get(token.lower) == "ORGANIZATION"]
    if not heads:
        return False
    if matter.lower in lexicon.bodies.matters or not any(head in lexicon.bodies.matter_heads for head in heads):
        return True
    inside = tokens[1:at]
    concerned = any(lexicon.links.match(tokens, place) for place in range(1, at))
    return concerned and not any(token.capital or token.lower in lexicon.bodies.inquiries for token in inside)
