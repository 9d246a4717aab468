"""Which nodes name the same entity: sets that only grow, kept apart where the user says so.

A node is the text `<label>:<key>` of a name, or the id of a gazetteer entry.
"""

from collections.abc import Iterable

from pipeline.gazetteer.people import is_figure


class Clusters:
    """Disjoint sets of nodes; a gazetteer entry, else the first node in the order of text, stands for its set."""

    def __init__(self, different: Iterable[tuple[str, ...]] = ()) -> None:
        self._parent: dict[str, str] = {}
        self._foes: dict[str, set[str]] = {}
        self._ruled: dict[str, set[str]] = {}
        for group in different:
            for node in group:
                self._foes.setdefault(node, set()).update(other for other in group if other != node)
        for node in self._foes:
            self._ruled[node] = {node}

    def find(self, node: str) -> str:
        """The node that stands for the set of this one."""
        root = node
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(node, node)) != root and node != root:
            self._parent[node] = root
            node = parent
        return root

    def join(self, one: str, other: str) -> bool:
        """Make one set of two, unless a ruling keeps them apart or both are known people; whether they are one now."""
        first, second = sorted((self.find(one), self.find(other)), key=lambda node: (":" in node, node))
        if first == second:
            return True
        if self.apart(first, second) or (is_figure(first) and is_figure(second)):
            return False
        self._parent[second] = first
        if second in self._ruled:
            self._ruled.setdefault(first, set()).update(self._ruled.pop(second))
        return True

    def ruled(self, node: str) -> bool:
        """Whether a ruling keeps something in the set of this node apart from anything."""
        return self.find(node) in self._ruled

    def apart(self, one: str, other: str) -> bool:
        """Whether a ruling says that something in the one set is not something in the other."""
        mine, theirs = self._ruled.get(self.find(one), ()), self._ruled.get(self.find(other), ())
        return any(foe in theirs for node in mine for foe in self._foes[node])
