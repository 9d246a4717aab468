"""What makes a sentence tell a reader something, besides its words: figures, names that matter, decisions, the title.

Days and sums say what happened and what it costs; a name tells where the document speaks of its bearer again, while a
list of names tells little. `a décidé`, `agreed to` announce what was done (`announcing` in `sentences.toml`). All of it
is of the one document.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.records import AmountMention, DateMention, EntityMention, Extracted, Ingested, Mention
from pipeline.topics.folding import fold
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import Tongue
from pipeline.topics.passages import Sentence
from pipeline.topics.words import WORD

MAIN, AGAIN = 5, 2  # so many names are the document's main ones, each mentioned at least so often
DATE, SUM, FIGURE, NAME = 0.08, 0.12, 0.05, 0.05  # what each mention counts; NAME: each main name
ANNOUNCING, TITLE = 0.1, 0.2  # what it counts to announce something, and to have all words of the title
MOST = 0.6  # mentions count no more than this together: a list tells less than its length


class TellingReader:
    """Weighs the sentences of one document."""

    def __init__(self, ingested: Ingested, extracted: Extracted, keys: Mapping[Tongue, Keys]) -> None:
        self._mentions = sorted(extracted.mentions, key=lambda mention: (mention.start, mention.end))
        self._starts = [mention.start for mention in self._mentions]
        counts = Counter(fold(mention.text) for mention in self._mentions if isinstance(mention, EntityMention))
        ranked = sorted(counts, key=lambda name: (-counts[name], name))[:MAIN]
        self._main = frozenset(name for name in ranked if counts[name] >= AGAIN)
        title = WORD.findall(ingested.metadata.title or "")
        self._title = {tongue: {key for word in title if (key := keys[tongue].read(word).key)} for tongue in keys}

    def weight(self, sentence: Sentence, keys: Sequence[str]) -> float:
        """How much a sentence tells; `keys` are the features of its words."""
        first, last = (bisect_left(self._starts, at) for at in (sentence.start, sentence.end))
        mentions = self._mentions[first:last]
        names = self._main.intersection(fold(mention.text) for mention in mentions)
        told = min(MOST, sum(map(_figure, mentions)) + NAME * len(names))
        title = self._title[sentence.tongue]
        return told + ANNOUNCING * sentence.announcing + TITLE * len(title.intersection(keys)) / (len(title) or 1)


def _figure(mention: Mention) -> float:
    if isinstance(mention, DateMention):
        return DATE
    if isinstance(mention, AmountMention):
        return SUM if mention.value.unit_kind == "money" else FIGURE
    return 0.0
