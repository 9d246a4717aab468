"""Who held which role when: what documents call a person, with the dates of the first and the last that do."""

from collections import Counter

from pipeline.gazetteer.forms import fold
from pipeline.records import HeldRole


class Roles:
    """The roles that documents give a person, counted; the same in capitals or without accents is the same."""

    def __init__(self) -> None:
        self._forms: dict[str, Counter[str]] = {}
        self._days: dict[str, dict[str, str | None]] = {}

    def add(self, role: str, document: str, published: str | None) -> None:
        """Count a role that a document gives; documents that say the same are one."""
        key = fold(role)
        self._forms.setdefault(key, Counter())[" ".join(role.split())] += 1
        days = self._days.setdefault(key, {})
        earlier = days.get(document)
        days[document] = min(filter(None, (earlier, published)), default=None)

    def held(self) -> tuple[HeldRole, ...]:
        """The roles in the order of the days that they are first given on, those without a day last."""
        made = [self._held(key) for key in self._forms]
        return tuple(sorted(made, key=lambda one: (one.first is None, one.first or "", one.role)))

    def _held(self, key: str) -> HeldRole:
        forms, days = self._forms[key], self._days[key]
        known = sorted(filter(None, days.values()))
        role = min(forms, key=lambda form: (-forms[form], form))
        return HeldRole(
            role=role, first=known[0] if known else None, last=known[-1] if known else None, documents=len(days)
        )
