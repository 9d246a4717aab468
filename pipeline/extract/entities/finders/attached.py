"""Known bodies and countries that a participle hangs on: `US-led coalition`, `U.N.-backed tribunal`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token


def find_attached(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The letters before a hyphen and a participle, where they are a known name, in order."""
    if not lexicon.bodies.participles:
        return
    for at in [at for at, token in enumerate(tokens) if "-" in token.text]:
        token = tokens[at]
        letters, _, said = token.text.partition("-")
        end = token.start + len(letters)
        inside = token.text == "-" and 0 < at < len(tokens) - 1
        if inside and tokens[at - 1].end == token.start and token.end == tokens[at + 1].start:
            letters, said, end = tokens[at - 1].text, tokens[at + 1].text, token.start  # `U.N.-backed`
        label = known.own_label(letters.replace(".", "")) if letters.isupper() and len(letters) > 1 else None
        if label and said in lexicon.bodies.participles:
            yield Candidate(end - len(letters), end, label, "rule")
