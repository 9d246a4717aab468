"""What the model proposes, between `<` and `>`, cut where no name goes on into the parts between `[` and `]`."""

import re

import pytest
from entity_resources import EntityResources

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.pieces import pieces
from pipeline.extract.entities.tokens import tokenize
from pipeline.records import EntityLabel


@pytest.mark.parametrize(
    ("language", "label", "marked"),
    [
        ("fr", "LOCATION", "le dialogue <[Moldavie]-[États-Unis]-[UE]> reprend"),
        ("en", "LOCATION", "the <[Moldova]–[United States]–[EU]> dialogue"),
        ("fr", "LOCATION", "en <[Guinée-Bissau]> demain"),
        ("en", "LOCATION", "in <[Guinea-Bissau]> today"),
        ("fr", "ORGANIZATION", "présidente de la <[Commission européenne] [Marie Kerbrat]> dit"),
        ("en", "ORGANIZATION", "president of the <[European Commission] [Mary Kerbrat]> said"),
        ("fr", "ORGANIZATION", "auprès de l'<[Organisation des Nations unies] à Genève>"),
        ("en", "ORGANIZATION", "to the <[United Nations] in Geneva>"),
        ("fr", "ORGANIZATION", "l'<[Office des Nations unies à Genève]>"),
        ("en", "ORGANIZATION", "the <[United Nations Office in Geneva]>"),
        ("fr", "PERSON", "à Erevan (<[Arménie])[.Mme Kerbrat]> a parlé"),
        ("en", "PERSON", "in Yerevan (<[Armenia])[.Mrs Kerbrat]> spoke"),
        ("en", "ORGANIZATION", "the <[UN General Assembly]'s [Economic and Social Council]> met"),
        ("en", "ORGANIZATION", "the <[EU] Member States> agreed"),
        ("en", "LOCATION", "in <[Washington, D.C.]> today"),
    ],
)
def test_a_claim_is_cut(language: str, label: EntityLabel, marked: str, entities: EntityResources) -> None:
    text = re.sub(r"[<>\[\]]", "", marked)
    before, claimed, _ = re.split("[<>]", marked)
    start, form = len(before), re.sub(r"[\[\]]", "", claimed)
    claim = Candidate(start, start + len(form), label, "model")
    cut = pieces(tokenize(text), claim, entities.lexicons[language], entities.known)
    assert [text[one.start : one.end] for one in cut] == re.findall(r"\[([^\]]*)\]", claimed)
