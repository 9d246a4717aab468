"""Titles in two lines, headlines over their decks, names of papers, and days in telegrams."""

import pytest

from pipeline.ingest import IngestResources, ingest

BODY = "The seamen voted yesterday by 212 to 40 to go back to work after nine days, and the first boat leaves at dawn."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "NOTE ON THE BUDGET\n\nSpending to the end of June and outlook",
            "NOTE ON THE BUDGET Spending to the end of June and outlook",
        ),
        ("RAPPORT SUR LES PORTS\n\nLes ports du nord en 2018", "RAPPORT SUR LES PORTS Les ports du nord en 2018"),
        ("MALTE\n\nFICHE PAYS DÉTAILLÉE", "MALTE FICHE PAYS DÉTAILLÉE"),
        ("FERRY STRIKE IS OVER\n\nSeamen voted by a wide margin to go back", "FERRY STRIKE IS OVER"),
        (
            "Un pont, mais pour qui ?\n\nLes îles attendent depuis trente ans le chantier promis",
            "Un pont, mais pour qui ?",
        ),
        ("NOTE ON THE BUDGET\n\n1. Spending to the end of June", "NOTE ON THE BUDGET"),
    ],
)
def test_title(head: str, title: str, resources: IngestResources) -> None:
    done, _ = ingest(f"{head}\n\n{BODY}\n".encode(), path="a.txt", document_id="a", override=None, resources=resources)
    assert done.metadata.title == title


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("ANS 121654 GMT OCT 74", "1974-10-12"),
        ("R 031200Z MAR 2009", "2009-03-03"),
        ("ref 121654 of Oct 74 tons", None),
    ],
)
def test_time_stamp(stamp: str, day: str | None, resources: IngestResources) -> None:
    text = f"Ferry strike is over at last\n\n{BODY}\n\n{stamp}\n"
    done, _ = ingest(text.encode(), path="a.txt", document_id="a", override=None, resources=resources)
    assert done.metadata.published == day
