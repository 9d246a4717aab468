"""An entity in the terminal: what is known of it, and where it is mentioned."""

from collections.abc import Iterable, Iterator
from itertools import islice

from rich.console import Group, RenderableType
from rich.rule import Rule

from pipeline.emit.columns import source_offsets
from pipeline.emit.context import parts
from pipeline.records import Document, Entity
from pipeline.report.wording import former_words, role_words
from pipeline.report.words import ReportLexicon
from pipeline.show.terminal import COLOURS, MOST_PLACES, display_name, facts_table, plain, section


def render_entity(entity: Entity, documents: Iterable[Document], lexicon: ReportLexicon) -> RenderableType:
    """An entity and the sentences that mention it, from these documents (those that mention it are enough)."""
    words = lexicon.words
    facts = facts_table()
    for name, value in (
        (words["kind"], lexicon.say("labels", entity.label)),
        (words["aliases"], " · ".join(entity.aliases)),
        (words["country"], entity.country),
        (words["former_names"], " · ".join(former_words(one, lexicon) for one in entity.former)),
        (words["seat_of"], " · ".join(one.entity for one in entity.related)),
        (words["roles"], " · ".join(role_words(one, lexicon) for one in entity.roles)),
        (words["mentions"], str(entity.mentions)),
        (words["documents"], str(entity.documents)),
    ):
        if value:
            facts.add_row(name, plain(value))
    places = list(islice(_places(entity, documents), MOST_PLACES))
    left = entity.mentions - len(places)
    more = [plain(f"… {left} {lexicon.noun(left, 'more_rows')} tables/mentions.csv", style="dim")]
    return Group(
        Rule(plain(f"{display_name(entity.names, entity.id, lexicon)}  {entity.id}", style="bold")),
        facts,
        *section(words["where"], places),
        *(more if left > 0 else []),
    )


def _places(entity: Entity, documents: Iterable[Document]) -> Iterator[RenderableType]:
    style = COLOURS.get(entity.label, "bold")
    for document in documents:
        for mention in document.mentions:
            if mention.entity == entity.id:
                before, text, after = parts(document, mention.start, mention.end)
                line = plain(before.lstrip()).append_text(plain(text, style=style)).append_text(plain(after.rstrip()))
                yield line.append_text(plain(f"\n  {document.id}  {source_offsets(mention)}", style="dim"))
