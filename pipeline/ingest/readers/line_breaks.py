"""Line breaks that a writer set inside a paragraph (Word's, `<br>`): which of them part one text from the next."""

from itertools import pairwise

from pipeline.ingest.blocks.lines import ends_hyphen, ends_sentence

_SHORT = 60  # characters: a shorter line that ends in a line break is a line of its own


def part_lines(text: str) -> list[tuple[int, int]]:
    """The pieces of a paragraph that its line breaks part: none where they only wrap it, or where lines are empty.

    >>> [text[a:b] for text in ["Ana NUNES, Peru\\nOle BERG, Norway"] for a, b in part_lines(text)]
    ['Ana NUNES, Peru', 'Ole BERG, Norway']
    >>> part_lines("The ministers of both\\ncountries met."), part_lines("One.\\n\\nTwo.")
    ([(0, 36)], [(0, 10)])
    """
    lines = text.split("\n")
    if len(lines) == 1 or any(line[:1].islower() or not line for line in lines):
        return [(0, len(text))]
    cuts = [0]
    position = 0
    for line in lines[:-1]:
        position += len(line) + 1
        if (len(line) < _SHORT and not ends_hyphen(line)) or ends_sentence(line):
            cuts.append(position)
    return [(start, end - 1) for start, end in pairwise([*cuts, len(text) + 1])]
