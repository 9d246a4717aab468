"""Gazetteer: the names known before any document is read, for `extract` (what is a name) and `link` (whose it is).

In: `models/gazetteers/*.toml`, the countries of CLDR, the cities of GeoNames. Out: `Gazetteer`, asked by form.
`entries` says what an entry is, `countries` and `cities` read the packages, `people` the public figures; `forms`
normalises names with the words of `lexicon`, `known` puts them together.
"""

from pipeline.gazetteer.known import Gazetteer, load_gazetteer

__all__ = ["Gazetteer", "load_gazetteer"]
