"""Lists of edits made one: sorted and apart, as `Alignment.apply` wants them."""

from collections.abc import Sequence

from pipeline.alignment import Edit


def merge_edits(*lists: Sequence[Edit]) -> list[Edit]:
    """All edits in order; where two overlap or stand at one place, that of the earlier list wins.

    >>> merge_edits([Edit(3, 5, "", "a")], [Edit(0, 1, "", "b"), Edit(4, 6, "", "b")])
    [Edit(start=0, end=1, replacement='', step='b'), Edit(start=3, end=5, replacement='', step='a')]
    """
    present = [edits for edits in lists if edits]
    if len(present) == 1:
        return list(present[0])
    ranked = sorted((edit.start, rank, edit.end, edit) for rank, edits in enumerate(present) for edit in edits)
    merged: list[tuple[int, Edit]] = []
    for start, rank, _, edit in ranked:
        if merged and start < merged[-1][1].end and rank < merged[-1][0]:
            merged.pop()
        if not merged or (start >= merged[-1][1].end and (start, edit.end) > merged[-1][1][:2]):
            merged.append((rank, edit))
    return [edit for _, edit in merged]
