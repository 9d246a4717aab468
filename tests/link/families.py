"""Families of documents for the tests of duplicates: releases made of a template, and what sites do to them."""

import random
from typing import Literal, NamedTuple

TOWNS = ["Lomé", "Riga", "Oran", "Lima", "Turin", "Gdansk", "Davao", "Cuzco"]
PEOPLE = ["Awa Diop", "Jon Lund", "Rosa Paz", "Ilze Berzina", "Omar Haddad", "Lin Mei", "Pia Conti", "Tom Reed"]
SUBJECTS = {
    "fr": ["l'accès à l'eau", "la pêche côtière", "les écoles rurales", "le port de commerce", "la santé des mères"],
    "en": ["access to water", "coastal fishing", "rural schools", "the trading port", "mothers' health"],
}
SENTENCES = {
    "fr": [
        "{who} a ouvert à {town} une réunion consacrée à {what}, en présence de {n} délégués venus de {m} pays.",
        "Les participants ont examiné un rapport qui propose de porter à {n} millions d'euros le budget de {what}.",
        "« Nous n'avons plus le temps d'attendre », a déclaré {who}, qui s'est ensuite rendu dans {m} communes.",
        "La ville de {town} accueillera le secrétariat du programme, qui emploiera {m} personnes dès l'an prochain.",
        "Un comité de suivi se réunira tous les {m} mois et rendra compte au parlement de l'avancement de {what}.",
        "Selon l'institut de statistique, {n} familles de la région de {town} sont concernées par {what}.",
        "Les bailleurs de fonds se sont engagés à verser {n} millions avant la fin de l'exercice, a précisé {who}.",
        "La prochaine rencontre portera sur {what} et se tiendra dans {m} mois à {town}, sur invitation du maire.",
    ],
    "en": [
        "{who} opened in {town} a meeting on {what}, attended by {n} delegates who had come from {m} countries.",
        "Participants discussed a report which suggests that the budget for {what} be raised to {n} million euros.",
        "“We have run out of time to wait”, said {who}, who then went on to visit {m} villages of the area.",
        "The town of {town} will be home to the secretariat of the programme, with a staff of {m} from next year.",
        "A monitoring committee will meet every {m} months and tell parliament how the work on {what} goes on.",
        "According to the statistical office, {n} families of the region around {town} are affected by {what}.",
        "Donors have pledged to pay {n} million before the end of the financial year, {who} explained to the press.",
        "The next gathering will look at {what} and is to be held in {m} months in {town}, at the mayor's invitation.",
    ],
}
CLUTTER = {
    "fr": ["Partager cet article", "Imprimer", "Mis à jour le 3 mai", "À lire aussi : toutes nos actualités"],
    "en": ["Share this page", "Print", "Last updated on 3 May", "Read more: all our news"],
}
COPIES = ("same", "wrapped", "clutter", "title", "figure", "quotes")


class Copy(NamedTuple):
    """One document: its family, its language, the text."""

    family: str
    language: Literal["fr", "en"]
    text: str


def release(language: str, seed: int) -> str:
    """A release of all sentences of the template, filled and ordered by the seed: no two alike."""
    chance = random.Random(seed)
    sentences = list(SENTENCES[language])
    chance.shuffle(sentences)
    return "\n\n".join(_filled(sentence, language, chance) for sentence in sentences)


def _filled(sentence: str, language: str, chance: random.Random) -> str:
    return sentence.format(
        who=chance.choice(PEOPLE), town=chance.choice(TOWNS), what=chance.choice(SUBJECTS[language]),
        n=chance.randrange(20, 900), m=chance.randrange(3, 19),
    )  # fmt: skip


def copied(text: str, language: str, kind: str) -> str:
    """What another site makes of a release."""
    if kind == "wrapped":
        words = text.split()
        return "\n".join(" ".join(words[i : i + 9]) for i in range(0, len(words), 9))
    if kind == "clutter":
        return "\n\n".join([CLUTTER[language][0], text, *CLUTTER[language][1:]])
    if kind == "title":
        return f"{text.split('.')[0].upper()[:60]}\n\n{text}"
    if kind == "figure":
        digits = next(word for word in text.split() if word.isdigit())
        return text.replace(digits, str(int(digits) + 1), 1)
    return text.replace("«", '"').replace("»", '"').replace("“", '"').replace("”", '"').replace("'", "’")


def families(count: int) -> list[Copy]:
    """The copies of `count` releases in each language; the French and the English one of a seed are two families."""
    languages: tuple[Literal["fr", "en"], ...] = ("fr", "en")
    return [
        Copy(f"{language}{seed}", language, text if kind == "same" else copied(text, language, kind))
        for language in languages
        for seed in range(count)
        for text in [release(language, seed)]
        for kind in COPIES
    ]


def templates(language: str, count: int) -> list[str]:
    """Releases of one template in one order: only the names and figures differ."""
    return [
        "\n\n".join(_filled(sentence, language, random.Random(seed * 31 + i)) for i, sentence in enumerate(sentences))
        for sentences in [SENTENCES[language]]
        for seed in range(count)
    ]


NOTICES = {
    "fr": "Par décret du Président de la République en date du {n} mai, {who} est nommé ambassadeur extraordinaire et "
    "plénipotentiaire auprès de la République, avec résidence à {town}. Le présent décret sera exécuté par le ministre "
    "chargé des relations avec les pays étrangers, qui en assurera la publication au journal officiel et la "
    "notification à l'intéressé dans les formes prévues par les textes en vigueur. L'intéressé percevra le traitement "
    "et les indemnités attachées à son grade, dans les conditions fixées par les règlements applicables aux agents en "
    "service hors du territoire. Il rejoindra son poste dès la remise de ses instructions et présentera ses lettres "
    "de créance aux autorités du pays d'accueil selon les usages. Les crédits nécessaires sont ouverts au budget.",
    "en": "By order of the President dated {n} May, {who} has been appointed ambassador extraordinary and "
    "plenipotentiary to the republic, with residence in {town}. The minister responsible for relations with foreign "
    "countries is to carry out this order, to publish it in the official journal and to notify the person concerned "
    "in the form laid down by the rules in force. The person concerned is to receive the salary and the allowances "
    "that come with the rank, on the terms set by the rules for officers who serve outside the territory. The new "
    "ambassador will take up the post as soon as instructions are handed over and will present letters of credence "
    "to the authorities of the host country as custom has it. The funds needed are available in the budget.",
}


def notices(language: str, count: int) -> list[str]:
    """Long notices of one wording: all that tells them apart is a person, a town and a day."""
    return [
        NOTICES[language].format(who=PEOPLE[i % 8], town=TOWNS[(i * 3 + i // 8) % 8], n=i + 3) for i in range(count)
    ]
