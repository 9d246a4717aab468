"""The classes of tokens, one character each, so that grammar rules are regular expressions over a string of classes.

`compile_rule` lets a rule be read: words in lower case are classes, everything else is the syntax of `re`, and white
space is left out. Names of groups are in upper case.
"""

import re

CLASSES = {
    "cardinal": "D",  # digits, 1 to 31
    "ordinal": "O",  # digits with an ordinal suffix
    "twodigit": "Z",  # two digits that are no day
    "count": "N",  # any other number: never part of a date
    "year": "Y",  # four digits, 1000 to 2199
    "spelled": "S",
    "spelledth": "s",  # spelled or Roman ordinal
    "spelledyear": "P",
    "numeric": "Q",  # 10.06.15, 2015-06-10
    "clock": "I",  # 14:30
    "month": "M",
    "weekday": "W",
    "season": "E",
    "holiday": "H",
    "named": "J",  # noun that a year follows: exercice, rentrée
    "unit": "U",
    "century": "C",
    "centurysign": "6",  # s. after an ordinal
    "millennium": "7",
    "decade": "K",
    "quartercode": "X",
    "modifier": "m",
    "bound": "b",
    "of": "o",
    "from": "f",
    "det": "l",
    "and": "e",
    "to": "t",
    "between": "B",
    "prep": "p",
    "this": "c",
    "direction": "r",
    "monthward": "u",  # instant, ultimo
    "sequence": "a",
    "anaphor": "A",
    "deictic": "n",
    "ago": "g",
    "later": "G",
    "every": "k",
    "often": "v",
    "some": "q",
    "onward": "w",
    "meridiem": "i",
    "era": "j",  # before Christ, or after (number 1)
    "daypart": "T",
    "weekdays": "V",  # plural: every such day
    "weeksahead": "5",
    "plus": "+",  # and a half
    "fraction": "1",  # half past
    "oclock": "2",
    "multiple": "R",  # once, twice
    "times": "F",
    "per": "y",
    "alternating": "3",
    "onein": "4",
    "half": "h",
    "there": "L",  # of the one told before: ce jour-là
    "here": "8",  # of the one that is running: ce mois-ci
    "comma": ",",
    "dash": "-",
    "slash": "/",
    "open": "(",
    "close": ")",
    "stop": ".",
    "other": "x",
    "proper": "z",  # a capitalised word that the lexicon does not have
    "symbol": "$",  # currency and percent signs, degrees
    "sign": "!",  # any other sign
}

DAY = "(cardinal|ordinal|spelled|spelledth)"
YEAR = "(year|spelledyear)"
# What a year or a month alone may stand behind.
OPENERS = frozenset(CLASSES[name] for name in ("prep", "bound", "between", "from", "to", "this", "direction"))
GOES_ON = "of|year|twodigit|cardinal|spelled|sequence|direction"  # after `of the year`: not of the running one


def compile_rule(rule: str) -> re.Pattern[str]:
    """The rule as a regular expression over class characters.

    >>> bool(compile_rule("cardinal month year?").fullmatch("DM"))
    True
    """
    letters = re.sub(r"(?<![A-Za-z<])[a-z]+", lambda word: re.escape(CLASSES[word[0]]), rule)
    return re.compile(re.sub(r"\s+", "", letters))
