"""One pattern for many words that looks at each letter of the text once, where `one|two|three` tries word by word."""

import re
from collections.abc import Iterable

CLOSED = r"(?![\w'’])"
"""No letter or digit follows."""


class _Tree(dict[str, "_Tree"]):
    """What follows, piece by piece, each with its own tree; the empty string ends a word."""


def word_tree(words: Iterable[str]) -> str:
    """A pattern for any of the words; the longest one wins where one begins another.

    >>> word_tree(["six", "sixty", "ten"])
    '(?:six(?:ty)?|ten)'
    """
    return piece_tree(map(re.escape, word) for word in words)


def piece_tree(words: Iterable[Iterable[str]]) -> str:
    """The same for words told as patterns, piece by piece; it matches nothing where there are no words.

    A piece that looks ahead (`(?!s)`) may end a word: longer ones are tried before it.

    >>> piece_tree([["[Aa]", "n", "(?!s)"], ["[Aa]", "n", "y"], ["b"]])
    '(?:[Aa]n(?:y|(?!s))|b)'
    """
    tree = _Tree()
    for word in words:
        node = tree
        for piece in word:
            node = node.setdefault(piece, _Tree())
        node[""] = _Tree()
    return _pattern(tree) or r"(?!)"


def written_as(forms: Iterable[str]) -> str:
    """A pattern for any of the forms exactly as written, longest first; a space is any white space."""
    return piece_tree(map(_pieces, forms))


def closed(forms: Iterable[str]) -> str:
    """The same for forms that stand alone: no letter or digit follows one that ends in a letter or digit."""
    return piece_tree([*_pieces(form), CLOSED] if form[-1].isalnum() else _pieces(form) for form in forms)


def _pattern(tree: _Tree) -> str:
    pieces = sorted((piece for piece in tree if piece), key=lambda piece: (piece.startswith("(?"), piece))
    branches = [piece + _pattern(tree[piece]) for piece in pieces]
    if not branches:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _pieces(form: str) -> list[str]:
    return [r"\s" if char == " " else re.escape(char) for char in form]
