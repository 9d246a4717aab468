"""Text as a narrow column of a page has it: lines of one width, words cut at their ends with a hyphen."""

import re

_CUT = re.compile(r"(?<=\w)(?=[^\W\d_aeiouyàâéèêëîïôûù][aeiouyàâéèêëîïôûù])")  # before a consonant with its vowel


def column(text: str, width: int = 38) -> str:
    """Wrap every paragraph to `width` characters; a word that does not fit is cut where a syllable may begin.

    >>> print(column("The negotiations resumed in Geneva.", 14))
    The negotia-
    tions resumed
    in Geneva.
    """
    return "\n\n".join("\n".join(_lines(paragraph.split(), width)) for paragraph in text.split("\n\n"))


def _lines(words: list[str], width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in words:
        room = width - len(line) - (1 if line else 0)
        if len(word) > room:
            head = _head(word, room - 1)
            if head:
                lines.append(f"{line} {head}-".lstrip())
                line, word = "", word[len(head) :]
            elif line:
                lines.append(line)
                line = ""
        line = f"{line} {word}".lstrip()
    return [*lines, line] if line else lines


def _head(word: str, room: int) -> str:
    """The longest beginning of a word that a line has room for, at least three letters of each part; else nothing."""
    ends = [match.start() for match in _CUT.finditer(word) if 3 <= match.start() <= min(room, len(word) - 3)]
    return word[: ends[-1]] if ends and word.isalpha() and word.islower() else ""
