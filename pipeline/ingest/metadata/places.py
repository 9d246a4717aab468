"""Places of issue: what stands before the day of a dateline, and in the closing clause of a treaty."""

import re
from collections.abc import Iterable

from pipeline.ingest.boilerplate.issuers import fold
from pipeline.ingest.metadata.wording import longest_first
from pipeline.ingest.resources import IngestResources

NAME = r"[^\W\d_a-z][\w.'’-]*(?:(?:\s?/\s?|[ -])(?:d[eu]s? |of )?[^\W\d_a-z][\w.'’-]*){0,4}"
"""The form of a place name: words with capitals, and what links them."""
_PLACE = re.compile(NAME)
_WORD = re.compile(r"[^\W\d_]+|[\W\d_]+")
_LONGEST = 60  # characters


class Places:
    """Finds the place that goes with a day."""

    def __init__(self, resources: IngestResources) -> None:
        lexicons = list(resources.lexicons.values())
        words = [lexicon.metadata for lexicon in lexicons]
        self._before = longest_first(cue for w in words for cue in w.place_before)
        self._date = frozenset(cue for w in words for cue in w.place_date)
        self._weekdays = frozenset(day for w in words for day in w.weekdays)
        self._bodies = frozenset(fold(word) for w in words for word in w.letterheads)
        self._small = frozenset().union(*resources.function_words.values(), ("l", "d"))
        at = "|".join(longest_first(word for lexicon in lexicons for word in lexicon.boilerplate.frame.at))
        done = "|".join(longest_first(cue for w in words for cue in w.done))
        self._done = re.compile(rf"(?:\A|(?<=[\s,;.]))(?:{done})\b", re.I)
        self._begun = _with_capital(cue for w in words for cue in w.done)
        # `Done in duplicate at the city of Washington`, `Fait en double exemplaire à Lomé`
        of_city = r"(?:[^\W\d_A-Z]+\s){0,3}"
        place = rf"(?:{at})\s{of_city}(?P<place>{NAME})"
        self._closing = re.compile(rf"(?i:{done})\b(?:\s(?!{place.replace('?P<place>', '?:')})\S+){{0,6}}\s{place}")
        self._after = re.compile(rf",?\s{place}")
        self._parted = re.compile(
            rf"[,;:.–—(\[-]\s*(?:(?:{at})\s)?(?:(?P<place>{NAME}),?\s*)?(?:[^\W\d_A-Z]{{2,9}}\.?\s){{0,2}}\Z"
        )

    def before_day(self, before: str) -> str | None:
        """The place before the day of a dateline: `Fait à Paris, le`, `Geneva,`, `No. 14 - Ankara,`."""
        before = re.split(r"\s[–—-]\s|\|", before.strip(" ,.-–—("))[-1].strip()
        cue = next((cue for cue in self._before if before.lower().startswith(f"{cue} ")), "")
        before = before[len(cue) :].strip()
        head, _, last = before.rpartition(" ")
        if last.lower() in self._date:
            before = head.strip(" ,")
        numbered = next((at for at in range(len(before) - 1, -1, -1) if before[at].isdigit()), -1)
        if numbered >= 0 and " " in before[numbered:]:
            before = before[numbered:].partition(" ")[2]  # `Cablegram D1306 LONDON`
        return self.name(before.split(",")[0].strip())

    def parted(self, before: str) -> tuple[bool, str | None]:
        """Whether the day after these words stands apart from the phrase before it, and its place if there is one.

        So `Talks with the minister (Oslo,` and `a speech on fishing, à Lille le`, but not `the treaty of`.
        """
        found = self._parted.search(before)
        return found is not None, self.name(found["place"] or "") if found else None

    def opens_closing(self, text: str) -> bool:
        """Whether a block begins with a closing clause, as in a treaty with annexes after it."""
        return text[:1].isupper() and self._done.match(text) is not None

    def closing(self, text: str) -> str:
        """The last clause of a treaty or a declaration, from `Done at …` on, where a sentence begins; else nothing."""
        starts = [match.start() for match in self._begun.finditer(text)]
        return text[starts[-1] :] if starts else ""

    def of_closing(self, before: str, after: str) -> str | None:
        """The place of a closing clause, before the day or after it: `Done in French at Lima`, `Fait le … à Lomé`."""
        said = self._closing.match(before) or self._after.match(after)
        return self.name(said["place"]) if said else None

    def name(self, name: str) -> str | None:
        """A name as a place is called; None for what cannot be one: a day of the week, a body."""
        if (
            not name
            or name.lower() in self._weekdays
            or name.lower() in self._small
            or len(name) > _LONGEST
            or not _PLACE.fullmatch(name)
        ):
            return None
        if self.has_body(name) or any(map(str.isdecimal, name)):
            return None  # `British Embassy Seoul`
        return self._spelled(name) if name.isupper() else name

    def has_body(self, text: str) -> bool:
        """Whether words name a body: `Direction d'Afrique`, `British Embassy Seoul`."""
        return not self._bodies.isdisjoint(fold(word).strip(",.:;") for word in text.split())

    def _spelled(self, name: str) -> str:
        """A name in capitals as it is written elsewhere: `Saint-Georges-de-l'Oyapock`."""
        words = _WORD.findall(name.lower())
        plain = [word if i and word in self._small else word[:1].upper() + word[1:] for i, word in enumerate(words)]
        return "".join(plain)


def _with_capital(cues: Iterable[str]) -> re.Pattern[str]:
    """One of the cues (`Done`) where a clause begins; the capital, which is rare, is what is looked for first."""
    rests: dict[str, list[str]] = {}
    for cue in longest_first(cues):
        rests.setdefault(cue[0].upper(), []).append(re.escape(cue[1:]))
    begun = "|".join(rf"{first}(?<![^\s,;.]{first})(?i:{'|'.join(rest)})" for first, rest in sorted(rests.items()))
    return re.compile(rf"(?:{begun})\b")
