"""The segments of an alignment while they are written, from the first character to the last."""

from array import array


class SegmentBuilder:
    """Collects segments and joins neighbours that are one copy."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = list(names)
        self.index = {name: i for i, name in enumerate(names)}
        self.length = 0
        self.starts = array("q")
        self.source_starts = array("q")
        self.source_ends = array("q")
        self.steps = array("q")
        self.cuts: list[tuple[int, int, int]] = []

    def step(self, name: str) -> int:
        """The number of a step's name."""
        if name not in self.index:
            self.index[name] = len(self.names)
            self.names.append(name)
        return self.index[name]

    def add(self, length: int, low: int, high: int, step: int) -> None:
        """`length` characters that came from `[low, high)` of the source: the same (step 0) or written by a step."""
        if not length:
            return
        if step == 0 and self.steps and self.steps[-1] == 0 and self.source_ends[-1] == low:
            self.source_ends[-1] = high
        elif (
            step and self.steps and (self.steps[-1], self.source_starts[-1], self.source_ends[-1]) == (step, low, high)
        ):
            pass  # a written segment that was copied in two parts
        else:
            self.starts.append(self.length)
            self.source_starts.append(low)
            self.source_ends.append(high)
            self.steps.append(step)
        self.length += length

    def replace(self, length: int, low: int, high: int, name: str) -> None:
        """Source that was rewritten in `length` characters; with none it was cut."""
        step = self.index.get(name)
        if step is None:
            step = self.step(name)
        if length:
            self.add(length, low, high, step)
        elif low < high:
            self.cuts.append((low, high, step))

    def cut(self, low: int, high: int, name: str) -> None:
        """Source that a step took out."""
        self.cuts.append((low, high, self.step(name)))

    def columns(self) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        """Starts, source starts, source ends and steps; they are gone from here then."""
        columns = [self.steps, self.source_ends, self.source_starts, self.starts]
        del self.steps, self.source_ends, self.source_starts, self.starts  # each goes as its tuple is made
        return tuple(columns.pop()), tuple(columns.pop()), tuple(columns.pop()), tuple(columns.pop())
