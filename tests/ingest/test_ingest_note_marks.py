"""Raised figures that a text has as characters: marks of notes go, units and powers stay."""

import pytest

from pipeline.ingest import IngestResources, ingest


@pytest.mark.parametrize(
    ("written", "said"),
    [
        # marks of notes
        ("L'agence Fitch¹ et M. Dupont² restent prudents.", "L'agence Fitch et M. Dupont restent prudents."),
        ("The agency Fitch¹ and Mr Cooper² remain cautious.", "The agency Fitch and Mr Cooper remain cautious."),
        ("L'ONU³, l'UE² et le FMI¹² en parlent.⁴", "L'ONU, l'UE et le FMI en parlent."),
        ("The UN³, the EU² and the IMF¹² speak of it.⁴", "The UN, the EU and the IMF speak of it."),
        ("Depuis 2015⁷, « la paix »⁸,⁹ tient.", "Depuis 2015, « la paix » tient."),
        ("Since 2015⁷, “the peace”⁸,⁹ has held.", "Since 2015, “the peace” has held."),
        # none
        ("Un parc de 30 km², 5 m³ d'eau et 10⁶ arbres.", "Un parc de 30 km², 5 m³ d'eau et 10⁶ arbres."),
        ("A park of 30 km², 5 m³ of water and 10⁶ trees.", "A park of 30 km², 5 m³ of water and 10⁶ trees."),
        ("Le CO² pèse 3 10⁻² kg au m², le 1ᵉʳ mai.", "Le CO² pèse 3 10⁻² kg au m², le 1ᵉʳ mai."),
        ("The CO² weighs 3 10⁻² kg per m² on the 4ᵗʰ.", "The CO² weighs 3 10⁻² kg per m² on the 4ᵗʰ."),
        ("¹ Voir le rapport de la mission.", "¹ Voir le rapport de la mission."),
        ("¹ See the report of the mission.", "¹ See the report of the mission."),
    ],
)
def test_raised_figures(written: str, said: str, resources: IngestResources) -> None:
    done, source = ingest(written.encode(), path="a.txt", document_id="a", override=None, resources=resources)
    assert done.text == said
    assert source.text == written
