"""Line ends of Markdown that the writer meant, and code blocks that are prose."""

import re
from itertools import pairwise

from pipeline.ingest.blocks.lines import ends_hyphen, ends_sentence

_NEWLINE = re.compile(r"\r\n|\n|\r")
_HARD = re.compile(r"(?: {2,}|\\|<br\s?/?>)[ \t]*\Z")
_QUOTED = re.compile(r"[ \t>]*")
_DASH = re.compile(r"(?:—|–|--)\s?[^\W\d_]")
_SHORT, _FEW = 60, 6  # characters and lines: a head of a document is made of short lines, and not of many
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIGNS = re.compile(r"[{}<>=;$#\\|@]|\(\)")


def set_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A paragraph parted where its writer ended a line on purpose: with a sign, or in a head of short lines.

    >>> text = "JOB/MIN(4)/2\\nLisbon, 2 May 1999\\n"
    >>> [text[a:b].strip() for a, b in set_lines(text, 0, len(text))]
    ['JOB/MIN(4)/2', 'Lisbon, 2 May 1999']
    >>> text = "The ministers met the delegates  \\nin Oslo and in Bergen.  \\nThey signed.\\n"
    >>> len(set_lines(text, 0, len(text)))
    2
    """
    borders = [start, *(match.end() for match in _NEWLINE.finditer(text, start, end) if match.end() < end), end]
    lines = [text[low:high] for low, high in pairwise(borders)]
    bare = [_QUOTED.sub("", line, count=1).rstrip("\r\n") for line in lines]
    head = _is_head([line.rstrip() for line in bare])
    wrapped = any(line[:1].islower() for line in bare)
    cuts = [
        borders[number + 1]
        for number, (above, below) in enumerate(pairwise(bare))
        if ((head or _HARD.search(above)) and _begins(above, below, wrapped=wrapped))
        or _names_speaker(above.strip(), below)
    ]
    return list(pairwise([start, *cuts, end]))


def _begins(above: str, below: str, *, wrapped: bool) -> bool:
    """Whether something new begins below a line; in running text, only after the end of a sentence."""
    ended = _HARD.sub("", above).strip()
    return (
        bool(below.strip()) and not below[0].islower() and (ends_sentence(ended) if wrapped else not ends_hyphen(ended))
    )


def _names_speaker(above: str, below: str) -> bool:
    """Whether a line under a quotation says whose it is: `— The Minister`."""
    return above.endswith(("»", "”", '"')) and _DASH.match(below) is not None


def _is_head(lines: list[str]) -> bool:
    """Whether lines stand under each other as in a letterhead: short, none begins or ends in a sentence."""
    if not 1 < len(lines) <= _FEW or max(map(len, lines)) >= _SHORT:
        return False
    return not any(line[:1].islower() or ends_sentence(line) or line.endswith((",", "-")) for line in lines)


def is_prose(code: str) -> bool:
    """Whether a code block holds running text: a clipping put between back quotes, a paragraph with an indent.

    >>> is_prose("```\\nLe ministre a reçu hier les délégués des îles du nord.\\n```")
    True
    >>> is_prose("```python\\nfor name in names: print(name, end=end)\\n```")
    False
    """
    lines = [line.strip() for line in code.splitlines()]
    if lines and lines[0].startswith(("```", "~~~")):
        if lines[0].strip("`~ ") not in {"", "text", "txt"}:
            return False
        lines = [line for line in lines[1:] if not line.startswith(("```", "~~~"))]
    text = " ".join(lines)
    words = _WORD.findall(text)
    return len(words) >= 8 and sum(map(len, words)) > 0.6 * len(text) and len(_SIGNS.findall(text)) * 100 <= len(text)
