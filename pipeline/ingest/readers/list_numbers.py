"""How Word writes the number of a list's paragraph: ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat)."""

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_SIGNS = "*†‡§"
_MOST = {"upperRoman": 3999, "lowerRoman": 3999, "upperLetter": 780, "lowerLetter": 780, "chicago": 80}


def format_number(number: int, form: str) -> str:
    """A number as its format writes it; in figures where the format is rare or does not reach so far.

    >>> [format_number(n, form) for n, form in ((4, "lowerRoman"), (28, "upperLetter"), (7, "decimalZero"))]
    ['iv', 'BB', '07']
    >>> [format_number(n, form) for n, form in ((3, "none"), (6, "chicago"), (10**9, "lowerLetter"))]
    ['', '††', '1000000000']
    """
    if form in {"none", "bullet"}:
        return ""
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "numberInDash":
        return f"- {number} -"
    if form == "decimalEnclosedParen":
        return f"({number})"
    if not 0 < number <= _MOST.get(form, 0):
        return str(number)
    if form == "chicago":
        return _SIGNS[(number - 1) % len(_SIGNS)] * ((number - 1) // len(_SIGNS) + 1)
    text = _roman(number) if form.endswith("Roman") else chr(64 + (number - 1) % 26 + 1) * ((number - 1) // 26 + 1)
    return text.lower() if form.startswith("lower") else text


def _roman(number: int) -> str:
    pieces: list[str] = []
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        pieces.append(sign * times)
    return "".join(pieces)
