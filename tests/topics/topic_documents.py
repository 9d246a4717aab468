"""Documents made for the tests of the topics stage, and a small bilingual corpus of three themes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from pipeline.alignment import Alignment
from pipeline.records import (
    AmountMention,
    AmountValue,
    Block,
    BlockKind,
    DateMention,
    DateValue,
    DocumentLinks,
    EntityMention,
    EntityValue,
    Extracted,
    Ingested,
    Language,
    Mention,
    Metadata,
    Source,
    Timex,
)
from pipeline.topics import load_topic_lexicons

LEXICONS = load_topic_lexicons(Path(__file__).parents[2] / "models")

Input = tuple[Ingested, Extracted, DocumentLinks]

THEMES: dict[str, dict[str, list[str]]] = {
    "energy": {
        "fr": [
            "La nouvelle centrale produira de l’électricité pour trois provinces du nord.",
            "Le gazoduc transporte le gaz vers les raffineries de la côte.",
            "Les ingénieurs ont livré l’uranium destiné au réacteur de recherche.",
            "La part des énergies renouvelables, solaire et éolienne, doit doubler.",
            "Le prix du pétrole pèse sur la facture énergétique des ménages.",
            "Un second réacteur remplacera la vieille centrale à charbon.",
        ],
        "en": [
            "The new power plant will supply electricity to three northern provinces.",
            "The pipeline carries gas to the refineries on the coast.",
            "Engineers delivered the uranium meant for the research reactor.",
            "The share of renewable energy, solar and wind power, has to double.",
            "The price of oil weighs on the energy bill of households.",
            "A second reactor will replace the old coal plant.",
        ],
    },
    "culture": {
        "fr": [
            "Le musée présente une exposition de peinture et de photographie.",
            "L’orchestre a donné un concert de musique ancienne au théâtre.",
            "Le festival de cinéma projette des films des deux rives.",
            "Des écrivains et des traducteurs ont parlé de littérature.",
            "Le ballet de l’opéra a dansé devant un public nombreux.",
            "Le patrimoine archéologique sera montré au musée en automne.",
        ],
        "en": [
            "The museum shows an exhibition of painting and photography.",
            "The orchestra gave a concert of early music at the theatre.",
            "The cinema festival screens films from both shores.",
            "Writers and translators spoke about literature.",
            "The ballet of the opera danced before a full house.",
            "The archaeological heritage will be shown at the museum in autumn.",
        ],
    },
    "defence": {
        "fr": [
            "Les armées des deux rives mèneront un exercice naval commun.",
            "Le désarmement et la non-prolifération restent à l’ordre du jour.",
            "Un cessez-le-feu a mis fin au conflit entre les soldats.",
            "Les frégates de la marine luttent contre la piraterie et le terrorisme.",
            "Les missiles balistiques menacent la paix et la sécurité.",
            "Les militaires ont détruit des armes et des munitions.",
        ],
        "en": [
            "The armies of both shores will hold a joint naval exercise.",
            "Disarmament and non-proliferation remain on the agenda.",
            "A ceasefire ended the conflict between the soldiers.",
            "Frigates of the navy fight piracy and terrorism.",
            "Ballistic missiles threaten peace and security.",
            "The military destroyed weapons and ammunition.",
        ],
    },
}


def themes() -> list[Input]:
    """Four documents a theme and language, dated 2011 to 2014."""
    found: list[Input] = []
    for theme, texts in THEMES.items():
        for language, lines in texts.items():
            for number in range(4):
                turned = lines[number:] + lines[:number]
                blocks = [" ".join(turned[:3]), " ".join(turned[3:])]
                name = f"{theme}/{language}-{number}.txt"
                found.append(make(name, blocks, language, published=f"{2011 + number}-05"))
    return found


def make(
    name: str,
    blocks: list[str],
    language: str = "fr",
    *,
    published: str | None = None,
    kinds: list[str] | None = None,
    languages: list[str] | None = None,
    names: tuple[str, ...] = (),
    dates: tuple[str, ...] = (),
    sums: tuple[str, ...] = (),
    duplicate_of: str | None = None,
) -> Input:
    """A document of these blocks; `names` are places, `dates` years, `sums` money, wherever they stand."""
    text = "\n\n".join(blocks)
    found: list[Block] = []
    start = 0
    for number, block in enumerate(blocks):
        kind = cast(BlockKind, kinds[number] if kinds else "paragraph")
        tongue = cast(Language, languages[number] if languages else language)
        found.append(Block(start=start, end=start + len(block), kind=kind, language=tongue))
        start += len(block) + 2
    ingested = Ingested(
        id=name,
        source=Source(path=name, sha256="0", media_type="text/plain", charset="utf-8", bytes=0, pages=None, reader="t"),
        metadata=Metadata(published=published),
        language=cast(Language, language),
        languages={language: 1.0},
        text=text,
        blocks=tuple(found),
        dropped=(),
        alignment=Alignment.identity(len(text)),
    )
    extracted = Extracted(id=name, mentions=tuple(mentions(text, names=names, dates=dates, sums=sums)))
    return ingested, extracted, DocumentLinks(id=name, entities={}, duplicate_of=duplicate_of)


def mentions(
    text: str, *, names: tuple[str, ...] = (), dates: tuple[str, ...] = (), sums: tuple[str, ...] = ()
) -> Iterator[Mention]:
    """Places, years and sums of money wherever their forms stand."""
    timex = Timex(type="DATE", value="2014")
    for form in (*names, *dates, *sums):
        for found in re.finditer(re.escape(form), text):
            start, end = found.span()
            told: dict[str, Any] = {
                "id": f"m{start}",
                "start": start,
                "end": end,
                "text": form,
                "confidence": 1.0,
                "by": "test",
            }
            if form in names:
                yield EntityMention(label="LOCATION", value=EntityValue(), **told)
            elif form in dates:
                yield DateMention(label="DATE", value=DateValue(edtf="2014", timex=timex), **told)
            else:
                yield AmountMention(label="MONEY", value=AmountValue(value="1", unit="EUR", unit_kind="money"), **told)
