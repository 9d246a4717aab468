"""Tables of rules over token classes: which rules may hold at a token, found in one look."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from pipeline.dates.lexicon.classes import compile_rule
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens

T = TypeVar("T")
Builder = Callable[[re.Match[str], Tokens, DateLexicon], T | None]
Rule = tuple[str, str, Builder[T]]  # the classes that it can begin with, the rule for `compile_rule`, what it builds
_GROUP = re.compile(r"(?<!\\)(?:\(\?P<\w+>|\((?!\?))")


class RuleSet(NamedTuple, Generic[T]):
    """The rules that begin with one class, in order; group i of `first` matches where rule i - 1 is the first to."""

    first: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], Builder[T]], ...]


def rule_table(rules: Iterable[Rule[T]]) -> Mapping[str, RuleSet[T]]:
    """Rules by the class that they can begin with."""
    compiled = [(starts, compile_rule(rule), build) for starts, rule, build in rules]
    table: dict[str, RuleSet[T]] = {}
    for letter in sorted({letter for starts, _, _ in compiled for letter in starts}):
        mine = tuple((rule, build) for starts, rule, build in compiled if letter in starts)
        options = "|".join(f"({_GROUP.sub('(?:', rule.pattern)})" for rule, _ in mine)
        table[letter] = RuleSet(re.compile(options), mine)
    return table


def first_built(
    table: Mapping[str, RuleSet[T]], tokens: Tokens, index: int, lexicon: DateLexicon
) -> tuple[T, int] | None:
    """What the first rule builds that matches at a token, and the index of the token after the match."""
    rules = table.get(tokens.kinds[index]) if index < len(tokens.kinds) else None
    found = rules.first.match(tokens.kinds, index) if rules else None
    if rules is None or found is None or found.lastindex is None:
        return None
    for rule, build in rules.rules[found.lastindex - 1 :]:
        match = rule.match(tokens.kinds, index)
        if match and match.end() > index and (built := build(match, tokens, lexicon)):
            return built, match.end()
    return None
