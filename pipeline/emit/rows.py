"""Records as rows of the database, in the order of the columns of `database.sql`."""

from collections.abc import Iterator, Sequence

from pipeline.emit.columns import LIST_SEPARATOR, Flat, first_page, flat, kind_of
from pipeline.emit.tables import passages_by_document
from pipeline.emit.topic_rows import Rows, Value, rounded, topic_rows
from pipeline.records import Document, DuplicateGroup, Entity, Mention, Rejection, Topic, Unsure


class CorpusRows:
    """What is known of the corpus as a whole, as rows to insert before and after the documents."""

    def __init__(
        self,
        entities: Sequence[Entity],
        topics: Sequence[Topic],
        duplicates: Sequence[DuplicateGroup],
        unsure: Sequence[Unsure],
        rejections: Sequence[Rejection],
    ) -> None:
        self._entities, self._topics = entities, topics
        self._duplicates, self._unsure, self._rejections = duplicates, unsure, rejections
        self.passages = passages_by_document(topics)
        self.duplicate_of = duplicate_of(duplicates)

    def before(self) -> Iterator[Rows]:
        """What documents refer to."""
        yield "entities", [_entity(entity) for entity in self._entities]
        yield "aliases", [(entity.id, alias) for entity in self._entities for alias in sorted(set(entity.aliases))]
        yield "former_names", [(e.id, one.name, one.since, one.until) for e in self._entities for one in e.former]
        yield (
            "entity_roles",
            [(e.id, one.role, one.first, one.last, one.documents) for e in self._entities for one in e.roles],
        )
        yield "related_entities", [(e.id, one.kind, one.entity) for e in self._entities for one in e.related]
        for topic in self._topics:
            yield from topic_rows(topic)

    def after(self) -> Iterator[Rows]:
        """What refers to documents."""
        pairs = ((group, document) for group in self._duplicates for document in group.documents)
        yield (
            "duplicates",
            [
                (group.representative, document, group.kind, round(group.similarity, 4))
                for group, document in pairs
                if document != group.representative
            ],
        )
        yield "unsure", [_unsure(number, item) for number, item in enumerate(self._unsure)]
        yield "rejections", [(r.path, r.sha256, r.stage, r.code, r.reason) for r in self._rejections]


def duplicate_of(groups: Sequence[DuplicateGroup]) -> dict[str, str]:
    """Which document each repetition repeats."""
    pairs = ((document, group.representative) for group in groups for document in group.documents)
    return {document: representative for document, representative in pairs if document != representative}


def document_rows(document: Document, corpus: CorpusRows) -> Iterator[Rows]:
    """All rows of one document, what is referred to first."""
    name = document.id
    yield "documents", [_document(document, corpus.duplicate_of.get(name))]
    yield (
        "metadata_evidence",
        [
            (name, field, one.found, round(one.confidence, 4))
            for field, one in sorted(document.metadata.evidence.items())
        ],
    )
    yield "document_languages", [(name, key, round(share, 4)) for key, share in sorted(document.languages.items())]
    yield (
        "document_keywords",
        [(name, rank, one.term, one.count, one.documents) for rank, one in enumerate(document.keywords)],
    )
    yield "blocks", _blocks(document)
    yield (
        "dropped",
        [
            (name, number, item.reason, item.source.start, item.source.end, item.source.page, item.text)
            for number, item in enumerate(document.dropped)
        ],
    )
    yield "mentions", [_mention(name, mention) for mention in document.mentions]
    yield (
        "mention_sources",
        [
            (name, mention.id, number, piece.start, piece.end, piece.page)
            for mention in document.mentions
            for number, piece in enumerate(mention.source)
        ],
    )
    yield (
        "role_references",
        [
            (name, number, one.entity, one.start, one.end, first_page(one.source), one.text)
            for number, one in enumerate(document.references)
        ],
    )
    yield (
        "summaries",
        [(name, number, s.start, s.end, first_page(s.source), s.text) for number, s in enumerate(document.summary)],
    )
    yield "document_topics", [(name, topic.id, round(topic.weight, 4)) for topic in document.topics]
    yield (
        "topic_passages",
        [
            (topic.id, name, p.start, p.end, round(p.score, 4), document.text[p.start : p.end])
            for topic, p in corpus.passages.get(name, ())
        ],
    )


def _document(document: Document, repeats: str | None) -> tuple[Value, ...]:
    meta, source = document.metadata, document.source
    return (
        *(document.id, meta.title, meta.published, meta.publisher, meta.author, meta.place, meta.reference),
        *(meta.type, meta.url, document.language, len(document.text), repeats),
        *(source.path, source.media_type, source.charset, source.bytes, source.pages, source.reader, source.sha256),
    )


def _blocks(document: Document) -> list[tuple[Value, ...]]:
    return [
        (
            *(None, document.id, number, block.kind, block.language, int(block.main), block.start, block.end),
            first_page(block.source),
            document.text[block.start : block.end],
        )
        for number, block in enumerate(document.blocks)
    ]


def _mention(document: str, mention: Mention) -> tuple[Value, ...]:
    value = flat(mention)
    return (
        *(document, mention.id, kind_of(mention), mention.label, mention.text, mention.start, mention.end),
        *(mention.entity, round(mention.confidence, 4), mention.by, int(mention.main)),
        *(value.role, value.edtf, value.earliest, value.latest, value.mod, value.bound, value.timex_type),
        *(value.timex_value, value.anchor_kind, value.anchor_date, value.value, value.low, value.high),
        *(_number(value), value.unit, value.unit_lemma, value.unit_kind, value.per, value.alternatives),
    )


def _number(value: Flat) -> float | None:
    """A number to sort and compare by; the exact one is the decimal string in `value`."""
    figure = value.value or value.low or value.high
    try:
        return float(figure) if figure else None
    except ValueError:
        return None


def _entity(entity: Entity) -> tuple[Value, ...]:
    names = entity.names
    return (
        *(entity.id, entity.label, names.fr or names.en or entity.id, names.fr, names.en),
        *(
            entity.country,
            rounded(entity.lat),
            rounded(entity.lon),
            entity.wikidata,
            entity.documents,
            entity.mentions,
        ),
    )


def _unsure(number: int, item: Unsure) -> tuple[Value, ...]:
    lists = (LIST_SEPARATOR.join(item.candidates), LIST_SEPARATOR.join(item.documents))
    return (number, item.form, item.label, lists[0], item.reason, lists[1])
