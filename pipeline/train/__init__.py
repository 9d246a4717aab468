"""`train`: fine-tunes the `ner` of both languages' spaCy packages on the project's own annotated text.

In: the train split of the gold corpus, the sentences of `corpus/training`, and the package as it comes. Out: weights, a
manifest and a card in `models/ner/<language>`, which `models.toml` names.

In order: `material` reads what is learnt from and holds a part back; `names` and `augment` vary it (other names,
capitals, accents lost, noise); `targets` says for each token what the model should answer, where the labels of the
package that Dépêche does not use stay as the package gives them; `learn` trains, each run in a process of its own, and
keeps the best weights on the part held back; `measure` says what they are worth beside the package's own; `save` and
`card` write them. Same seed, data, packages and machine: same bytes.

`confidence` fits how sure a mention is: `folds` has the annotated text read by models that have not seen it, `samples`
says what was right, `fit` gives each piece of evidence its coefficient; they and a card (`confidence_card`) go to
`models/confidence`.

`casing` learns where capitals stand, for text that is all in capitals, and writes `models/casing`. `vectors` packs the
static vectors that both models read, and writes `models/vectors`.
"""

from pipeline.train.card import card, table
from pipeline.train.casing import fit_casing
from pipeline.train.confidence import fit_confidence
from pipeline.train.learn import Learning, Lesson, Progress, learn, learn_once
from pipeline.train.material import Material, load_material
from pipeline.train.measure import Measured, holds, load_measures, measure
from pipeline.train.names import NameSupply, load_names_for_training
from pipeline.train.save import replace_weights, write_weights
from pipeline.train.vectors import pack_vectors

__all__ = [
    "Learning",
    "Lesson",
    "Material",
    "Measured",
    "NameSupply",
    "Progress",
    "card",
    "fit_casing",
    "fit_confidence",
    "holds",
    "learn",
    "learn_once",
    "load_material",
    "load_measures",
    "load_names_for_training",
    "measure",
    "pack_vectors",
    "replace_weights",
    "table",
    "write_weights",
]
