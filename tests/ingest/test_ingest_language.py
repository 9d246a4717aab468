"""The language of blocks and documents."""

from pathlib import Path

import pytest

from pipeline.ingest import IngestResources, ingest
from pipeline.ingest.language import LanguageJudge
from pipeline.records import Ingested, Override

FRENCH = "Le ministre s'est rendu à Astana où il a rencontré son homologue, avant de regagner Paris dans la soirée."
ENGLISH = "The minister travelled to Astana, where he met his counterpart, before he returned to London in the evening."
CASES = [
    (FRENCH, "fr"),
    (ENGLISH, "en"),
    (FRENCH.upper(), "fr"),
    (ENGLISH.upper(), "en"),
    ("Présentation générale du pays", "fr"),
    ("DÉCLARATION CONJOINTE SUR LA COOPÉRATION", "fr"),
    ("Foreign policy and security", "en"),
    ("JOINT STATEMENT ON COOPERATION", "en"),
    ("Der Minister ist nach Astana gereist und hat mit dem Präsidenten über die Zusammenarbeit gesprochen.", "other"),
    ("El ministro se reunió con el presidente para hablar de la cooperación entre los dos países.", "other"),
    ("Il ministro degli esteri si è recato ad Astana dove ha incontrato il presidente della repubblica.", "other"),
    (
        "O ministro das Relações Exteriores reuniu-se com o presidente para tratar da cooperação entre os países.",
        "other",
    ),
    ("De minister is naar Astana gereisd en heeft met de president over de samenwerking gesproken.", "other"),
    (
        "Minister spraw zagranicznych udał się do Astany, gdzie spotkał się z prezydentem i rozmawiał o współpracy.",
        "other",
    ),
    ("Министр иностранных дел прибыл в Астану с официальным визитом.", "other"),
    ("وصل الوزير إلى أستانا في زيارة رسمية", "other"),
    ("外交部长访问了阿斯塔纳", "other"),
]


PASSAGES = Path(__file__).parents[1] / "cases" / "ingest" / "languages.txt"


def read_passages() -> list[tuple[str | None, str]]:
    """(language or None, passage) of the file of short passages."""
    passages: list[tuple[str | None, str]] = []
    language: str | None = None
    for line in PASSAGES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = None if line == "[-]" else line[1:-1]
        elif line and not line.startswith("#"):
            passages.append((language, line))
    return passages


def read(text: str, resources: IngestResources, override: Override | None = None) -> Ingested:
    return ingest(text.encode(), path="a.txt", document_id="a", override=override, resources=resources)[0]


@pytest.mark.parametrize(("text", "language"), CASES)
def test_language(text: str, language: str, resources: IngestResources) -> None:
    assert LanguageJudge(resources).judge(text) == language
    assert read(text, resources).language == language


@pytest.mark.parametrize("text", ["Laurent Fabius", "2014", "10.06.15", "Nursultan Nazarbaïev – Astana", "—", "€ 100"])
def test_names_and_figures_say_nothing(text: str, resources: IngestResources) -> None:
    assert LanguageJudge(resources).judge(text) is None


def test_a_document_of_figures_is_unknown(resources: IngestResources) -> None:
    done = read("10.06.15", resources)
    assert done.language == "unknown"
    assert done.languages == {"unknown": 1.0}


def test_names_take_their_neighbours_language(resources: IngestResources) -> None:
    done = read(f"{ENGLISH}\n\nLaurent Fabius\n\n{FRENCH}\n\nAstana 2017", resources)
    assert [block.language for block in done.blocks] == ["en", "fr", "fr", "fr"]  # a name over a text is its heading
    assert list(done.languages) == sorted(done.languages, key=lambda code: -done.languages[code])


@pytest.mark.parametrize(("said", "expected"), [("fr", ["fr", "fr", "en"]), ("en", ["en", "fr", "en"])])
def test_the_users_word_wins_where_it_is_not_clearly_wrong(
    said: str, expected: list[str], resources: IngestResources
) -> None:
    override = Override(language="fr" if said == "fr" else "en")
    done = read(f"Bilateral\n\n{FRENCH}\n\n{ENGLISH}", resources, override)
    assert [block.language for block in done.blocks] == expected


def test_shares(resources: IngestResources) -> None:
    done = read(f"{FRENCH}\n\n{FRENCH}\n\n{ENGLISH}", resources)
    assert done.language == "fr"
    assert 0.6 < done.languages["fr"] < 0.7


def test_short_passages(resources: IngestResources) -> None:
    judge = LanguageJudge(resources).judge
    passages = read_passages()
    found = [(language, judge(text), text) for language, text in passages]
    assert len(passages) >= 150
    assert not [one for one in found if one[1] not in (one[0], None)], "a wrong language is worse than none"
    assert not [one for one in found if one[0] in (None, "other") and one[1] != one[0]]
    assert sum(own == language for language, own, _ in found) >= 0.92 * len(found)


def test_what_is_quoted_is_not_the_authors_language(resources: IngestResources) -> None:
    judge = LanguageJudge(resources).judge
    assert judge("« We shall never agree to that », lui a-t-il répondu en sortant.") == "fr"
    assert judge("“Nous n'accepterons jamais cela”, he told them as he left.") == "en"
