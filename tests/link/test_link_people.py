"""Persons: short names, spellings, and people who must stay apart."""

from typing import Literal

import pytest
from link_documents import document, linked, of

from pipeline.link.people import sound

SPELLINGS = [
    ("Nazarbaïev", "Nazarbaev"), ("Nazarbaïev", "Nazarbayev"), ("Idrissov", "Idrisov"), ("Tokaïev", "Tokayev"),
    ("Khrouchtchev", "Khrushchev"), ("Gorbatchev", "Gorbachev"), ("Loukachenko", "Lukashenko"),
    ("Ianoukovitch", "Yanukovych"), ("Zelensky", "Zelenskyy"), ("Berdymoukhamedov", "Berdimuhamedov"),
    ("Netanyahou", "Netanyahu"), ("Chevardnadze", "Shevardnadze"), ("Noursoultan", "Nursultan"), ("Sergueï", "Sergey"),
]  # fmt: skip
APART = [
    ("Jean", "Jeanne"), ("François", "Françoise"), ("Michel", "Michèle"), ("Daniel", "Danielle"), ("Martin", "Morton"),
    ("Fabius", "Fabien"), ("Ahmed", "Hamed"), ("Hollande", "Holland"), ("Martin", "Martine"),
]  # fmt: skip

ONE = [
    ("[[PER Laurent Fabius]] … M. [[PER Fabius]]", "figure-laurent-fabius"),
    (
        "[[PER Laurent Fabius]], [[PER Laurent FABIUS]], [[PER FABIUS Laurent]], [[PER L. Fabius]]",
        "figure-laurent-fabius",
    ),
    ("[[PER Jean-Marc Ayrault]] [[PER J.-M. Ayrault]] [[PER Jean Marc Ayrault]]", "figure-jean-marc-ayrault"),
    ("[[PER John Kerry]] [[PER John F. Kerry]] [[PER Kerry]]", "person-john-f-kerry"),
    ("[[PER Charles de Gaulle]] [[PER de Gaulle]] [[PER Gaulle]]", "figure-charles-de-gaulle"),
    ("[[PER Vladimir Poutine]] [[PER Vladimir Putin]] [[PER Putin]]", "figure-vladimir-putin"),
    ("[[PER Noursoultan Nazarbaïev]] [[PER Nazarbaev]] [[PER N. Nazarbayev]]", "figure-nursultan-nazarbayev"),
    ("[[PER Alexandre Loukachenko]] [[PER Alexandre Loukachenka]]", "figure-alexander-lukashenko"),
    ("[[PER Président Nazarbaïev]] [[PER Nazarbaev]]", "figure-nursultan-nazarbayev"),
    ("[[PER Patricia Kaas]] [[PER Patricia]]", "person-patricia-kaas"),
    ("[[PER Xi Jinping]] [[PER Xi]]", "figure-xi-jinping"),
    ("[[PER Ban Ki-moon]] [[PER Ban Ki Moon]]", "figure-ban-ki-moon"),
    ("[[PER Enrique Peña Nieto]] [[PER Peña Nieto]]", "figure-enrique-pena-nieto"),
    ("[[PER Joe Biden]] [[PER JOSEPH R. BIDEN JR.]] [[PER Joseph R. Biden, Jr.]]", "figure-joe-biden"),
    ("[[PER Marine Le Pen]] [[PER Le Pen]]", "figure-marine-le-pen"),
    ("[[PER M Abdul Hamid]] [[PER Hamid]]", "person-m-abdul-hamid"),  # not the sultan
    ("[[PER M Nazarbaïev]]", "figure-nursultan-nazarbayev"),
]

# (as a French document writes it, as an English one does)
TWO_LANGUAGES = [
    ("Mouammar Kadhafi", "Muammar al-Gaddafi"), ("Bachar el-Assad", "Bashar Assad"),
    ("Anouar el-Sadate", "Anwar Sadat"),
    ("Abdel Fattah al-Sissi", "Abdelfattah el-Sisi"), ("Gamal Abdel Nasser", "Gamal Abdul Nasser"),
    ("Mohammed ben Salmane", "Muhammad bin Salman"), ("Oussama ben Laden", "Osama bin Laden"),
    ("Omar el-Béchir", "Omar al-Bashir"), ("Saddam Hussein", "Saddam Husayn"), ("Hassan Rohani", "Hassan Rouhani"),
    ("Benyamin Netanyahou", "Benjamin Netanyahu"), ("Alexandre Loukachenko", "Alexander Lukashenko"),
    ("Félix Tchisekedi", "Félix Tshisekedi"), ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Jean-Paul II", "John Paul II"), ("Abdallah II", "Abdullah II"), ("Élisabeth II", "Elizabeth II"),
    ("Mao Tsé-toung", "Mao Zedong"), ("Chou En-lai", "Zhou Enlai"), ("Teng Hsiao-p’ing", "Deng Xiaoping"),
]  # fmt: skip
TWO_PEOPLE = [
    ("Jean-Paul Ier", "John Paul II"), ("Abdallah Ier", "Abdullah II"), ("Mohammed V", "Mohammed VI"),
    ("Mohammed ben Salmane", "Mohammed bin Zayed"), ("Mohammed ben Salmane", "Mohammed bin Nayef"),
    ("Mahmoud ben Salmane", "Mohammed bin Salman"), ("Saïf al-Islam Kadhafi", "Muammar Gaddafi"),
    ("Michel Barnier", "Michel Bernier"), ("Jean Martin", "Joan Martin"), ("Jean Martin", "John Martin"),
    ("Marie Martin", "Maria Martin"), ("Ali Khamenei", "Ali Khomeini"), ("Kim Jong-il", "Kim Jong Un"),
    ("Li Peng", "Li Keqiang"), ("Zhou Enlai", "Zhu Rongji"), ("Hafez el-Assad", "Bashar al-Assad"),
]  # fmt: skip

SEVERAL = [
    ("[[PER Jean Martin]] [[PER Jeanne Martin]]", 2),
    ("[[PER François Hollande]] [[PER Françoise Hollande]]", 2),
    ("[[PER George W. Bush]] [[PER George H. W. Bush]]", 2),
    ("[[PER Paul Martin]] [[PER Paul Morton]]", 2),
    ("[[PER Hafez el-Assad]] [[PER Bachar el-Assad]]", 2),
    ("[[PER Pierre Duval fils]] [[PER Pierre Duval père]]", 2),
    ("[[PER Martin]] [[PER Martine]]", 2),
    ("[[PER François Mitterrand]] [[PER François Fillon]]", 2),
    ("[[PER J. Chirac]] [[PER B. Chirac]]", 2),
    ("[[PER Jean-Marc Leroi]] [[PER J.-P. Leroi]]", 2),
    ("[[PER Jean Leroi]] [[PER Jean-Pierre Leroi]]", 2),
    ("[[PER Al Gore]] [[PER Gore Vidal]]", 2),
    ("[[PER Pierre Durand]] [[PER Pierre Dorand]]", 2),
    ("Madame [[PER Fatou MARA NIANG]], puis Monsieur [[PER Cheikh NIANG]]", 2),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_transliterations_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_names_sound_different(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(("text", "entity"), ONE)
def test_these_are_one_person(text: str, entity: str) -> None:
    assert [entity.id for entity in linked(document("d", text)).entities] == [entity]


@pytest.mark.parametrize(("text", "count"), SEVERAL)
def test_these_are_several_people(text: str, count: int) -> None:
    assert len(linked(document("d", text)).entities) == count


@pytest.mark.parametrize(("french", "english"), TWO_LANGUAGES)
def test_one_person_in_two_languages(french: str, english: str) -> None:
    documents = (document("a", f"[[PER {french}]]"), document("b", f"[[PER {english}]]", "en"))
    assert len(linked(*documents).entities) == 1


@pytest.mark.parametrize(("french", "english"), TWO_PEOPLE)
def test_two_people_in_two_languages(french: str, english: str) -> None:
    documents = (document("a", f"[[PER {french}]]"), document("b", f"[[PER {english}]]", "en"))
    assert len(linked(*documents).entities) == 2


def test_other_vowels_are_another_language_or_another_person() -> None:
    names = ("[[PER Pierre Morin]]", "[[PER Pierre Murin]]")
    assert len(linked(*(document(name[-8:-2], name) for name in names)).entities) == 2


def test_a_short_name_goes_to_the_whole_arabic_name() -> None:
    text = "[[PER Gamal Abdel Nasser]], [[PER Nasser]]; [[PER Hamad bin Khalifa Al Thani]], [[PER Al-Thani]]"
    found = {entity.id for entity in linked(document("d", text)).entities}
    assert found == {"figure-gamal-abdel-nasser", "figure-hamad-bin-khalifa"}


def test_a_surname_goes_to_the_person_of_its_document() -> None:
    documents = (
        document("a", "[[PER Bachar el-Assad]], le président [[PER Assad]]"),
        document("b", "[[PER Hafez el-Assad]], president [[PER Assad]]", "en"),
        document("c", "[[PER Assad]]"),
    )
    result = linked(*documents)
    assert of(result, documents, "a", "Assad") == "figure-bashar-al-assad"
    assert of(result, documents, "b", "Assad") == "figure-hafez-al-assad"
    assert of(result, documents, "c", "Assad") == "person-assad"
    assert [(unsure.form, unsure.candidates, unsure.documents) for unsure in result.unsure] == [
        ("Assad", ("figure-bashar-al-assad", "figure-hafez-al-assad"), ("c",))
    ]


def test_a_surname_alone_goes_to_the_only_person_of_the_corpus() -> None:
    documents = (document("a", "M. [[PER Idrissov]]"), document("b", "[[PER Erlan Idrisov]] spoke", "en"))
    result = linked(*documents)
    (entity,) = result.entities
    assert entity.id == "figure-erlan-idrissov"
    assert (entity.names.fr, entity.names.en) == ("Erlan Idrissov", "Erlan Idrissov")
    assert result.unsure == ()


def test_a_given_name_alone_is_not_looked_up_in_other_documents() -> None:
    documents = (document("a", "[[PER Patricia]]"), document("b", "[[PER Patricia Kaas]]"))
    assert len(linked(*documents).entities) == 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_short_surname_of_another_document_is_spelled_the_same(language: Literal["fr", "en"]) -> None:
    documents = (document("a", "[[PER Noel White]]", language), document("b", "[[PER Whyte]]", language))
    assert len(linked(*documents).entities) == 2
    documents = (document("a", "[[PER Noel White]]", language), document("b", "[[PER White]]", language))
    assert len(linked(*documents).entities) == 1
