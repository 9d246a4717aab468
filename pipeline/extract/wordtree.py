"""One pattern for many words that looks at each letter of the text once, where `one|two|three` tries word by word."""

import re
from collections.abc import Iterable


class _Tree(dict[str, "_Tree"]):
    """The letters that follow, each with its own tree; the empty string ends a word."""


def word_tree(words: Iterable[str]) -> str:
    """A pattern for any of the words; the longest one wins where one begins another.

    >>> word_tree(["six", "sixty", "ten"])
    '(?:six(?:ty)?|ten)'
    """
    tree = _Tree()
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, _Tree())
        node[""] = _Tree()
    return _pattern(tree)


def _pattern(tree: _Tree) -> str:
    branches = [re.escape(letter) + _pattern(tree[letter]) for letter in sorted(tree) if letter]
    if not branches:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
