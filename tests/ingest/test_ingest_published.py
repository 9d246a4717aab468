"""The day of publication as documents of many genres state it: heads and tails around the same running text."""

import pytest

from pipeline.ingest import IngestResources, ingest

TEXT = {
    "fr": (
        "Le ministre a rappelé que les deux délégations avaient travaillé pendant trois jours sur le projet, sans "
        "parvenir à un texte commun sur les droits de passage. Il a remercié ses hôtes."
    ),
    "en": (
        "The Minister recalled that both delegations had worked for three days on the draft without reaching a common "
        "text on rights of passage. He thanked his hosts and promised to come back."
    ),
}

# Language, the document with its running text as {}, and the day.
CASES = [
    (
        "fr",
        "14ème législature\nQuestion N° : 10345 de M. Paul Durand (Union centriste - Aveyron) QE\n"
        "Ministère interrogé : coopération\nMinistère attributaire : coopération\n"
        "Question publiée au JO le : 12/09/2006 page : 9500\n"
        "Réponse publiée au JO le : 14/11/2006 page : 11834\nRubrique : politique extérieure\n\n"
        "Texte de la question\n\n{}\n\nTexte de la réponse\n\n{}",
        "2006-11-14",
    ),
    (
        "en",
        "Written questions and answers\n\nPorts: Finland\n\nQuestion for Ministry of Defence\n\n"
        "UIN HL1234, tabled on 10 January 2024\n\n{}\n\nAnswered on\n\n24 January 2024\n\n{}",
        "2024-01-24",
    ),
    (
        "en",
        "Asked by\nBaroness Hill of Ely\n[HL1311]\n\n{}\n\nThe Earl of Wick: {}\n\n17 January 2024",
        "2024-01-17",
    ),
    (
        "fr",
        "COMPTE RENDU\nde l'entretien entre M. Yves BOULAY et M. FERREIRA\n(Lisbonne, 19 avril 1978, 10 h)\n\n{}\n\n{}",
        "1978-04-19",
    ),
    (
        "en",
        "CC/2006/SR.1\n22 May 2006\nOriginal: English\n\nSUMMARY RECORD OF THE FIRST MEETING\n"
        "held at Headquarters on Friday, 19 May 2006, at 10 a.m.\n\n{}\n\n{}",
        "2006-05-22",
    ),
    (
        "fr",
        "RAPPORT ANNUEL 2023\n\nAgence des forêts\n\nPublié en février 2024\n\n{}\n\n{}",
        "2024-02",
    ),
    (
        "en",
        "Annual Report 2013\n\nMinistry of Ports\n\nMay 2014\n\n{}\n\n{}",
        "2014-05",
    ),
    (
        "fr",
        "# Chronologie de la crise\n\n*État au 30 juin 2006*\n\n## 26 décembre 2004\n\n{}\n\n{}",
        "2006-06-30",
    ),
    (
        "en",
        "# A chronology\n\nCompiled 16 March 1972\n\n## 25 March 1971\n\n{}\n\n## 16 December 1971\n\n{}",
        "1972-03-16",
    ),
    (
        "en",
        "DEPARTMENT OF STATE\n\nTRANSCRIPT OF DAILY PRESS BRIEFING, FRIDAY, OCTOBER 26, 1962\n\n{}\n\n{}",
        "1962-10-26",
    ),
    (
        "en",
        "Press conference No. 12\nFriday, October 26, 1962, 12:34 p.m.\n\nMR. HALL: {}\n\nQ. {}",
        "1962-10-26",
    ),
    (
        "fr",
        "Point de presse quotidien du Bureau de la porte-parole : 16 mars 2017\n\n{}\n\n{}",
        "2017-03-16",
    ),
    (
        "fr",
        "BAMAKO – Point de presse de la Mission, jeudi 16 mars 2017\n\n{}\n\n{}",
        "2017-03-16",
    ),
    (
        "en",
        "Address delivered by the Hon. Kofi Mensah at Accra on the 6th of March, 1957\n\n{}\n\n{}",
        "1957-03-06",
    ),
    (
        "en",
        "SPEECH BY THE HIGH COMMISSIONER\nAT A DINNER GIVEN BY THE CHAMBER OF COMMERCE\n"
        "LONDON, 10TH MARCH, 1959\n\n{}\n\n{}",
        "1959-03-10",
    ),
    (
        "en",
        "BRIEFING NOTE\n\nBelfast, Friday 18.12.98, 7.30 pm\n\n{}\n\n{}",
        "1998-12-18",
    ),
    (
        "fr",
        "Discours de M. le conseiller fédéral Jean Rochat\n"
        "à l'occasion de la conférence sur la paix\n\nSeul le texte prononcé fait foi\n\n"
        "Genève, le 24 mars 2014\n\n{}\n\n{}",
        "2014-03-24",
    ),
    (
        "fr",
        "Département fédéral des affaires étrangères DFAE\n\nBerne, 24.03.2014\n\nDiscours\n\n"
        "La parole prononcée fait foi\n\n{}\n\n{}",
        "2014-03-24",
    ),
    (
        "fr",
        "{}\n\n{}\n\n"
        "Fait à Lima, le trois octobre deux mille douze, en deux exemplaires originaux, "
        "chacun en langues française et espagnole, les deux textes faisant également foi.\n"
        "\nPour le Gouvernement de la République française :\n\n"
        "Pour le Gouvernement de la République du Pérou :",
        "2012-10-03",
    ),
    (
        "en",
        "{}\n\n{}\n\n"
        "DONE at Suva this eighteenth day of December one thousand nine hundred and seventy-eight in two originals.\n"
        "\nFor the Government of A\nJ. Smith\n\nFor the Government of B\nR. Brown\n\nSCHEDULE 1\n\nBoats\n\n"
        "Long lines 12\n\nSCHEDULE 2\n\nFees",
        "1978-12-18",
    ),
    (
        "en",
        "IN WITNESS WHEREOF the undersigned have signed this Treaty.\n\n{}\n\n{}\n\n"
        "DONE in duplicate at Port Moresby on the eighteenth day of December, 1978.",
        "1978-12-18",
    ),
    (
        "fr",
        "N° 2740 - Juillet 2013\n\nENQUÊTE\n\nDes ports à vendre\n\n{}\n\n{}",
        "2013-07",
    ),
    (
        "fr",
        "ÉCONOMIE\n\nDes ports à vendre\n\nPar Luc Petit, à Doha - 14 juillet 2013\n\n{}\n\n{}",
        "2013-07-14",
    ),
    (
        "en",
        "OPENING OF THE RAILWAY\nRemarks by the President of the Republic\n"
        "Djibouti City, Sunday 12 March 2023\nCheck against delivery\n\n{}\n\n{}",
        "2023-03-12",
    ),
    (
        "fr",
        "Allocution du Président\nInauguration de la gare - 12 mars 2023\n\n{}\n\n{}",
        "2023-03-12",
    ),
    (
        "fr",
        "Séance du mardi 11 décembre 1984\n\nFAMINE EN ETHIOPIE\n\nM. le président. {}\n\n{}",
        "1984-12-11",
    ),
    (
        "fr",
        "JOURNAL OFFICIEL - SÉNAT - 12 décembre 1984\n\nQUESTION ORALE\n\n{}\n\n{}",
        "1984-12-12",
    ),
    (
        "en",
        "Bank of Example\nAnnual Report\n\nKingston, May 30, 2014\n\n{}\n\n{}",
        "2014-05-30",
    ),
    (
        "en",
        "Fisheries statistics, first season 2024\nIssued by the Directorate on 12 August 2024\n\n{}\n\n{}",
        "2024-08-12",
    ),
]


@pytest.mark.parametrize(("language", "document", "published"), CASES)
def test_published_in_many_genres(language: str, document: str, published: str, resources: IngestResources) -> None:
    text = document.replace("{}", TEXT[language])
    path = "a.md" if text.startswith("#") else "a.txt"
    done, _ = ingest(text.encode(), path=path, document_id="a", override=None, resources=resources)
    assert done.metadata.published == published
