"""Documents that say the same: exactly, or nearly (each has 0.8 and more of the other's runs of five words).

MinHash with banding (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3) finds the pairs
worth comparing; each is then compared in full. Two texts of one template, filled with other names, are no duplicates.
"""

import hashlib
import re
import zlib
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.link.particulars import Particulars, filled_anew, particulars
from pipeline.records import DuplicateGroup, Ingested

SIMILAR = 0.8
WORDS = 5
BANDS, ROWS = 30, 4  # a pair at 0.8 (two thirds of all runs are shared) has a band in common with probability .999
# Bounds what many documents with one band in common can cost.
MOST = 32
_WORD = re.compile(r"\w+")
_GOLDEN = 0x9E3779B97F4A7C15


class Sketch(NamedTuple):
    """What is kept of a document's main text: a digest of its words, sorted shingles, bands, names and figures."""

    id: str
    published: str | None
    digest: bytes
    shingles: NDArray[np.uint32]
    bands: tuple[int, ...]
    particulars: Particulars


def sketch(ingested: Ingested) -> Sketch | None:
    """The sketch of a document; None where it has no words."""
    main = "\n".join(ingested.text[block.start : block.end] for block in ingested.blocks if block.main)
    words = _WORD.findall(main.casefold())
    if not words:
        return None
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=16).digest()
    shingles = _shingles(words)
    return Sketch(ingested.id, ingested.metadata.published, digest, shingles, _bands(shingles), particulars(main))


def group(sketches: Iterable[Sketch]) -> tuple[DuplicateGroup, ...]:
    """The groups, each under its earliest published document (those without date last, ties by id).

    Every document is compared with the representatives before it, so each is as similar to its own as `SIMILAR` says.
    """
    ordered = sorted(sketches, key=lambda item: (item.published is None, item.published or "", item.id))
    buckets: dict[tuple[int, int], list[int]] = {}
    homes: dict[bytes, int] = {}  # the representative of each text: exact copies are found however many there are
    members: dict[int, list[tuple[int, float]]] = {}
    for number, item in enumerate(ordered):
        home = homes.get(item.digest)
        if home is None:
            home = _nearest(number, ordered, buckets)
            homes[item.digest] = home
        if home != number:
            members.setdefault(home, []).append((number, _similarity(item.shingles, ordered[home].shingles)))
            continue
        for band in enumerate(item.bands):
            bucket = buckets.setdefault(band, [])
            if len(bucket) < MOST:
                bucket.append(number)
    groups = [_group(ordered[first], [(ordered[i], score) for i, score in found]) for first, found in members.items()]
    return tuple(sorted(groups, key=lambda group: group.representative))


def _nearest(number: int, ordered: list[Sketch], buckets: dict[tuple[int, int], list[int]]) -> int:
    """The representative that a document is most like; itself where it is like none."""
    item = ordered[number]
    near = {other for band in enumerate(item.bands) for other in buckets.get(band, ())}
    scored = sorted((-_similarity(item.shingles, ordered[other].shingles), other) for other in near)
    alike = (other for score, other in scored if -score >= SIMILAR)
    return next((i for i in alike if not filled_anew(item.particulars, ordered[i].particulars)), number)


def _group(first: Sketch, found: list[tuple[Sketch, float]]) -> DuplicateGroup:
    exact = all(item.digest == first.digest for item, _ in found)
    return DuplicateGroup(
        representative=first.id,
        documents=tuple(sorted([first.id, *(item.id for item, _ in found)])),
        kind="exact" if exact else "near",
        similarity=1.0 if exact else round(min(score for _, score in found), 4),
    )


def _shingles(words: list[str]) -> NDArray[np.uint32]:
    hashes = np.fromiter((zlib.crc32(word.encode()) for word in words), dtype=np.uint64, count=len(words))
    width = min(WORDS, len(words))
    mixed = np.zeros(len(words) - width + 1, dtype=np.uint64)
    for offset in range(width):
        mixed = _mix(mixed ^ hashes[offset : len(words) - width + 1 + offset])
    return np.unique((mixed >> np.uint64(32)).astype(np.uint32))


def _bands(shingles: NDArray[np.uint32]) -> tuple[int, ...]:
    values = shingles.astype(np.uint64)
    lowest = np.array([_mix(values ^ np.uint64(seed * _GOLDEN % 2**64)).min() for seed in range(1, BANDS * ROWS + 1)])
    rows = lowest.reshape(BANDS, ROWS)
    mixed = np.zeros(BANDS, dtype=np.uint64)
    for column in range(ROWS):
        mixed = _mix(mixed ^ rows[:, column])
    return tuple(int(value) for value in mixed)


def _mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A hash of 64 bits to 64 bits (the finalizer of splitmix64: Steele, Lea, Flood 2014)."""
    mixed = values + np.uint64(_GOLDEN)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _similarity(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> float:
    """The share of the longer text's runs that the other has, too."""
    longer = max(len(one), len(other))
    if min(len(one), len(other)) < SIMILAR * longer:
        return 0.0
    return len(np.intersect1d(one, other, assume_unique=True)) / longer
