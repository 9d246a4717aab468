"""Which blocks of a web page are its main text: by place, tag, class, links, lexicon and the vote of trafilatura."""

from collections import Counter
from collections.abc import Sequence

from pipeline.ingest.boilerplate.frame import Frame
from pipeline.ingest.boilerplate.page_sections import PageSections
from pipeline.ingest.boilerplate.phrases import Phrases
from pipeline.ingest.datelines import Datelines
from pipeline.ingest.readers.html.walk import WebBlock
from pipeline.ingest.resources import IngestResources

_LINKS = 0.6  # a block or list with more of its text in links is navigation
_ALL_LINKS = 0.9
_PROSE = 80  # characters that a paragraph of the main text has
_LABEL = 30  # characters that a label has at most
_ROOM = 0.85  # of the page's prose stands in the room of the main text
_HARD = frozenset({"navigation", "share links", "cookie notice", "form", "dialog"})


def judge_blocks(blocks: Sequence[WebBlock], votes: Sequence[bool], resources: IngestResources) -> list[str | None]:
    """Why each block of a page is dropped; None: it stays. `votes`: the blocks that trafilatura keeps."""
    page = _Page(blocks, votes, resources)
    reasons = [page.reason(index) for index in range(len(blocks))]
    page.drop_related(reasons)
    if any(reason is None and block.tag != "h1" for reason, block in zip(reasons, blocks, strict=True)):
        return reasons
    soft = [block.zone for block in blocks]
    return soft if any(zone is None for zone in soft) else [None] * len(blocks)


class _Page:
    """The blocks of a page with the room that its main text stands in."""

    def __init__(self, blocks: Sequence[WebBlock], votes: Sequence[bool], resources: IngestResources) -> None:
        self._blocks = blocks
        self._votes = votes
        self._phrases = resources.tool(Phrases)
        self._datelines = resources.tool(Datelines)
        self._frame = resources.tool(Frame)
        self._sections = resources.tool(PageSections)
        prose = [i for i in range(len(blocks)) if self._is_prose(i)]
        self._room = self._find_room([i for i in prose if votes[i]] or prose)
        self._first = next((i for i in prose if self._room in blocks[i].path), 0)
        titles = [i for i, block in enumerate(blocks) if block.tag == "h1" and block.zone not in _HARD]
        self._title = next((i for i in reversed(titles) if i <= self._first), titles[0] if titles else None)
        self._shares = self._link_shares()

    def _is_prose(self, index: int) -> bool:
        block = self._blocks[index]
        long = block.zone is None and len(block.text) >= _PROSE and block.link_share < _LINKS
        return long and not self._frame.below(block.text) and not self._phrases.reason(block.text)

    def _find_room(self, prose: Sequence[int]) -> int:
        """The innermost element with nearly all of the prose; 0 on a page without any."""
        sizes: Counter[int] = Counter()
        for index in prose:
            for number in self._blocks[index].path:
                sizes[number] += len(self._blocks[index].text)
        total = sum(len(self._blocks[index].text) for index in prose)
        if len(prose) == 1:  # the element around the only paragraph
            block = self._blocks[prose[0]]
            return block.path[-2] if block.tag == "p" and len(block.path) > 1 else block.path[-1]
        return max((number for number, size in sizes.items() if size >= _ROOM * total), default=0)

    def _link_shares(self) -> dict[int, float]:
        """For each element the share of its text that stands in links."""
        sizes: Counter[int] = Counter()
        linked: Counter[int] = Counter()
        for block in self._blocks:
            for number in block.path:
                sizes[number] += len(block.text)
                linked[number] += round(len(block.text) * block.link_share)
        return {number: linked[number] / size for number, size in sizes.items()}

    def reason(self, index: int) -> str | None:
        """Why a block is dropped."""
        block, vote = self._blocks[index], self._votes[index]
        if index == self._title or (block.tag == "h1" and self._title is None):
            return None
        if block.zone and (block.zone in _HARD or not (vote and len(block.text) > 120)):
            return block.zone
        if self._room and self._room not in block.path:
            return None if self._is_by_title(index) or self._is_day(index, beside=True) else "not main text"
        if self._title is not None and index < self._title and not (self._is_sentence(index) or self._is_day(index)):
            return "above the title"
        if self._is_links(index):
            return "navigation"
        return self._phrases.reason(block.text) if block.link_share > _LINKS else None

    def _is_by_title(self, index: int) -> bool:
        """What stands under a title outside the room of the text: its date, its standfirst; text far from the rest."""
        block = self._blocks[index]
        if self._votes[index] and len(block.text) > 120 and block.link_share < _LINKS:
            return True
        if self._title is None:
            return self._leads_up(index)
        if not self._title < index < self._first or block.link_share > 0.3:
            return False
        near = self._blocks[self._title].path[-2:-1]
        dated = self._datelines.is_dateline(block.text, 0, 1)
        return dated or (near == block.path[-2:-1] and (self._votes[index] or len(block.text) > 60))

    def _leads_up(self, index: int) -> bool:
        """Lines right above the text on a page without a first heading, nothing between them and the text."""
        run = self._blocks[index : self._first] if self._first - 8 < index < self._first else ()
        return bool(run) and all(block.zone is None and block.link_share < 0.3 for block in run)

    def _is_sentence(self, index: int) -> bool:
        block = self._blocks[index]
        return block.link_share < 0.3 and block.text.count(" ") > 7 and block.text.rstrip()[-1] in ".!?»”"

    def _is_day(self, index: int, *, beside: bool = False) -> bool:
        """The day of the text, in the lines above its title; `beside`: in the same element."""
        if self._title is None or not 0 < self._title - index <= 3 or self._blocks[index].link_share > 0.3:
            return False
        near = not beside or self._blocks[index].path[:-1] == self._blocks[self._title].path[:-1]
        return near and self._datelines.is_dateline(self._blocks[index].text, 0, 1)

    def _is_links(self, index: int) -> bool:
        """Links that lead away. A list of them under a heading of the text is part of it; others are navigation."""
        block = self._blocks[index]
        if block.kind in {"list_item", "table"} and self._under_heading(index):
            return False
        if block.link_share > _LINKS:
            return block.kind not in {"heading", "quote"} or self._phrases.reason(block.text) is not None
        around = block.path[block.path.index(self._room) + 1 :] if self._room in block.path else block.path
        return len(block.text) < _PROSE and any(self._shares[number] > _LINKS for number in around[:-1])

    def _under_heading(self, index: int) -> bool:
        """Whether the list belongs to the text: what stands above it is a heading or a line with a colon beside it."""
        above = index
        while above > 0 and self._blocks[above].kind == self._blocks[index].kind and above > index - 200:
            above -= 1
        if self._title is not None and above < self._title:
            return False
        block = self._blocks[above]
        beside = block.path[:-1] == self._blocks[index].path[: len(block.path) - 1]
        leads = block.kind == "heading" or block.text.rstrip().endswith(":") or self._is_sentence(above)
        if self._is_sentence(above) and not block.text.rstrip().endswith(":") and self._is_inserted(above + 1):
            return False
        heads_links = self._sections.heads_links(block.text)
        return leads and beside and not heads_links and not self._phrases.reason(block.text)

    def _is_inserted(self, first: int) -> bool:
        """Whether a list has nothing but links and stands between two paragraphs of the text."""
        after = first
        while after < len(self._blocks) and self._blocks[after].kind == self._blocks[first].kind:
            after += 1
        links = all(block.link_share > _ALL_LINKS for block in self._blocks[first:after])
        goes_on = after < len(self._blocks) and (self._is_prose(after) or self._is_sentence(after))
        return links and goes_on and self._room in self._blocks[after].path

    def _labels_nothing(self, index: int, reasons: Sequence[str | None]) -> bool:
        """A label whose value is gone: `From:` over the links to those who publish."""
        text = self._blocks[index].text
        if len(text) > _LABEL or not text.endswith(":") or index + 1 == len(reasons):
            return False
        return reasons[index + 1] == "navigation" and self._blocks[index].path[:-1] == self._blocks[index + 1].path[:-1]

    def drop_related(self, reasons: list[str | None]) -> None:
        """Headings that have nothing but dropped links under them go with these."""
        for index, block in enumerate(self._blocks):
            if reasons[index] is not None or index == self._title:
                continue
            heads = self._sections.heads_links(block.text)
            if self._labels_nothing(index, reasons):
                reasons[index] = reasons[index + 1]
                continue
            if block.kind != "heading" and not heads:
                continue
            below = next((i for i in range(index + 1, len(reasons)) if reasons[i] is None), len(reasons))
            gone = below > index + 1 and all(r in {"navigation", "related links"} for r in reasons[index + 1 : below])
            if gone and (below == len(reasons) or self._blocks[below].kind == "heading" or heads):
                reasons[index] = "related links"
