"""Which names of persons are one person: full names across the corpus, short ones (`M. Fabius`) by their document."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import combinations, pairwise
from types import MappingProxyType

from rapidfuzz import fuzz

from pipeline.gazetteer.people import is_figure
from pipeline.link.clusters import Clusters
from pipeline.link.people import PersonName, agree, skeleton, soft, sound, syllables
from pipeline.link.places import Doubt

# Two spellings of a surname, of people with one given name and the same consonants, are one from here (0 to 100).
ALIKE = 88.0
LONG_ENOUGH = 7
# How many consonants a surname must have to be spelled with other vowels: by another language, or in an Arabic name.
CONSONANTS = 3
# How many surnames of one given name and the same consonants are compared with each other.
COMPARED = 12
# Bounds what a hostile list of names can cost.
MOST = 64

# (kind of short name or its initial, key) → people, at most `MOST` of them.
Index = dict[tuple[str, str], list[str]]


class Namesakes:
    """Joins full names on creation; `resolve` then gives the short names of one document their target."""

    def __init__(
        self, names: dict[str, PersonName], clusters: Clusters, family_first: Iterable[str],
        languages: Mapping[str, Set[str]] = MappingProxyType({}),
        known: Callable[[str, PersonName], str] = lambda node, name: "",
    ) -> None:  # fmt: skip
        """`known`: the known person whom a name may mean that nobody in its document bears; empty for none."""
        self._known = known
        self._names = names
        self._languages = languages
        self._clusters = clusters
        self._family_first = frozenset(sound(word) for word in family_first)
        self._short: set[str] = set()
        self._people: dict[str, list[PersonName]] = {}
        self._nodes: dict[str, list[str]] = {}
        self._join_full()
        self._join_romanised()
        self._join_surnames()
        full: set[str] = set()
        for node, name in sorted(names.items()):
            if name.given and node not in self._short:
                root = clusters.find(node)
                self._people.setdefault(root, []).append(name)
                self._nodes.setdefault(root, []).append(node)
                full.update({root} if name.full else ())
        self._corpus: Index = {}
        for root in sorted(full):
            self._index(self._corpus, root)

    def resolve(self, nodes: Sequence[str]) -> tuple[dict[str, str], list[tuple[str, tuple[str, ...]]]]:
        """For the person nodes of one document: node → target, and the nodes that may be several people."""
        present = {self._clusters.find(node) for node in nodes if node not in self._short and self._names[node].full}
        local: Index = {}
        for root in sorted(present):
            self._index(local, root)
        targets: dict[str, str] = {}
        doubts: list[tuple[str, tuple[str, ...]]] = []
        for node in sorted(set(nodes), key=lambda node: (-len(self._names[node].given), node)):
            found = self._candidates(node, local)
            fitting = sorted(root for root in found if not self._clusters.apart(root, node))
            if len(fitting) > 1:
                doubts.append((node, tuple(fitting)))
                continue
            if fitting:
                targets[node] = fitting[0]
            if self._names[node].given:
                self._index(local, targets.get(node) or self._clusters.find(node))
        return targets, doubts

    def _candidates(self, node: str, local: Index) -> list[str]:
        """Who a name may be: people of the document (last also by the given name), else known ones, else of the
        corpus."""
        name = self._names[node]
        if name.full and node not in self._short:  # `Peña Nieto` beside `Enrique Peña Nieto`
            return local.get(("end", _joined(name)), []) if len(name.given) == 1 else []
        key = (name.given[0].initials[0] if name.given else "", name.surname)
        asked = [key] if name.given else [key, ("given", name.spelled)]
        found = next((found for one in asked if (found := self._agreeing(local, one, name))), [])
        return found or self._elsewhere(node, key, name)

    def _elsewhere(self, node: str, key: tuple[str, str], name: PersonName) -> list[str]:
        """Whom a short name may mean that nobody in its document bears: a known person before others."""
        found = [root for root in self._agreeing(self._corpus, key, name) if self._is_spelled_so(node, root)]
        known = self._known(node, name)
        rivals = [root for root in found if is_figure(root) and root != known]
        return [known] if known and not rivals else found

    def _is_spelled_so(self, node: str, root: str) -> bool:
        """Whether a surname is that of a person of another document: a short one letter by letter (`Whyte` is not `Noel
        White`), unless the languages write one name in two ways."""
        name, others = self._names[node], self._nodes.get(root, [])[:MOST]
        if name.given or len(skeleton(name.surname)) > CONSONANTS or self._languages_differ([node], others):
            return True
        written = node.partition(":")[2]
        return any(written in other for other in others)

    def _agreeing(self, index: Index, key: tuple[str, str], name: PersonName) -> list[str]:
        return [root for root in index.get(key, ()) if self._agrees(root, name)]

    def _agrees(self, root: str, name: PersonName) -> bool:
        return any(agree(known, name) for known in self._people[root][:MOST])

    def _index(self, index: Index, root: str) -> None:
        """Note all ways in which a person may be called shortly."""
        for name in self._people.get(root, ())[:MOST]:
            first = name.given[0]
            short = {name.surname, name.tail} | ({first.sound} & self._family_first)
            keys = [(start, surname) for surname in sorted(short) for start in ("", first.initials[0])]
            keys.append(("given", first.sound))
            if len(name.given) == 2:
                keys.append(("end", _joined(name)))
            for key in keys:
                known = index.setdefault(key, [])
                if len(known) < MOST and root not in known:
                    known.append(root)

    def _join_full(self) -> None:
        groups: dict[tuple[str, str], list[str]] = {}
        for node in sorted(self._names):
            name = self._names[node]
            if name.full:
                groups.setdefault((name.given[0].group, name.surname), []).append(node)
        for group in groups.values():
            self._join_group(group)
        self._join_spellings(groups)

    def _join_group(self, group: list[str]) -> None:
        """One given name and surname: middle names and generations tell people apart; without them a name is short."""
        leaders: list[str] = []
        plain = [node for node in group if len(self._names[node].given) == 1 and not self._names[node].generation]
        for node in sorted(set(group) - set(plain), key=lambda node: (-_spelled_out(self._names[node]), node)):
            fitting = [leader for leader in leaders[:MOST] if agree(self._names[leader], self._names[node])]
            if not fitting:
                leaders.append(node)
            elif len(fitting) > 1 or not self._clusters.join(fitting[0], node):
                self._short.add(node)
        if len(leaders) > 1:
            self._short.update(plain)
        else:
            for one, other in pairwise(leaders + plain):
                self._clusters.join(one, other)

    def _join_spellings(self, groups: dict[tuple[str, str], list[str]]) -> None:
        blocks: dict[tuple[str, str], list[str]] = {}
        for given, surname in sorted(groups):
            blocks.setdefault((given, skeleton(soft(surname))), []).append(surname)
        for (given, _), surnames in blocks.items():
            for one, other in combinations(surnames[:COMPARED], 2):
                first, second = groups[given, one], groups[given, other]
                if not self._short & {first[0], second[0]} and self._spelled_alike(first, second):
                    self._clusters.join(first[0], second[0])

    def _spelled_alike(self, first: list[str], second: list[str]) -> bool:
        """Whether two surnames with the same consonants are one: alike, or as two languages may write one name."""
        one, other = self._names[first[0]].surname, self._names[second[0]].surname
        if min(len(one), len(other)) >= LONG_ENOUGH and fuzz.ratio(one, other) >= ALIKE:
            return True
        if len(skeleton(one)) < CONSONANTS or not agree(self._names[first[0]], self._names[second[0]]):
            return False
        if any(self._names[node].arabic for node in (*first, *second)):
            return syllables(one) == syllables(other)
        return soft(one) == soft(other) and self._languages_differ(first, second)

    def _languages_differ(self, first: list[str], second: list[str]) -> bool:
        mine, theirs = (frozenset().union(*(self._languages.get(node, ()) for node in row)) for row in (first, second))
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def _join_romanised(self) -> None:
        """Chinese names in two romanisations: the old ones tie the syllables of the given name, pinyin does not."""
        groups: dict[str, list[str]] = {}
        for node in sorted(self._names):
            if self._names[node].romanised:
                groups.setdefault(self._names[node].romanised, []).append(node)
        for group in groups.values():
            tied = [node for node in group if self._names[node].tied]
            plain = [node for node in group if not self._names[node].tied]
            roots = {self._clusters.find(node) for node in plain}
            if tied and len(roots) == 1:
                for node in tied:
                    self._clusters.join(plain[0], node)

    def _join_surnames(self) -> None:
        """Surnames that stand alone and sound the same are one entity where no full name claims them."""
        alone: dict[str, str] = {}
        for node in sorted(self._names):
            name = self._names[node]
            if not name.full:
                key = " ".join((*(given.initials for given in name.given), name.spelled))
                self._clusters.join(alone.setdefault(key, node), node)


def _spelled_out(name: PersonName) -> int:
    return sum(len(given.sound or given.initials) for given in name.given)


def _joined(name: PersonName) -> str:
    """The key of the last given name with the surname."""
    return f"{name.given[-1].sound} {name.surname}"


def doubts_of(found: Sequence[tuple[str, tuple[str, ...]]], forms: dict[str, str]) -> list[Doubt]:
    """The doubts of a document with the form that it uses."""
    return [Doubt(node, forms[node], candidates, "several_people") for node, candidates in found]
