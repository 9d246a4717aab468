"""Text as the lexicons of dates have it: lower case, plain apostrophes and hyphens."""

_FOLD = (*((sign, "'") for sign in "’‘ʼ"), *((sign, "-") for sign in "‐‑‒–—―−"))


def fold(text: str) -> str:
    """Lower case with plain apostrophes and hyphens, every character at its place.

    >>> fold("D’Août–SEPT")
    "d'août-sept"
    """
    return small(plain_signs(text))


def plain_signs(text: str) -> str:
    """The text with plain apostrophes and hyphens, every character at its place."""
    for sign, plain in _FOLD:  # many times faster than str.translate
        if sign in text:
            text = text.replace(sign, plain)
    return text


def small(text: str) -> str:
    """Lower case, every character at its place."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)
