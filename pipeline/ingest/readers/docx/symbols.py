"""Characters of the symbol fonts, which Word stores by their place in the font and not as text."""

_PRIVATE = 0xF000  # where a font of 256 places begins, when it is not Unicode
# Places in the font, and their characters. Bullets and pictures that stand for no text are left out.
_SYMBOL = {
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **{ord(char): char for char in " !#%&()+,./0123456789:;<=>?"},
    **dict(zip(range(0xAB, 0xB5), "↔←↑→↓°±″≥×", strict=True)),
    **dict(zip((0xA0, 0xA3, 0xA5, 0xB7, 0xB8, 0xB9, 0xBB, 0xBC, 0xD2, 0xD3, 0xD4, 0xD7), "€≤∞•÷≠≈…®©™⋅", strict=True)),
}
_WINGDINGS = dict(
    zip(
        (0x6F, 0xA8, 0xFE, 0x78, 0xFD, 0xFC, 0xFB, 0xDF, 0xE0, 0xE8, 0xE1, 0xE2, 0xF0, 0xD8, 0xA7, 0x6C, 0x6E),
        "☐☐☑☒☒✓✗←→→↑↓⇨➢▪●■",
        strict=True,
    )
)
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(font: str, code: str) -> str:
    """The character of a place (hexadecimal) in a font; a blank for a picture, or what is no character.

    >>> symbol("Symbol", "F0B0"), symbol("Wingdings", "F0E0"), symbol("Arial", "20AC"), symbol("Webdings", "F021")
    ('°', '→', '€', ' ')
    """
    try:
        number = int(code, 16)
    except ValueError:
        return " "
    places = _FONTS.get(font.lower())
    if places is not None:
        return places.get(number - _PRIVATE if number >= _PRIVATE else number, " ")
    if not 0x20 <= number < _PRIVATE or 0xD800 <= number < 0xF900:
        return " "
    return chr(number)
