"""Parts of a web page that are not its text, by tag, role and the names that pages give their parts."""

import re
from typing import Any

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
"""Tags of headings."""
_ZONES = {
    "nav": "navigation",
    "aside": "beside the text",
    "footer": "footer",
    "form": "form",
    "button": "form",
    "dialog": "dialog",
    "menu": "navigation",
}
_ROLES = {
    "navigation": "navigation",
    "contentinfo": "footer",
    "search": "form",
    "complementary": "beside the text",
    "banner": "page header",
    "dialog": "dialog",
    "menu": "navigation",
    "alertdialog": "dialog",
}
# Names that pages in any language give their parts, as words of class or id.
_MARKED = re.compile(
    r"(?:^|[\s_-])(?:(?P<cookie>cookies?|consent|gdpr|rgpd|cmp|tarteaucitron|onetrust)"
    r"|(?P<share>share|sharing|sharedaddy|social|addthis|addtoany|partage|partager)"
    r"|(?P<nav>breadcrumbs?|crumbs?|ariane|navbar|navigation|nav|menu|sitemap|pagination|pager|skip-?links?|skip|evitement|toolbar|outils"
    r"|tags|tags-links|cat-links|tags-row)|(?P<foot>footer|copyright|legal|colophon)"
    r"|(?P<beside>sidebar|related|relatedposts|newsletter|signup|comments?|promo|advert|ads?|ad-slot|rail|read-more|feedback|widget|chatbot|overlay"
    r"|subscribe|subscription|paywall|abonnement|donate|donation|don|pub|publicite|sponsor(?:ed)?|taboola|outbrain|trending|popular|most-read"
    r"|recommended|recommendations|author-(?:box|bio|card)))"
    r"(?=$|[\s_-])",
    re.I,
)
_MARK_REASONS = {
    "cookie": "cookie notice",
    "share": "share links",
    "nav": "navigation",
    "foot": "footer",
    "beside": "beside the text",
}


def find_zone(element: Any, tag: str, *, in_article: bool) -> str | None:
    """Why the place of an element says that it is not body text; None where it says nothing.

    Args:
        element: an element of lxml.
        tag: its name in lower case.
        in_article: whether it stands in the article of the page, whose own head and foot say nothing.
    """
    if tag in {"footer", "header"} and in_article:
        return None
    role = _ROLES.get((element.get("role") or "").lower())
    if tag in _ZONES or role:
        return role or _ZONES[tag]
    if tag == "header":
        return "page header"
    if tag in {"body", "html", "main", "article"} or tag in HEADINGS:
        return None
    match = _MARKED.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:500])
    return _MARK_REASONS[match.lastgroup or "nav"] if match else None
