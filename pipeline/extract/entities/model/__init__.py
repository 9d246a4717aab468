"""The statistical finder: texts in, candidates out. It knows nothing of the rules.

`passages` puts those of a document before `ner`, the model of a language; `lean` loads a package in a fraction of the
time, `weights` puts our own into it (and packs them for `make train`); `vectors` and `decode` are spaCy's own sums done
faster, and must give the entities that spaCy gives: `tests/extract/test_entities_model.py` holds them to it. Where a
package has another form, spaCy itself runs.
"""

from pipeline.extract.entities.model.ner import EntityModel, NamedEntityModel

__all__ = ["EntityModel", "NamedEntityModel"]
