"""Where the words of a document stand in the gold text."""

from pipeline.evaluate.place import Placement

GOLD = "Le traité de Ouidah\n\nLes délégations du Bénin et du Togo se sont vues à Grand-Popo le 3 mai."


def placed(text: str, words: str, gold: str = GOLD) -> str | None:
    start = text.index(words)
    place = Placement(gold, text).to_gold(start, start + len(words))
    return None if place is None else f"{'=' if place.exact else '~'}{gold[slice(*place.span)]}"


def test_line_ends_hyphens_and_quotes_make_no_difference() -> None:
    text = "Le traité de Ouidah\nLes délé-\ngations du Bé-\nnin et du Togo se sont vues à Grand-\nPopo le 3  mai."
    assert placed(text, "délé-\ngations") == "=délégations"
    assert placed(text, "Bé-\nnin") == "=Bénin"
    assert placed(text, "Grand-\nPopo") == "=Grand-Popo"
    assert placed("l'accord « Ouidah »", "l'accord", "l’accord “Ouidah”") == "=l’accord"


def test_what_the_gold_has_not_has_no_place() -> None:
    text = f"Accueil > Actualités\n{GOLD}\nTous droits réservés"
    assert placed(text, "Actualités") is None
    assert placed(text, "Togo") == "=Togo"


def test_a_span_that_reaches_beyond_is_not_exact() -> None:
    text = GOLD.replace("Togo se", "Togo (RT) se")
    assert placed(text, "Togo (RT)") == "~Togo"
    assert placed(text, "Togo") == "=Togo"


def test_a_block_that_moved_is_found() -> None:
    text = "Les délégations du Bénin et du Togo se sont vues à Grand-Popo le 3 mai.\n\nLe traité de Ouidah"
    assert placed(text, "Ouidah") == "=Ouidah"
    assert placed(text, "Togo") == "=Togo"
