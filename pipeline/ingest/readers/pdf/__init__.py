"""PDF: from characters on a page to paragraphs in reading order.

In order, for each page: characters (`chars`), `words`, `rows` of words on one baseline; what is drawn (`rules`) and the
`tables` in it; columns by the white between them (`gutter`, `layout`), short texts `beside` each other, numbers and
capitals in the `margins`, footnotes (`notes`). Then for the document: running heads (`edges`), `paragraphs`, headings
by size and the source text (`compose`). `images` has pages without text recognised; `read` puts it together.
"""
