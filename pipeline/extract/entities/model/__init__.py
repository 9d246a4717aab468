"""The statistical finder: texts in, candidates out. It knows nothing of the rules.

`passages` puts those of a document before `ner`, the model of a language; `lean` loads a package in a fraction of the
time, `static` puts vectors of words beside what it knows, `weights` our own weights into it (and packs them for `make
train`); `vectors` and `decode` are spaCy's own sums done faster, and must give the entities that spaCy gives:
`tests/extract/test_entities_model.py` holds them to it. Where a package has another form, spaCy itself runs.
"""

from pipeline.extract.entities.model.ner import EntityModel, NamedEntityModel, load_vectors

__all__ = ["EntityModel", "NamedEntityModel", "load_vectors"]
