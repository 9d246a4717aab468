"""Sentence splitting, as data: `‖` stands where a sentence ends and is not part of the text."""

from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from time_limit import quick

from pipeline.sentences import leans, load_sentence_lexicon, sentences

MODELS = Path(__file__).parents[1] / "models"
LEXICONS = {"fr": load_sentence_lexicon(MODELS, "fr"), "en": load_sentence_lexicon(MODELS, "en")}

FRENCH = """
Le ministre est arrivé lundi.‖ Il a rencontré son homologue.
M. Morel a reçu Mme Tran à Hanoï.‖ La réunion a duré deux heures.
MM. Petit et Lenoir ont signé l’accord.
Le discours de S.E.M. Li a été salué.‖ Les délégués ont applaudi.
Le Dr Faure et le Pr. Vidal dirigent le centre.
Mgr. Rossi a célébré la messe.
L’art. 3 du traité entre en vigueur.‖ L’art. 4 est réservé.
Voir l’art. L. 123 du code.
Le décret n° 2014-12 est abrogé.‖ Le décret no. 15 le remplace.
Voir p. 12 et pp. 14-18 du rapport.
Les ports, les routes, etc. seront rénovés.
Ils exportent du blé, du vin, etc.‖ Les ventes progressent.
Le montant est de 364.731 € par an.
Le taux atteint 3.5 % en 2014.‖ Il baisse depuis.
La visite a eu lieu en 2014.‖ 50 entreprises y ont pris part.
La croissance était de 2.‖ Elle est de 3 désormais.
J. Martin et J.-P. Duval étaient présents.
Le général C. de Brosse est mort.
L’accord avec les É.-U. est prêt.
Que faire ?‖ Nul ne le sait.
Quelle surprise !‖ Le vote est acquis.
« Que faire ? » demande le président.
« Nous sommes prêts. Nous irons loin. » a déclaré la ministre.
« Nous sommes prêts. »‖ La ministre a ensuite quitté la salle.
Il a répondu : « Non. »‖ Puis il est sorti.
Elle a ajouté : « Jamais ! »‖ Personne n’a réagi.
Le pays (voir chap. 2. Géographie) est vaste.‖ Il compte dix provinces.
(La séance est levée.)‖ Le public sort.
Il hésite… puis accepte.
Il hésite…‖ La salle attend.
La suite...‖ Le silence dura.
Le texte dit que « les parties [...] Conviennent » de négocier.
Réunis à Genève le 1er mars, ils ont convenu d’une trêve.
1. Les parties s’engagent à coopérer.‖ 2. Elles se réunissent chaque année.
I. Dispositions générales
Trois axes :‖- la santé ;‖- l’école ;‖- l’eau.
Premier alinéa‖•  deuxième point‖•  troisième point
Titre sans point

‖Le texte commence ici.
Une ligne coupée
au milieu reste entière.
Le site www.exemple.org est ouvert.‖ Consultez-le.
Écrire à contact@exemple.fr avant le 3.‖ Les réponses suivront.
La réunion de 14 h. 30 est reportée.
Le St. Siège a réagi.
Fondée par la Cie. des Indes, la ville grandit.
L’U.E. et l’O.N.U. coopèrent.‖ Les États membres approuvent.
Elle vit en U.R.S.S.‖ Le mur tombe en 1989.
L’accord fut conclu en déc. 1991.
Tout est dit.
Il demande : « Pourquoi ? Et quand ? » sans obtenir de réponse.
Le vol AF 12 arrive à 9.45 et repart à 11.
Le taux est de 3.5.‖ Paris attend.
Vive la paix !!!‖ Vive l’Europe !
Est-ce possible ?!‖ Oui.
"""

ENGLISH = """
The minister arrived on Monday.‖ He met his counterpart.
Mr. Hill met Mrs. Tran in Hanoi.‖ The meeting lasted two hours.
Messrs. Small and Black signed the agreement.
Gen. Ward and Lt. Col. Price attended.
H.E. Mr. Li gave a speech.‖ Delegates applauded.
Dr. Ford and Prof. Vidal run the centre.
Art. 3 of the Treaty enters into force.‖ Art. 4 is reserved.
See Art. IV of the Convention.
Under Resolution No. 1325 women take part.‖ No. 5 was rejected.
See p. 12 and pp. 14-18 of the report.
Roads, ports, etc. will be repaired.
They export wheat, wine, etc.‖ The figures are rising.
The amount is $364.731 million a year.
The rate was 3.5 percent in 2014.‖ It has fallen since.
The visit took place in 2014.‖ 50 companies took part.
Growth was 2.‖ It is 3 now.
J. Martin and J. P. Duval were present.
President J. F. Novak spoke.
The U.S. Department of State issued a note.
He returned to the U.S.‖ The talks resumed in May.
The U.K. Government welcomed the U.N. report.
Talks began at 5 p.m. and ended at 9 p.m.‖ The parties then left.
The firm Apex Inc. opened an office.
It was sold to Apex Ltd.‖ The price was not disclosed.
What now?‖ Nobody knows.
What a surprise!‖ The vote is carried.
“What now?” asks the president.
“We are ready. We will go far,” said the minister.
"We are ready. We will go far," said the minister.
“We are ready.”‖ The minister then left the room.
He replied: “No.”‖ Then he went out.
The country (see Ch. 2. Geography) is vast.‖ It has ten provinces.
(The sitting is closed.)‖ The public leaves.
He hesitates… then accepts.
He hesitates…‖ The room waits.
The text says that “the parties [...] Agree” to negotiate.
1. The parties undertake to cooperate.‖ 2. They meet every year.
II. General provisions
Three goals:‖- health;‖- schools;‖- water.
First line‖•  second point‖•  third point
Heading without a stop

‖The text begins here.
A line that is cut
in the middle stays whole.
The site www.example.org is open.‖ Read it.
Write to office@example.org before the 3rd.‖ Replies will follow.
The Rev. Mr. Stone and St. Mary’s school agreed.
It was agreed in Dec. 1991 and again in Jan. 1993.
The party, i.e. the buyer, pays.
Some states, e.g. Norway, objected.
Smith et al. 2010 disagree.
Approx. 300 delegates came.
He has a Ph.D. in law.‖ She has none.
The rate is 3.5.‖ Paris waits.
Long live peace!!!‖ Long live Europe!
Is it possible?!‖ Yes.
All is said.
He asked: “Why? And when?” but got no reply.
John Adams Jr. was elected.
The flight leaves at 9.45 and lands at 11.
"""


def cases(text: str) -> list[str]:
    """One case a line; a line that a blank or lower-case line follows goes on there."""
    found: list[str] = []
    for line in text.strip("\n").split("\n"):
        if found and (not line or line[0].islower() or line[0] == "‖" or not found[-1].strip()):
            found[-1] += "\n" + line
        else:
            found.append(line)
    return found


CASES = [("fr", case) for case in cases(FRENCH)] + [("en", case) for case in cases(ENGLISH)]


def test_there_are_enough_cases() -> None:
    assert min(sum(language == wanted for language, _ in CASES) for wanted in ("fr", "en")) >= 40
    assert sum("‖" not in case for _, case in CASES) >= 30


@pytest.mark.parametrize(("language", "case"), CASES)
def test_sentences(language: Literal["fr", "en"], case: str) -> None:
    parts = case.split("‖")
    # A bullet stands at a line start; in the data it follows the mark.
    text = "".join(("\n" if part[:1] in "-•" else "") + part for part in parts)
    found = [text[start:end] for start, end in sentences(text, LEXICONS[language])]
    assert found == [part.strip() for part in parts]


@given(st.sampled_from(["fr", "en"]), st.text(alphabet="aé. MU1?!…«»“”\"'()[]\n-’°;:\u00a0", max_size=80))
def test_spans_cover_all_but_white_space(language: Literal["fr", "en"], text: str) -> None:
    spans = sentences(text, LEXICONS[language])
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    ["." * 200_000, ". " * 100_000, " " * 200_000, "«" * 200_000, "\n - " * 50_000, "A." * 100_000, '"a' * 100_000],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    assert quick(5, lambda: sentences(text, LEXICONS["fr"]))


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fr", "Celui-ci a été signé à Oslo.", True),
        ("fr", "« Ce traité est un succès. »", True),
        ("fr", "Il en est ainsi.", True),
        ("fr", "Toutefois, les parties divergent.", True),
        ("fr", "C’est un progrès.", True),
        ("fr", "Il convient de négocier.", False),
        ("fr", "Les ministres ont signé.", False),
        ("fr", "Ilots et récifs sont protégés.", False),
        ("fr", "En 2014, elle a changé de nom.", True),
        ("fr", "Le 3 mars, il a reçu le ministre.", True),
        ("fr", "Longue de 300 km, elle relie deux ports.", True),
        ("fr", "Le ministre, toutefois, a refusé.", True),
        ("fr", "Le deuxième, signé à Oslo, porte sur le gaz.", True),
        ("fr", "Certains d’entre eux ont voté contre.", True),
        ("fr", "Le lendemain, la conférence a repris.", True),
        ("fr", "2. Elles rappellent la convention.", True),
        ("fr", "En 2014, la région a changé de nom.", False),
        ("fr", "En 2014, il faut agir.", False),
        ("fr", "Si la région le veut, elle signera.", False),
        ("fr", "La région, elle, attend.", False),
        ("fr", "Le deuxième pont est ouvert.", False),
        ("fr", "En outre-mer, le taux baisse.", False),
        ("fr", "Il a été décidé de surseoir.", False),
        ("en", "However, the parties differ.", True),
        ("en", "This was signed in Oslo.", True),
        ("en", "“It is a success.”", True),
        ("en", "There are two options.", False),
        ("en", "Italy signed the treaty.", False),
        ("en", "The ministers signed.", False),
        ("en", "On Friday he received the envoy.", True),
        ("en", "In July 1962 they had met in Reims.", True),
        ("en", "Founded in 1950, it has six members.", True),
        ("en", "The minister, however, refused.", True),
        ("en", "The second, signed in Oslo, deals with gas.", True),
        ("en", "Some of them voted against.", True),
        ("en", "The next day, the conference went on.", True),
        ("en", "2. They recalled the convention.", True),
        ("en", "They also agreed on visas.", True),
        ("en", "In 2014 the region changed its name.", False),
        ("en", "In Geneva it is important to agree.", False),
        ("en", "If the region agrees, it will sign.", False),
        ("en", "The second bridge is open.", False),
        ("en", "The then minister signed.", False),
        ("en", "It was agreed to wait.", False),
    ],
)
def test_leaning_openings(language: Literal["fr", "en"], sentence: str, expected: bool) -> None:
    assert leans(sentence, LEXICONS[language]) is expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le directeur, Nikos Chr. Pappas, a parlé."),
        ("en", "The director, Nikos Chr. Pappas, spoke."),
        ("en", "Washington, D.C. – The envoy spoke."),
    ],
)
def test_names_cut_short_and_datelines_go_on(language: Literal["fr", "en"], text: str) -> None:
    assert sentences(text, LEXICONS[language]) == [(0, len(text))]
