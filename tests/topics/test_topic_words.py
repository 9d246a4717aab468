"""Features: stop words fall away, forms and cognates coincide, names are masked, the lexicons are sound."""

from pathlib import Path
from shutil import copytree

import pytest
from topic_documents import LEXICONS, make

from pipeline.errors import ConfigError
from pipeline.sentences import sentences
from pipeline.topics import load_topic_lexicons
from pipeline.topics.keys import CONCEPT, Keys
from pipeline.topics.lexicon import TONGUES, Tongue
from pipeline.topics.words import JOINED, MASKED, add_words, masked_spans, no_words


@pytest.fixture(scope="module")
def keys() -> dict[Tongue, Keys]:
    return {tongue: Keys(tongue, LEXICONS[tongue]) for tongue in TONGUES}


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("coopérations", "co-operation"),
        ("énergétique", "energy"),
        ("désarmement", "disarmament"),
        ("modernisation", "modernization"),
        ("technique", "technical"),
        ("structures", "structure"),
        ("visibilité", "visibility"),
        ("vigilance", "vigilance"),
        ("moderniser", "modernise"),
    ],
)
def test_both_languages_share_features(keys: dict[Tongue, Keys], french: str, english: str) -> None:
    assert keys["fr"].read(french).key == keys["en"].read(english).key is not None


@pytest.mark.parametrize(("french", "english"), [("lecture", "lecture"), ("four", "four"), ("journée", "journey")])
def test_false_friends_stay_apart(keys: dict[Tongue, Keys], french: str, english: str) -> None:
    assert keys["fr"].read(french).key != keys["en"].read(english).key


@pytest.mark.parametrize(
    ("tongue", "word"),
    [
        ("fr", "Février"),
        ("fr", "ministres"),
        ("fr", "permettra"),
        ("fr", "kazakhstanaises"),
        ("fr", "franco-allemande"),
        ("fr", "Mme"),
        ("fr", "x"),
        ("en", "February"),
        ("en", "ministers"),
        ("en", "strengthened"),
        ("en", "Germans"),
        ("en", "Franco-German"),
        ("en", "Mrs"),
    ],
)
def test_words_that_say_nothing_of_a_topic(keys: dict[Tongue, Keys], tongue: Tongue, word: str) -> None:
    assert keys[tongue].read(word).key is None


@pytest.mark.parametrize(
    ("tongue", "text"),
    [
        # Accents tell words apart; a plural listed as such is not met by its singular; verbs are no nouns.
        ("fr", "À côté de la salle, le coût s'élève à ce qui fut livré."),
        ("fr", "Un point élevé, jugé pressé, traite du reste et marche."),
        ("fr", "Il est prêt à tout, ils se disent prêts."),
        ("fr", "Le prix du concours, la rédaction du texte, le tableau de la page, la troisième édition."),
        ("fr", "Une confiance mutuelle, une position commune, la relance de la discussion, ce genre de chose."),
        ("fr", "Le démantèlement du groupe, la recherche d'une réponse, un phare, le siège."),
        ("en", "At best a good age; the city logs it, lights up and dumps the rest at arm's length."),
        ("en", "A novel view, in this fashion, of a firm that plants no craft and names a deputy."),
        ("en", "The deposit of the instrument, the bonds between us, a crude draft, a medium degree."),
        ("en", "We thank our hosts for their hospitality at the hotel and the building of trust."),
    ],
)
def test_words_that_only_look_like_concepts(keys: dict[Tongue, Keys], tongue: Tongue, text: str) -> None:
    found = no_words()
    add_words(found, text, [(0, len(text))], keys[tongue], ())
    assert [key for key in found.keys if key.startswith(CONCEPT)] == []


@pytest.mark.parametrize(
    ("tongue", "word", "concept"),
    [
        ("fr", "REFUGIES", "refugee"),
        ("fr", "élèves", "student"),
        ("fr", "côtes", "coast"),
        ("fr", "négociées", "negotiation"),
        ("en", "goods", "merchandise"),
        ("en", "arms", "weapon"),
        ("en", "policemen", "police"),
    ],
)
def test_inflections_and_unaccented_words_are_found(
    keys: dict[Tongue, Keys], tongue: Tongue, word: str, concept: str
) -> None:
    assert keys[tongue].read(word).key == CONCEPT + concept


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_word_of_the_concept_lexicon_is_found(keys: dict[Tongue, Keys], tongue: Tongue) -> None:
    lexicon = LEXICONS[tongue]
    assert len(lexicon.concepts) >= 2_400
    lost = []
    for concept, forms in lexicon.concepts.items():
        for form in forms:
            found = no_words()
            add_words(found, form, [(0, len(form))], keys[tongue], ())
            expected = CONCEPT + concept if concept in lexicon.themes else None
            if next(iter(found.keys), None) != expected:
                lost.append((concept, form, found.keys))
    assert lost == []


def test_the_stop_words_name_no_concept() -> None:
    """A word in both lists would be a concept: the lists must not contradict each other."""
    for tongue in TONGUES:
        stop = LEXICONS[tongue].stopwords
        listed = {*stop.function_words, *stop.verbs, *stop.genre, *stop.calendar, *stop.numbers, *stop.honorifics}
        themes = LEXICONS[tongue].themes
        concepts = {form for name, forms in LEXICONS[tongue].concepts.items() if name in themes for form in forms}
        assert sorted(listed & concepts) == []


def test_names_are_masked_and_break_pairs(keys: dict[Tongue, Keys]) -> None:
    document, extracted, _ = make("a.txt", ["Le réseau de Paris et la gestion du réseau hertzien."], names=("Paris",))
    found = no_words()
    spans = sentences(document.text, LEXICONS["fr"].sentences)
    add_words(found, document.text, spans, keys["fr"], masked_spans(extracted))
    forms = [document.text[s:e] for s, e in zip(found.starts, found.ends, strict=True)]
    assert forms == ["réseau", "Paris", "gestion", "réseau", "hertzien"]
    assert [bool(flag & MASKED) for flag in found.flags] == [False, True, False, False, False]
    assert [bool(flag & JOINED) for flag in found.flags] == [False, False, False, True, True]


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("concepts/energy", "concepts = [", 'concepts = [{ fr = [], en = ["x"] },', "`x` has no form"),
        (
            "concepts/energy",
            "concepts = [",
            'concepts = [{ fr = ["Pétrole"], en = ["x"] },',
            "`pétrole` stands for `x`",
        ),
        ("concepts/energy", "concepts = [", 'concepts = [{ fr = ["x"], en = ["coal"] },', "a second concept `coal`"),
        ("concepts/energy", "name =", "names =", "names"),
        ("concepts/genre", "concepts = [", 'name = { fr = "x", en = "x" }\nconcepts = [', "the genre has none"),
        ("fr/stopwords", "joins =", "joints =", "joints"),
    ],
)
def test_mistakes_in_lexicons_are_named(
    tmp_path: Path, models: Path, name: str, old: str, new: str, reason: str
) -> None:
    copytree(models / "lexicons", tmp_path / "lexicons")
    path = tmp_path / "lexicons" / f"{name}.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"\.toml") as caught:
        load_topic_lexicons(tmp_path)
    assert reason in str(caught.value)


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_command_of_mark_up_is_no_word(keys: dict[Tongue, Keys], tongue: Tongue) -> None:
    text = r"\newcommand modernisation"
    words = no_words()
    add_words(words, text, [(0, len(text))], keys[tongue], [])
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == ["modernisation"]
