"""Topics of a corpus and summaries of its documents: the stage's door.

In: every document with its mentions and links, in one pass, and the ids of the last run. Out: `CorpusTopics`.
Order: `digest` makes of each document its summary (`summary`, `telling`) and its passages (`passages`) as columns of
features (`words`, `keys`) with what they mention (`facts`); `fit` weighs them (`matrix`), chooses the number of topics
(`count`, `quality`), fits them (`model`), keeps the ids of known ones (`identity`) and names them (`terms`, `naming`);
`view` completes each (`citations`, `trend`, `typical`), `alike` and `keywords` each document. `find` puts it together;
`lexicon` and `concepts` load what is known of the two languages.
"""

from pipeline.topics.find import CorpusTopics, find_topics
from pipeline.topics.lexicon import TopicLexicons, load_topic_lexicons

__all__ = ["CorpusTopics", "TopicLexicons", "find_topics", "load_topic_lexicons"]
