"""Which office a role names, in either language, and whose: `président du Mali` and "Malian President" are one."""

from typing import NamedTuple

from pipeline.link.senses import FOREIGN, Senses

# What a state calls itself tells nothing of an office: `président de la République`.
_STYLE = "republic"
# Offices that others are a kind of: a president may be called head of state.
_KINDS = {
    "head_of_state": frozenset({"president", "king", "queen", "emperor"}),
    "head_of_government": frozenset({"prime_minister", "chancellor"}),
}
_FORMER = "former"


class Office(NamedTuple):
    """The words of a role and of which state or body it is; `of` is empty where the role does not say."""

    words: tuple[str, ...]
    of: str

    @property
    def is_bare(self) -> bool:
        """Whether one word is all it says: a state has many ministers, and each body its president."""
        return len(self.words) == 1

    def covers(self, other: "Office") -> bool:
        """Whether who holds the other office may be called by the words of this one."""
        return self.words == other.words or not _KINDS.get(self.words[0], frozenset()).isdisjoint(other.words)


class Offices:
    """The offices of roles; each role is read once."""

    def __init__(self, senses: Senses) -> None:
        self._senses = senses
        self._known: dict[str, Office | None] = {}

    def of(self, role: str) -> Office | None:
        """The office that a role names.

        None where it names several states or bodies, and where it stands between two (`ambassadeur à Rome`): who is
        whose is not sure.
        """
        if role not in self._known:
            self._known[role] = self._read(role)
        return self._known[role]

    def shortens(self, short: str, role: str) -> bool:
        """Whether a role is called by a word for short: `the Minister` for "Foreign Minister"; never a former one."""
        said, full = self._senses.of(short), self._senses.of(role)
        head = said.concepts[0] if said.size == 1 and said.concepts else ""
        return head in self._senses.heads(role) and full.size > 1 and _FORMER not in full.concepts

    def _read(self, role: str) -> Office | None:
        sense = self._senses.of(role)
        owners = (*sense.countries, *sense.entities)
        if len(owners) > 1 or (owners and self._senses.is_hosted(role)):
            return None
        concepts = (FOREIGN if concept == "foreign" else concept for concept in sense.concepts if concept != _STYLE)
        words = tuple(sorted((*concepts, *sense.others)))
        return Office(words, owners[0] if owners else "") if words else None
