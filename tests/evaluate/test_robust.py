"""What names lose in changed text: counted by split and language, against the text as it is."""

from collections.abc import Sequence

from pipeline.evaluate.gold import GoldBlock, GoldDocument, GoldEntity, GoldSource
from pipeline.evaluate.robust import robustness
from pipeline.records import EntityMention, EntityValue, Passage

TEXT = "Paris et Genève dorment."


def _gold() -> GoldDocument:
    names = [
        GoldEntity(text=name, type="LOCATION", span=(TEXT.index(name), TEXT.index(name) + len(name)))
        for name in ("Paris", "Genève")
    ]
    block = GoldBlock(start=0, end=len(TEXT), kind="paragraph", language="fr")
    source = GoldSource(file="a.txt")
    return GoldDocument(source=source, lang="fr", split="dev", text=TEXT, blocks=(block,), entities=tuple(names))


def _find(passages: Sequence[Passage]) -> list[EntityMention]:
    """Finds both towns as they are written."""
    return [
        EntityMention(
            id="", label="LOCATION", start=at, end=at + len(name), text=name, confidence=1.0, by="rules:test",
            main=True, value=EntityValue(),
        )
        for passage in passages
        for name in ("Paris", "Genève")
        if (at := passage.text.find(name)) >= 0
    ]  # fmt: skip


def test_losses_are_told_by_change() -> None:
    rows = {row.change: row for row in robustness([_gold()], _find)}
    assert rows["as it is"].f1 == 1.0
    assert rows["broken lines"].lost == 0.0
    assert rows["capitals"].f1 == 0.0
    assert 0.0 < rows["accents lost"].lost < 0.5
    assert {(row.split, row.language) for row in rows.values()} == {("dev", "fr")}
