"""What a reader of a web page sees that its text alone does not say: numbers, notes, powers, quotations, breaks."""

import pytest

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested, SourceText

FRAME = {
    "fr": (
        "La ministre a reçu à Lisbonne les délégués des îles et leur a parlé du port pendant deux heures.",
        "Les délégués ont ensuite visité le port de Bergen et rencontré les pêcheurs, qui attendaient un geste.",
    ),
    "en": (
        "The minister received the delegates of the islands in Lisbon and spoke about the harbour for two hours.",
        "The delegates then visited the harbour of Bergen and met the fishermen, who wanted an answer before May.",
    ),
}


def read(body: str, resources: IngestResources, language: str = "fr") -> tuple[Ingested, SourceText]:
    first, last = FRAME[language]
    page = (
        f"<!doctype html><html><body><article><h1>{first[:30]}</h1><p>{first}</p>{body}<p>{last}</p></article></body>"
    )
    return ingest(page.encode(), path="a.html", document_id="a", override=None, resources=resources)


def inner(done: Ingested, language: str = "fr") -> list[tuple[str, str]]:
    """The blocks between the first and the last paragraph."""
    found: list[tuple[str, str]] = [(block.kind, done.text[block.start : block.end]) for block in done.blocks]
    texts = [text for _, text in found]
    return found[texts.index(FRAME[language][0]) + 1 : texts.index(FRAME[language][1])]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<ol><li>Le port<ul><li>les quais</li></ul></li><li>Les phares</li></ol>",
            ["1. Le port", "les quais", "2. Les phares"],
        ),
        (
            "<ol start=4 type=a><li>Quai</li><li value=9>Phare</li><li>Port</li></ol>",
            ["d. Quai", "i. Phare", "j. Port"],
        ),
        ("<ol type=I><li>Quai</li><li>Phare</li></ol>", ["I. Quai", "II. Phare"]),
        ("<ol reversed><li>Quai</li><li>Phare</li></ol>", ["2. Quai", "1. Phare"]),
        ("<ol><li>(a) Quai</li><li>(b) Phare</li></ol>", ["(a) Quai", "(b) Phare"]),  # the text has its own
        ("<ol style='list-style: none'><li>Quai</li><li>Phare</li></ol>", ["Quai", "Phare"]),
        ("<ol class='list-unstyled'><li>Quai</li><li>Phare</li></ol>", ["Quai", "Phare"]),
        ("<ul><li>Quai</li><li>Phare</li></ul>", ["Quai", "Phare"]),
    ],
)
def test_numbers_of_lists(body: str, expected: list[str], resources: IngestResources) -> None:
    assert inner(read(body, resources)[0]) == [("list_item", text) for text in expected]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("à Lusaka<sup>1</sup> en mai", "à Lusaka en mai"),
        ("à Lusaka <sup>[12]</sup>.", "à Lusaka."),
        ("à Lusaka<sup><a href='#fn1'>a</a></sup> en mai", "à Lusaka en mai"),
        ("à Lusaka<a href='#_ftn4' name='_ftnref4'>[4]</a>, en mai", "à Lusaka, en mai"),
        ("à Lusaka<a href='#n4'><sup>4</sup></a>, en mai", "à Lusaka, en mai"),
        ("en 2010<sup>3</sup>", "en 2010"),
        ("à l'ONU<sup>5</sup> et à l'UE<sup>*</sup>", "à l'ONU et à l'UE"),
        # no marks of notes
        ("le 1<sup>er</sup> mai, M<sup>me</sup> Nunes", "le 1er mai, Mme Nunes"),
        ("the 4<sup>th</sup> of May, n<sup>o</sup> 12", "the 4th of May, no 12"),
        ("5 km<sup>2</sup>, 3 m<sup>3</sup>", "5 km², 3 m³"),
        ("10<sup>6</sup> tonnes de CO<sub>2</sub>", "10^6 tonnes de CO2"),
        ("3 10<sup>-2</sup> m", "3 10^-2 m"),
        ("voir <a href='#a3'>la partie 3</a> et <a href='b.html'>[5]</a>", "voir la partie 3 et [5]"),
        ("<sup>1</sup>/<sub>2</sub> tonne", "1/2 tonne"),
        # struck, quoted, other signs
        ("le prix est de <del>10</del> <ins>12</ins> euros", "le prix est de 12 euros"),
        ("le prix est de <s>10 euros</s>, <strike>hier</strike> aujourd'hui", "le prix est de, aujourd'hui"),
        ("elle dit <q>oui</q> à tous", "elle dit “oui” à tous"),
        ("anti<wbr>constitutionnel, co&shy;opération", "anticonstitutionnel, coopération"),
        ("vu <span class='sr-only'>caché</span><span class='visually-hidden'>caché</span>ici", "vu ici"),
        ("une onde <math><mi>x</mi><mo>=</mo><mn>2</mn></math> ici", "une onde x=2 ici"),
    ],
)
def test_raised_struck_and_quoted(markup: str, text: str, resources: IngestResources) -> None:
    before, after = "La ministre a dit, selon les délégués du port du nord,", "devant les pêcheurs."
    done, _ = read(f"<p>{before} {markup} {after}</p>", resources)
    assert inner(done) == [("paragraph", f"{before} {text} {after}")]


@pytest.mark.parametrize(
    ("language", "said", "note"),
    [
        ("fr", "L'accord de Lusaka{} tient toujours, disent les délégués.", "Signé en 1999 par six États."),
        ("en", "The accord of Lusaka{} still holds, say the delegates.", "Signed in 1999 by six states."),
    ],
)
@pytest.mark.parametrize(
    ("call", "foot"),
    [
        ("<sup>1</sup>", "<p><sup>1</sup> {}</p>"),
        ("<sup><a href='#n1'>1</a></sup>", "<p id='n1'>{}</p>"),
        ("<a href='#_ftn1' name='_ftnref1'>[1]</a>", "<div id='_ftn1'><p><a href='#_ftnref1'>[1]</a> {}</p></div>"),
        ("<sup><a href='#c1'>[1]</a></sup>", "<ol class='references'><li id='c1'><a href='#r1'>↑</a> {}</li></ol>"),
        ("<sup><a href='#n1'>1</a></sup>", "<ol><li id='n1'><p>{} <a href='#r1'>↩</a></p></li></ol>"),
    ],
)
def test_notes(language: str, said: str, note: str, call: str, foot: str, resources: IngestResources) -> None:
    done, source = read(f"<p>{said.format(call)}</p>{foot.format(note)}", resources, language)
    assert inner(done, language) == [("paragraph", said.format("")), ("footnote", note)]
    assert "1" in source.text[: source.text.index(note)].rpartition("Lusaka")[2]
    assert "note mark removed" in done.alignment.names


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p>Le port date de 1890.<br>Le phare est de 1902, et il éclaire encore la côte.</p>",
            ["Le port date de 1890.", "Le phare est de 1902, et il éclaire encore la côte."],
        ),
        (
            "<address>Ministère de la Pêche<br>12, quai du Port<br>Lisbonne</address>",
            ["Ministère de la Pêche", "12, quai du Port", "Lisbonne"],
        ),
        (
            "<p>Le port du nord et ses quais ont été bâtis par<br>les pêcheurs des îles.</p>",  # only wrapped
            ["Le port du nord et ses quais ont été bâtis par les pêcheurs des îles."],
        ),
        ("<dl><dt>Lieu</dt><dd>Lisbonne</dd></dl>", ["Lieu", "Lisbonne"]),
        ("<blockquote><p>Nous irons.</p><footer>Ana Nunes</footer></blockquote>", ["Nous irons.", "Ana Nunes"]),
        ("<h2>Les <br>ports</h2>", ["Les ports"]),
    ],
)
def test_lines(body: str, expected: list[str], resources: IngestResources) -> None:
    assert [text for _, text in inner(read(body, resources)[0])] == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<ol>" + "<li value=999999999999>Quai</li>" * 3 + "</ol>",
        "<ol start=-5 type=i reversed><li>Quai</li></ol>",
        "<sup>" * 140 + "1" + "</sup>" * 140,
        "<p>a<sup></sup></p><sup>" + "9" * 5000 + "</sup>",
        "<a href='#'>[1]</a><a href='#x#y'>[2]</a><a>[3]</a>",
        "\ufdd0\ufdd1&#xfdd0;&#xfdd2;x<del>\ufdd3\ufdd1</del>",
        "<q>" * 140,
    ],
)
def test_odd_markup_is_read(markup: str, resources: IngestResources) -> None:
    done, source = read(f"<div>{markup}</div>", resources)
    assert FRAME["fr"][0] in done.text
    assert not any(sign in source.text for sign in "\ufdd0\ufdd1\ufdd2\ufdd3")
