"""The passages of a corpus as a sparse TF-IDF matrix whose columns both languages share.

Columns are the features of words and of pairs of neighbours that recur. Left out: words that the corpus writes with a
capital only (names that no mention covered), words that nearly every passage has, and, in all but tiny corpora, words
that only one passage has. The weight of a concept is (1 + log tf) · idf, with idf counted in the passage's language.
Other words count less, as fewer of them tell a field, and less still those of one language alone: otherwise topics
would be languages. Concepts, those of a single passage too, also count for their theme: so passages that share no word
may still be seen to speak of the same field.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.topics.digest import DigestPassage
from pipeline.topics.keys import CONCEPT, is_concept
from pipeline.topics.lexicon import TONGUES, Tongue
from pipeline.topics.words import CAPITAL, JOINED, LOWER, MASKED

TINY = 8  # passages below which words of a single passage count
COMMON_FROM, COMMON = 20, 0.6  # passages from which words in more than this share of them are left out
MOST_FEATURES = 30_000
PLAIN = 0.5  # factor for what is no concept
ONE_SIDED = 0.1  # a further one where only one of two languages has it
THEME = "#"
THEME_WEIGHT = 0.6  # of a theme, against the sum of its concepts

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Sparse = Any  # scipy.sparse.csr_matrix: scipy ships no types


class Occurrences(NamedTuple):
    """Every feature seen in every passage: row (passage), column (feature), offsets; pairs behind single words."""

    rows: Ints
    columns: Ints
    starts: Ints
    ends: Ints
    features: list[str]


class Matrix(NamedTuple):
    """TF-IDF rows of unit length (or empty), one a passage; `features` names the columns, sorted."""

    weights: Sparse
    features: list[str]


def read_occurrences(passages: Sequence[DigestPassage], counted: NDArray[np.bool_]) -> Occurrences:
    """The single words and the recurring pairs of all passages, names left out, as the `counted` passages tell."""
    names = sorted({key for passage in passages for key in passage.words.keys})
    index = {name: number for number, name in enumerate(names)}
    sizes = [len(passage.words.keys) for passage in passages]
    rows = np.repeat(np.arange(len(passages), dtype=np.int64), sizes)
    columns = np.fromiter((index[key] for p in passages for key in p.words.keys), np.int64, len(rows))
    starts = np.fromiter((start for p in passages for start in p.words.starts), np.int64, len(rows))
    ends = np.fromiter((end for p in passages for end in p.words.ends), np.int64, len(rows))
    flags = np.fromiter((flag for p in passages for flag in p.words.flags), np.int64, len(rows))
    kept = _is_word(names, columns[counted[rows]], flags[counted[rows]])[columns] & (flags & MASKED == 0)
    single = Occurrences(rows[kept], columns[kept], starts[kept], ends[kept], names)
    joined = np.flatnonzero((flags & JOINED).astype(bool) & kept)
    joined = joined[kept[joined - 1] & (columns[joined] != columns[joined - 1])]
    pair = Occurrences(rows[joined], _codes(columns, joined, len(names)), starts[joined - 1], ends[joined], names)
    return _with_pairs(single, pair, counted)


def select(occurrences: Occurrences, counted: NDArray[np.bool_]) -> Occurrences:
    """The occurrences in the `counted` passages only."""
    kept = counted[occurrences.rows]
    rows, columns, starts, ends, features = occurrences
    return Occurrences(rows[kept], columns[kept], starts[kept], ends[kept], features)


def build_matrix(
    occurrences: Occurrences, tongues: Sequence[Tongue], counted: NDArray[np.bool_], themes: Mapping[str, str]
) -> Matrix:
    """Weigh the occurrences; document frequencies are those of the `counted` passages (duplicates are not)."""
    from scipy.sparse import coo_matrix, hstack

    shape = (len(tongues), len(occurrences.features))
    ones = np.ones(len(occurrences.rows))
    counts: Sparse = coo_matrix((ones, (occurrences.rows, occurrences.columns)), shape=shape).tocsr()
    counts.sum_duplicates()
    frequency = _frequency(counts[counted])
    columns = _choose(frequency, int(counted.sum()))
    counts.data = 1 + np.log(counts.data)
    sides = np.array([TONGUES.index(tongue) for tongue in tongues], dtype=np.int64)
    shares = [_frequency(counts[counted & (sides == side)]) for side in range(len(TONGUES))]
    totals = [int((counted & (sides == side)).sum()) for side in range(len(TONGUES))]
    known = np.array([is_concept(feature) for feature in occurrences.features], dtype=bool)
    factors = np.stack([_idf(shares[side], totals[side]) for side in range(len(TONGUES))])
    factors[:, ~known] *= PLAIN * _balance(shares, totals)[~known]
    entries = counts.tocoo()
    entries.data = entries.data * factors[sides[entries.row], entries.col]
    weights = entries.tocsr()
    sums, names = _themes(weights, occurrences.features, counted, themes)
    both = hstack([weights[:, columns], sums]).tocsr()
    return Matrix(unit_rows(both), [*(occurrences.features[i] for i in columns), *names])


def _is_word(names: Sequence[str], columns: Ints, flags: Ints) -> NDArray[np.bool_]:
    """Which features are words rather than names: known concepts, and what is not written with a capital only."""
    lower = np.bincount(columns, (flags & LOWER) > 0, len(names))
    capital = np.bincount(columns, (flags & CAPITAL) > 0, len(names))
    known = np.array([name.startswith(CONCEPT) for name in names], dtype=bool)
    kept: NDArray[np.bool_] = known | (lower > 0) | (capital == 0)
    return kept


def _codes(columns: Ints, joined: Ints, base: int) -> Ints:
    """One number a pair, the same for both orders."""
    one, other = columns[joined], columns[joined - 1]
    return np.minimum(one, other) * base + np.maximum(one, other)


def _with_pairs(single: Occurrences, pair: Occurrences, counted: NDArray[np.bool_]) -> Occurrences:
    """Add the pairs that at least two counted passages have, as columns behind those of the single words."""
    base = len(single.features)
    seen = counted[pair.rows]
    unique = np.unique(np.stack([pair.columns[seen], pair.rows[seen]]), axis=1)[0]
    codes, frequency = np.unique(unique, return_counts=True)
    codes = codes[frequency > 1]
    kept = np.isin(pair.columns, codes)
    names = [f"{single.features[code // base]} {single.features[code % base]}" for code in codes.tolist()]
    columns = base + np.searchsorted(codes, pair.columns[kept])
    return Occurrences(
        np.concatenate([single.rows, pair.rows[kept]]),
        np.concatenate([single.columns, columns]),
        np.concatenate([single.starts, pair.starts[kept]]),
        np.concatenate([single.ends, pair.ends[kept]]),
        single.features + names,
    )


def _themes(
    weights: Sparse, features: Sequence[str], counted: NDArray[np.bool_], themes: Mapping[str, str]
) -> tuple[Sparse, list[str]]:
    """A column a theme, with its name: the sum of its concepts, by how rare the theme is."""
    from scipy.sparse import coo_matrix, diags

    found = [themes.get(feature.removeprefix(CONCEPT)) if is_concept(feature) else None for feature in features]
    names = sorted({theme for theme in found if theme})
    index = {theme: number for number, theme in enumerate(names)}
    pairs = [(column, index[theme]) for column, theme in enumerate(found) if theme]
    places = ([column for column, _ in pairs], [theme for _, theme in pairs])
    sums = (weights @ coo_matrix((np.ones(len(pairs)), places), shape=(len(features), len(names)))).tocsr()
    idf = np.log((1 + counted.sum()) / (1 + _frequency(sums[counted])))
    rare = (sums @ diags(THEME_WEIGHT * idf)).tocsr()
    rare.eliminate_zeros()
    return rare, [THEME + name for name in names]


def _frequency(counts: Sparse) -> Ints:
    return np.bincount(counts.indices, minlength=counts.shape[1])


def _choose(frequency: Ints, passages: int) -> Ints:
    """The columns to keep; where there are too many, the most frequent ones."""
    kept = frequency >= (2 if passages >= TINY else 1)
    if passages >= COMMON_FROM:
        kept &= frequency <= COMMON * passages
    columns = np.flatnonzero(kept)
    order = np.lexsort((columns, -frequency[columns]))
    return np.sort(columns[order[:MOST_FEATURES]])


def _idf(shares: Ints, total: int) -> Floats:
    found: Floats = np.log((1 + total) / (1 + shares)) + 1
    return found


def _balance(shares: Sequence[Ints], totals: Sequence[int]) -> Floats:
    """How evenly both languages have each feature: 1 where as often, `ONE_SIDED` where only one does."""
    if min(totals) == 0:
        return np.ones(len(shares[0]))
    smooth = [(share + 0.5) / (total + 1) for share, total in zip(shares, totals, strict=True)]
    found: Floats = ONE_SIDED + (1 - ONE_SIDED) * np.sqrt(np.minimum(*smooth) / np.maximum(*smooth))
    return found


def unit_rows(weights: Sparse) -> Sparse:
    """The rows with length 1; empty ones stay empty."""
    from scipy.sparse import diags

    lengths = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    return diags(1 / lengths) @ weights
