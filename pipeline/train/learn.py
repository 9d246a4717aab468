"""Training one language: epochs over the material and its variations, the best weights on what was held back."""

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from pipeline.config import SpacyModel
from pipeline.evaluate.marked import MarkedSentence
from pipeline.evaluate.tally import tally
from pipeline.extract.entities.model.ner import load_package, reader, use_dot
from pipeline.extract.entities.model.passages import plain
from pipeline.extract.entities.model.static import StaticVectors
from pipeline.extract.entities.model.weights import add_labels, mean, pack
from pipeline.train.augment import varied
from pipeline.train.material import Material
from pipeline.train.names import NameSupply
from pipeline.train.targets import Targets

_TOGETHER = 64  # sentences that the package reads at a time


class Learning(NamedTuple):
    """How it is learnt: `runs` times from seeds that follow each other, the weights of all averaged.

    `variations` of each sentence in an epoch, beside the sentence itself.
    """

    runs: int = 2
    epochs: int = 5
    rate: float = 0.001
    dropout: float = 0.3
    variations: int = 1
    batch: int = 24
    seed: int = 20


class Lesson(NamedTuple):
    """What is trained (a package, with static vectors or without), on what, and how."""

    package: SpacyModel
    vectors: StaticVectors | None
    material: Material
    names: NameSupply
    how: Learning

    def load(self) -> Any:
        """The package as it comes, anew."""
        return load_package(self.package.package, self.vectors)


class Progress(NamedTuple):
    """One epoch of a run: the F1 on what was held back, of the model alone."""

    run: int
    epoch: int
    loss: float
    f1: float


def learn(lesson: Lesson, tell: Callable[[Progress], None]) -> bytes:
    """The packed weights, the mean of all runs; `tell` hears of every epoch.

    The mean of two runs errs less than either: what only one of them learnt by chance weighs half.
    """
    return mean([learn_once(lesson, run, tell) for run in range(1, lesson.how.runs + 1)])


def learn_once(lesson: Lesson, run: int, tell: Callable[[Progress], None]) -> bytes:
    """The packed weights of one run: of the second half of the epochs those that were best on what was held back."""
    package, how = lesson.package, lesson.how
    seed = how.seed + run - 1
    fix_random_seed(seed)
    nlp, base = lesson.load(), lesson.load()
    ner = nlp.get_pipe("ner")
    add_labels(ner, tuple(package.labels))
    use_dot(ner.model)
    use_dot(base.get_pipe("ner").model)
    teacher = _Teacher(nlp, base, Targets(package.labels))
    unchanged = [*teacher.examples(lesson.material.learnt)]
    optimizer = Adam(how.rate, L2=0.0, grad_clip=1.0, use_averages=True)
    random = Random(seed)
    kept, best = pack(ner.model), _f1(nlp, lesson)
    tell(Progress(run, 0, 0.0, best))
    for epoch in range(1, how.epochs + 1):
        optimizer.learn_rate = how.rate * (1 - (epoch - 1) / how.epochs)
        losses: dict[str, float] = {}
        examples = [*unchanged, *teacher.examples(_variations(lesson, random))]
        random.shuffle(examples)
        for low in range(0, len(examples), how.batch):
            nlp.update(examples[low : low + how.batch], sgd=optimizer, drop=how.dropout, losses=losses)
        with nlp.use_params(optimizer.averages):
            packed = pack(ner.model)
            f1 = _f1(nlp, lesson)
        tell(Progress(run, epoch, losses.get("ner", 0.0), f1))
        if epoch == how.epochs // 2 or (epoch > how.epochs // 2 and f1 >= best):
            kept, best = packed, f1  # what a few sentences say of the first epochs is chance
    return kept


class _Teacher:
    """Makes examples: what the model should answer, with the help of the package as it comes."""

    def __init__(self, nlp: Any, base: Any, targets: Targets) -> None:
        self._nlp = nlp
        self._base = base
        self._read = reader(base)
        self._targets = targets

    def examples(self, sentences: Sequence[MarkedSentence]) -> Iterator[Example]:
        """Sentences with their marks."""
        for low in range(0, len(sentences), _TOGETHER):
            group = sentences[low : low + _TOGETHER]
            texts = [plain(sentence.text) for sentence in group]
            known = self._read([self._base.make_doc(text) for text in texts])
            for sentence, text, read in zip(group, texts, known, strict=True):
                doc = self._nlp.make_doc(text)
                if len(doc):
                    tags = self._targets.of(doc, sentence, read.spans)
                    yield Example.from_dict(doc, {"entities": tags})


def _variations(lesson: Lesson, random: Random) -> list[MarkedSentence]:
    """The sentences with other names and as they come, for one epoch."""
    sentences, times = lesson.material.learnt, lesson.how.variations
    return [varied(sentence, lesson.names, random) for _ in range(times) for sentence in sentences]


def _f1(nlp: Any, lesson: Lesson) -> float:
    """F1 of spans and labels together, of the model alone, on what was held back."""
    sentences, labels = lesson.material.held, lesson.package.labels
    docs = nlp.pipe([plain(sentence.text) for sentence in sentences])
    found = [
        [(ent.start_char, ent.end_char, labels[ent.label_]) for ent in doc.ents if ent.label_ in labels] for doc in docs
    ]
    return tally(zip(sentences, found, strict=True))["ENTITY"].f1
