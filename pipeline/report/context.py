"""What all pages share: words, facts of the corpus, templates, style and script."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cached_property
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline.emit.rows import duplicate_of
from pipeline.records import (
    DuplicateGroup,
    Entity,
    FormerName,
    HeldRole,
    Mention,
    Names,
    Rejection,
    Source,
    Topic,
    Unsure,
)
from pipeline.report import links, wording
from pipeline.report.reasons import reason_words
from pipeline.report.words import ReportWords, Table, pair

_PAGED = "application/pdf"  # browsers open it at a page that the address names
# What templates may call.
_OF_WORDS = ("both", "names", "date", "number", "noun", "plain")
_OF_RECORDS = ("meaning", "sum", "former", "role", "reason", "source_href")
_OF_LINKS = ("anchor", "fragment", "document_href", "json_href")


class ReportContext:
    """Built once a run, then only read.

    Args:
        words: of both languages, see `load_report_words`.
        entities, topics, duplicates, unsure, rejections: the facts of the corpus.
        corpus: the way from the report's folder to that of the documents; without one no page links to its source.
    """

    def __init__(
        self,
        words: ReportWords,
        *,
        entities: Iterable[Entity] = (),
        topics: Iterable[Topic] = (),
        duplicates: Sequence[DuplicateGroup] = (),
        unsure: Sequence[Unsure] = (),
        rejections: Sequence[Rejection] = (),
        corpus: str | None = None,
    ) -> None:
        self.words, self.corpus = words, corpus
        self.entities = {entity.id: entity for entity in entities}
        self.topics = {topic.id: topic for topic in topics}
        self.duplicates, self.unsure, self.rejections = duplicates, unsure, rejections
        self.duplicate_of = duplicate_of(duplicates)

    def render(self, template: str, path: str, **values: object) -> bytes:
        """A page that will lie at `path` in the report's folder."""
        page = self._environment.get_template(template)
        text = page.render(root=links.root_from(path), path=path, **values)
        return text.encode("utf-8", errors="replace")

    def source_href(self, source: Source, root: str, page: int | None = None) -> str | None:
        """A link to the file a document was read from, at a page where browsers can open one there."""
        if self.corpus is None or "\N{REPLACEMENT CHARACTER}" in source.path:  # a name that is no text has no address
            return None
        return links.file_href(self.corpus, source.path, root, page if source.media_type == _PAGED else None)

    def tip(self, mention: Mention) -> str:
        """What a mention is and means on one line, in both languages."""
        label = mention.label
        texts = []
        for lexicon in (self.words.fr, self.words.en):
            meaning = wording.mention_words(mention, lexicon)
            texts.append(" : ".join(part for part in (lexicon.labels.get(label, label), meaning) if part))
        entity = self.entities.get(mention.entity or "")
        names = [self.name(entity)] if entity else []
        return " · ".join(dict.fromkeys((*texts, *names, f"{mention.confidence:.2f}")))

    def name(self, entity: Entity) -> str:
        """An entity's name for places with room for one."""
        return entity.names.fr or entity.names.en or entity.id

    def both(self, table: Table, key: str) -> Markup:
        """Words in both languages."""
        return self.words.both(table, key)

    def names(self, names: Names, fallback: str) -> Markup:
        """A name or label in both languages; the one that is known where the other is not."""
        return pair(names.fr or names.en or fallback, names.en or names.fr or fallback)

    def meaning(self, mention: Mention) -> Markup:
        """What a mention means, in words, in both languages."""
        return pair(*(wording.mention_words(mention, lexicon) for lexicon in (self.words.fr, self.words.en)))

    def sum(self, mention: Mention) -> Markup:
        """A large sum in short, in both languages: `12,5 milliards EUR`."""
        return pair(
            *(wording.mention_words(mention, lexicon, short=True) for lexicon in (self.words.fr, self.words.en))
        )

    def former(self, name: FormerName) -> Markup:
        """A former name with its dates, in both languages."""
        return pair(*(wording.former_words(name, lexicon) for lexicon in (self.words.fr, self.words.en)))

    def role(self, held: HeldRole) -> Markup:
        """A role with its dates, in both languages."""
        return pair(*(wording.role_words(held, lexicon) for lexicon in (self.words.fr, self.words.en)))

    def date(self, edtf: str | None) -> Markup:
        """A date in words, in both languages."""
        if not edtf:
            return Markup()
        return pair(*(wording.date_words(edtf, lexicon) for lexicon in (self.words.fr, self.words.en)))

    def number(self, value: str | int) -> Markup:
        """A number as each language writes it."""
        return pair(*(wording.number_words(str(value), lexicon) for lexicon in (self.words.fr, self.words.en)))

    def reason(self, reason: str) -> Markup:
        """Why a document was rejected, in both languages."""
        return pair(*(reason_words(reason, self.words, lexicon) for lexicon in (self.words.fr, self.words.en)))

    def noun(self, count: int, key: str) -> Markup:
        """The word for so many things, in both languages."""
        return pair(*(lexicon.noun(count, key) for lexicon in (self.words.fr, self.words.en)))

    def plain(self, key: str) -> str:
        """Words in both languages where no markup can stand (attributes, the title of the window)."""
        return " · ".join(dict.fromkeys((self.words.fr.words[key], self.words.en.words[key])))

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=PackageLoader("pipeline.report"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        script = _asset("script.js")
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        environment.globals.update(
            style=Markup(_asset("style.css")),
            script=Markup(script),
            policy=f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; img-src data:; "
            "base-uri 'none'; form-action 'none'",
            t=self._words,
            **{name: getattr(self, name) for name in (*_OF_WORDS, *_OF_RECORDS)},
            **{name: getattr(links, name) for name in _OF_LINKS},
            share=share,
        )
        return environment

    def _words(self, key: str) -> Markup:
        """Words of the page itself: a key without words is a mistake in a template."""
        return pair(self.words.fr.words[key], self.words.en.words[key])


def share(value: float) -> Markup:
    """A number from 0 to 1 with two decimals, and a bar for the eye."""
    width = round(min(max(value, 0.0), 1.0) * 100)
    return Markup('<span class="share" style="--part:{}%">{}</span>').format(width, escape(f"{value:.2f}"))


def _asset(name: str) -> str:
    return files("pipeline.report").joinpath("templates", name).read_text(encoding="utf-8")
