"""The way back: which characters of the source text each character of the cleaned text came from.

A text is repaired in steps. Each step is a list of `Edit`s; `Alignment.apply` makes the new text and the alignment
that goes with it, so alignments compose over any number of steps. Look-ups take O(log n).

    >>> align = Alignment.identity(14)
    >>> text, align = align.apply("les 15 et16 ju", [Edit(9, 9, " ", "space inserted")])
    >>> text
    'les 15 et 16 ju'
    >>> align.source_spans(10, 12)
    [(9, 11)]
    >>> text, align = Alignment.identity(13).apply("the trea-\\nty.", [Edit(8, 10, "", "hyphen joined")])
    >>> text, align.source_spans(4, 10)
    ('the treaty.', [(4, 8), (10, 12)])
"""

from pipeline.alignment.align import Alignment, Edit
from pipeline.alignment.segments import Change

__all__ = ["Alignment", "Change", "Edit"]
