"""Pages of a PDF that are images: whether one is, its picture, and the words that were recognised in it."""

from collections.abc import Sequence
from typing import Any

from pipeline.ingest.readers.pdf.rows import median
from pipeline.ingest.readers.pdf.words import Word, Written
from pipeline.ingest.recognise import Recognised, Recogniser

_FEW = 12  # characters: a scan has at most a stamp
_DOTS = 300  # per inch
_PIXELS = 30_000_000  # of a picture
_USUAL = (0.72, 1.38)  # times the usual height of a line: the same print, with more or fewer long letters


def is_image(page: Any, words: Sequence[Written]) -> bool:
    """Whether a page has next to no text, and an image."""
    import pypdfium2.raw as pdfium

    if sum(len(word.text) for direction in words for word in direction.words) >= _FEW:
        return False
    return any(item.type == pdfium.FPDF_PAGEOBJ_IMAGE for item in page.get_objects(max_depth=3))


def recognise(page: Any, recogniser: Recogniser) -> list[Written] | None:
    """The words in the image of a page; null where they could not be read."""
    width, height = page.get_size()
    scale = min(_DOTS / 72, (_PIXELS / max(width * height, 1.0)) ** 0.5)
    words = recogniser(_picture(page, scale))
    if words is None:
        return None
    placed = [_word(word, scale, height) for word in words]
    usual = median(word.size for word in placed)
    low, high = (usual * factor for factor in _USUAL)
    even = [word._replace(size=usual) if low < word.size < high else word for word in placed]
    return [Written(0, even)] if even else []


def _picture(page: Any, scale: float) -> bytes:
    """A page in shades of grey as a PGM file."""
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer)
    lines = (bytes(rows[at : at + bitmap.width]) for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)
    bitmap.close()
    return picture


def _word(word: Recognised, scale: float, height: float) -> Word:
    """A word in points; a line's box reaches from the tops of the letters to the feet of `p` and `g`."""
    size = 0.9 * (word.bottom - word.top) / scale
    base = height - word.bottom / scale + 0.22 * size
    return Word(word.text, word.left / scale, word.right / scale, base, size)
