"""The tables of accuracy and of the gold corpus in the README files, generated."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError, UserError
from pipeline.evaluate.baselines.run import EDS_NLP, FIRST_SCRIPT
from pipeline.evaluate.gold import GoldDocument, GoldItem, label_of
from pipeline.evaluate.report import SPLITS, Report, to_json
from pipeline.evaluate.results import Evaluation, Score
from pipeline.evaluate.score import ENTITY_LABELS, LABELS

BEGIN, END = "<!-- figures: written by make evaluate PIN=1 -->", "<!-- end of figures -->"
PINNED = "pinned.json"
_BETWEEN = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)

# Words of the tables, by language of the README. The labels are the same in both.
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "test": "Test split",
        "dev": "Dev split",
        "language": "French | English",
        "documents": "documents",
        "linking": "Linking, B³ F1",
        "across": "Linking, French–English pairs, F1",
        "words": "Words of the main text, F1",
        "boilerplate": "Boilerplate kept",
    },
    "fr": {
        "test": "Partie test",
        "dev": "Partie dev",
        "language": "français | anglais",
        "documents": "documents",
        "linking": "Liaison, F1 B³",
        "across": "Liaison, paires français-anglais, F1",
        "words": "Mots du texte principal, F1",
        "boilerplate": "Habillage gardé",
    },
}


def pin_report(folder: Path, report: Report) -> Report:
    """Keep what the tables are made from beside the gold: scores of languages by `value`, linking, cleaning."""
    brief = msgspec.structs.replace(
        report, splits={name: _brief(one) for name, one in report.splits.items()}, note=None
    )
    (folder / PINNED).write_bytes(to_json(brief))
    return brief


def pinned_report(folder: Path) -> Report:
    """What `pin_report` kept.

    Raises:
        ConfigError: nothing was kept, or something else stands there.
    """
    try:
        return msgspec.json.decode((folder / PINNED).read_bytes(), type=Report)
    except (OSError, msgspec.DecodeError) as error:
        raise ConfigError(folder / PINNED, None, f"{error}; PIN=1 writes it") from None


def _brief(evaluation: Evaluation) -> Evaluation:
    scores = tuple(score for score in evaluation.scores if score.by == "language" and score.measure == "value")
    return msgspec.structs.replace(evaluation, scores=scores, confusion=(), checks=(), findings=())


def write_figures(readme: Path, table: str) -> None:
    """Replace what stands between the two marks of a README.

    Raises:
        UserError: the marks are not there.
    """
    text = readme.read_text(encoding="utf-8")
    if not _BETWEEN.search(text):
        raise UserError(f"{readme}: the marks {BEGIN} and {END} are not there")
    readme.write_text(_BETWEEN.sub(lambda _: f"{BEGIN}\n{table}\n{END}", text), encoding="utf-8")


def read_figures(readme: Path) -> str:
    """What stands between the marks."""
    match = _BETWEEN.search(readme.read_text(encoding="utf-8"))
    return match[0].removeprefix(BEGIN).removesuffix(END).strip() if match else ""


def figures(report: Report, language: str) -> str:
    """Tables in Markdown: F1 (measure `value`) of test and dev beside the baselines, then linking and cleaning."""
    return "\n\n".join("\n".join(_table(report, split, WORDS[language])) for split in ("test", "dev"))


def counts(gold: Sequence[GoldDocument]) -> str:
    """Tables in Markdown: required items of a gold corpus by split and language, and by genre."""
    return "\n".join([*_by_split(gold), "", *_by_genre(gold)])


def _by_split(gold: Sequence[GoldDocument]) -> Iterator[str]:
    groups = [(split, language) for split in SPLITS for language in ("fr", "en")]
    yield "| | " + " | ".join(f"{split} {language}" for split, language in groups) + " |"
    yield "|---|" + "---|" * len(groups)
    found = {group: [item for item in gold if (item.split, item.lang) == group] for group in groups}
    yield "| documents | " + " | ".join(str(len(found[group])) for group in groups) + " |"
    tallies = {group: Counter(label for item in found[group] for label in _required(item)) for group in groups}
    for label in (*ENTITY_LABELS, "DATE", "AMOUNT"):
        yield f"| {label} | " + " | ".join(str(tallies[group][label]) for group in groups) + " |"


def _by_genre(gold: Sequence[GoldDocument]) -> Iterator[str]:
    yield "| genre | split | documents | names | dates | amounts |"
    yield "|---|---|---|---|---|---|"
    for genre in sorted({item.genre or "" for item in gold}):
        mine = [item for item in gold if item.genre == genre]
        tally = Counter(label for item in mine for label in _required(item))
        names = sum(tally[label] for label in ENTITY_LABELS)
        splits = ", ".join(sorted({item.split or "" for item in mine}))
        yield f"| {genre} | {splits} | {len(mine)} | {names} | {tally['DATE']} | {tally['AMOUNT']} |"


def _required(item: GoldDocument) -> Iterator[str]:
    items: tuple[GoldItem, ...] = (*item.entities, *item.dates, *item.amounts)
    return (label_of(one) for one in items if not one.optional)


def _table(report: Report, split: str, words: Mapping[str, str]) -> Iterator[str]:
    evaluation = report.splits[split]
    ours = _by_label(evaluation)
    script = _by_label(report.baselines.get(FIRST_SCRIPT, {}).get(split))
    eds = _by_label(report.baselines.get(EDS_NLP, {}).get(split))
    french, english = words["language"].split(" | ")
    others = [f"{FIRST_SCRIPT}, {french}", f"{FIRST_SCRIPT}, {english}", f"{EDS_NLP}, {french}"]
    head = [f"{words[split]} ({evaluation.documents} {words['documents']})", french, english, *others]
    yield "| " + " | ".join(head) + " |"
    yield "|---|" + "---|" * (len(head) - 1)
    for label in LABELS:
        if ("fr", label) in ours or ("en", label) in ours:
            cells = [_cell(ours.get(("fr", label))), _cell(ours.get(("en", label)))]
            cells += [_f1(score) for score in (script.get(("fr", label)), script.get(("en", label)))]
            yield "| " + " | ".join([label, *cells, _f1(eds.get(("fr", label)))]) + " |"
    yield ""
    yield " · ".join(_others(evaluation, words))


def _others(evaluation: Evaluation, words: Mapping[str, str]) -> Iterator[str]:
    if evaluation.linking and evaluation.linking.b_cubed:
        yield f"{words['linking']} {evaluation.linking.b_cubed[2]:.3f}"
    if evaluation.linking and evaluation.linking.pairs:
        yield f"{words['across']} {evaluation.linking.pairs[2]:.3f}"
    if evaluation.cleaning and evaluation.cleaning.f1 is not None:
        yield f"{words['words']} {evaluation.cleaning.f1:.3f}"
    if evaluation.cleaning and evaluation.cleaning.boilerplate_kept is not None:
        yield f"{words['boilerplate']} {evaluation.cleaning.boilerplate_kept:.3f}"


def _by_label(evaluation: Evaluation | None) -> dict[tuple[str, str], Score]:
    scores = evaluation.scores if evaluation else ()
    return {(s.group, s.label): s for s in scores if s.by == "language" and s.measure == "value"}


def _cell(score: Score | None) -> str:
    if score is None:
        return "–"
    interval = f" ({score.interval[0]:.2f}–{score.interval[1]:.2f})" if score.interval else ""
    return f"{score.f1:.3f}{interval}"


def _f1(score: Score | None) -> str:
    return f"{score.f1:.3f}" if score else "–"
