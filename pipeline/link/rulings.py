"""The user's corrections, turned into what the resolution works with: nodes, sets to join, sets to keep apart."""

from collections import Counter
from collections.abc import Iterable

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.forms import Forms
from pipeline.link.clusters import Clusters
from pipeline.link.corrections import Corrections
from pipeline.records import EntityLabel

KINDS = ("same", "different", "relabel", "ignore", "alias")


class Rulings:
    """Names are matched by normalised form; two names of one `different` group with the same key, by exact form."""

    def __init__(self, corrections: Corrections, gazetteer: Gazetteer) -> None:
        self._corrections = corrections
        self._gazetteer = gazetteer
        self._forms: Forms = gazetteer.forms
        self._ignored = {self._plain(item.name) for item in corrections.ignore}
        self._labels = {self._plain(item.name): item.label for item in corrections.relabel}
        self._exact = frozenset(self._homographs())
        self._nodes: dict[str, Counter[str]] = {}
        self._seen: set[str] = set()
        self.barred: frozenset[str] = frozenset()

    def node(self, label: EntityLabel, form: str, count: int = 1) -> str:
        """The node of a name, empty for one that the user has ruled out. Counts what it is asked for."""
        plain = self._plain(form)
        self._seen.add(plain)
        if plain in self._ignored:
            return ""
        label = self._labels.get(plain, label)
        key = self._forms.key(form, label) or form
        node = f"{label}:{key}\t{form}" if form in self._exact else f"{label}:{key}"
        self._nodes.setdefault(self._name(form), Counter())[node] += count
        return node

    def clusters(self) -> Clusters:
        """The sets that the user's rulings make; after all names have been asked for. Sets `barred`."""
        different, barred = [], set()
        for group in self._corrections.different:
            taken: set[str] = set()
            for name in group.names:
                entry = self._gazetteer.find(name)
                if entry and entry.id in taken:
                    barred.update(self._of(name))
                elif entry:
                    taken.add(entry.id)
            different += self._pairs([self._of(name) for name in group.names])
        clusters = Clusters(different)
        for names, anchor in self._unions():
            target = anchor or self._anchor(names)
            for name in names:
                for node in self._of(name, like=target):
                    if target and clusters.join(node, target):
                        barred |= {node, target}
        self.barred = frozenset(barred)
        return clusters

    def unused(self) -> tuple[str, ...]:
        """The rulings that found nothing, as `kind: name`; an alias also where what it is of is nowhere."""
        named = {
            (kind, name)
            for kind in KINDS
            for item in getattr(self._corrections, kind)
            for name in (item.names if kind in ("same", "different") else (item.name,))
        }
        unseen = [(kind, name) for kind, name in named if self._plain(name) not in self._seen]
        aimless = [("alias", item.of) for item in self._corrections.alias if not self._target(item.of)]
        return tuple(sorted({f"{kind}: {name}" for kind, name in (*unseen, *aimless)}))

    def _unions(self) -> Iterable[tuple[tuple[str, ...], str]]:
        for group in self._corrections.same:
            yield group.names, ""
        for item in self._corrections.alias:
            yield (item.name,), self._target(item.of)

    def _target(self, name: str) -> str:
        if self._gazetteer.entry(name):
            return name
        entry = self._gazetteer.find(name)
        return entry.id if entry else self._anchor((name,))

    def _anchor(self, names: tuple[str, ...]) -> str:
        """What a group of names is joined to: a gazetteer entry that one of them names, else the most used node."""
        entries = [entry.id for name in names if (entry := self._gazetteer.find(name))]
        if entries:
            return entries[0]
        labels: Counter[str] = Counter()
        for name in names:
            labels.update({node.split(":")[0] for node in self._of(name)})
        nodes = [(-labels[node.split(":")[0]], -count, node) for name in names for node, count in self._count(name)]
        return min(nodes)[2] if nodes else ""

    def _of(self, name: str, like: str = "") -> list[str]:
        """The nodes of a name; with `like`, only those with its label where there are some."""
        nodes = sorted(node for node, _ in self._count(name))
        label = like.split(":")[0]
        return [node for node in nodes if node.startswith(f"{label}:")] or nodes if like else nodes

    def _count(self, name: str) -> list[tuple[str, int]]:
        return sorted(self._nodes.get(self._name(name), Counter()).items())

    def _pairs(self, groups: list[list[str]]) -> list[tuple[str, ...]]:
        pairs: list[tuple[str, ...]] = []
        for index, group in enumerate(groups):
            for other in groups[index + 1 :]:
                pairs += [(one, two) for one in group for two in other if one != two]
        return pairs

    def _homographs(self) -> Iterable[str]:
        for group in self._corrections.different:
            keys = Counter(self._plain(name) for name in group.names)
            yield from (name for name in group.names if keys[self._plain(name)] > 1)

    def _name(self, form: str) -> str:
        return form if form in self._exact else self._plain(form)

    def _plain(self, form: str) -> str:
        return self._forms.key(form, "LOCATION") or form
