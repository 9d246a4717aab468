"""How frequent forms are with their capitals and without: `Vienne` and `vienne`.

A spaCy package with vectors has them for the most frequent forms of a large corpus, and writes their keys in that
order.
"""

from collections.abc import Callable
from functools import cache

import srsly  # type: ignore[import-untyped]
from spacy.strings import get_string_id

from pipeline.errors import UserError
from pipeline.extract.entities.lean import data_folder

Rank = Callable[[str], int | None]


@cache
def ranks(package: str) -> Rank:
    """What tells the place of a form among those that a package has vectors for; None for a form without one.

    Raises:
        UserError: the package is not installed, or has no vectors with keys.
    """
    try:
        keys = srsly.read_msgpack(data_folder(package) / "vocab" / "key2row")
    except (OSError, ValueError):
        raise UserError(f"the spaCy package {package} is not installed or has no vectors: mend models/models.toml") from None
    places = {key: place for place, key in enumerate(keys)}
    return lambda form: places.get(get_string_id(form))
