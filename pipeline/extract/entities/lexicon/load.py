"""The lexicon of a language, read from its files: lists put together, one label a head."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.extract.entities.lexicon.agreements import Agreements
from pipeline.extract.entities.lexicon.bodies import Bodies
from pipeline.extract.entities.lexicon.entities import Casing, EntityLexicon
from pipeline.extract.entities.lexicon.events import Events
from pipeline.extract.entities.lexicon.foreign_bodies import ForeignBodies
from pipeline.extract.entities.lexicon.frames import Frames
from pipeline.extract.entities.lexicon.people import People
from pipeline.extract.entities.lexicon.places import Places
from pipeline.extract.entities.lexicon.press import Press
from pipeline.extract.entities.lexicon.things import Things
from pipeline.extract.entities.lexicon.word_lists import (
    as_lexicon,
    check_entries,
    line_of_entry,
    load_word_lists,
    read_word_lists,
)
from pipeline.extract.entities.tokens import Phrases
from pipeline.toml import load_toml

CASING = "casing"  # under models/
_BARE = {"é": "e", "ê": "e", "è": "e"}  # French capitals often go without their accent: `l'Evêque`
_INTRODUCING = ("civilities", "titles", "plurals")  # the lists of what introduces people
_OF_EVENTS = ("kinds", "cultural_years", "wars", "placed", "dated", "ranked_meetings")  # the lists of single words


def load_entity_lexicons(models: Path) -> dict[str, EntityLexicon]:
    """The entity lexicons of both languages.

    Raises:
        ConfigError: a file is missing or wrong, or names one head under two labels.
    """
    return {language: _load(models, language) for language in ("fr", "en")}


def _load(models: Path, language: str) -> EntityLexicon:
    path = models / "lexicons" / language / "entities.toml"
    file = load_toml(path, dict[str, Any])
    for name, entries in _lists(file):
        check_entries(path, name, entries)
    file |= file.pop("rules", {})
    heads = _labels(path, file.get("heads", {}))
    casing = load_toml(models / CASING / f"{language}.toml", Casing)
    made = {"heads": heads, "language": language, "casing": casing}
    return as_lexicon(path, {**file, **made, **_beside(path), "things": _things(models, language)}, EntityLexicon)


def _beside(path: Path) -> dict[str, Any]:
    """The lexicons with a file of their own: those beside the language's, and one of all languages above it."""
    return {
        "people": _people(path.with_name("people.toml")),
        "places": load_word_lists(path.with_name("places.toml"), Places),
        "events": _events(path.with_name("events.toml")),
        "agreements": load_word_lists(path.with_name("agreements.toml"), Agreements),
        "bodies": load_word_lists(path.with_name("bodies.toml"), Bodies),
        "frames": load_word_lists(path.with_name("frames.toml"), Frames),
        "press": load_word_lists(path.with_name("press.toml"), Press),
        "foreign": load_word_lists(path.parents[1] / "foreign_bodies.toml", ForeignBodies),
    }


def _things(models: Path, language: str) -> Things:
    path = models / "lexicons" / language / "things.toml"
    money = load_toml(models / "gazetteers" / "currencies.toml", dict[str, Any])
    codes = [code.lower() for code in money["codes"] if code not in money["guarded"]]
    return as_lexicon(path, {**read_word_lists(path), "codes": codes}, Things)


def _people(path: Path) -> People:
    lists = read_word_lists(path)
    for name in _INTRODUCING:
        lists[name] = [
            *lists.get(name, ()),
            *(_BARE[word[0]] + word[1:] for word in lists.get(name, ()) if word[0] in _BARE),
        ]
    introducers = list(dict.fromkeys(word for name in _INTRODUCING for word in lists.get(name, ())))
    return as_lexicon(path, {**lists, "introducers": introducers}, People)


def _events(path: Path) -> Events:
    lists = read_word_lists(path)
    words = {word for name in _OF_EVENTS for word in lists.get(name, ())}
    words.update(Phrases(lists.get("of_peoples", ())).words())
    return as_lexicon(path, {**lists, "words": words}, Events)


def _lists(table: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """The lists of words of a table and of the tables in it, each with its name."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _lists(value)
        elif isinstance(value, list):
            yield name, value


def _labels(path: Path, heads: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The label of each head, which may have one only."""
    labels: dict[str, str] = {}
    for label, words in heads.items():
        for word in words:
            if word in labels:
                reason = f"head {word!r} stands under {labels[word]} and {label}"
                raise ConfigError(path, line_of_entry(path, label, word), reason)
            labels[word] = label
    return labels
