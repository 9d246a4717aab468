"""HTML: our own walk of the page; trafilatura votes on what is main text.

In order: `depth` cuts what no parser takes, `walk` gives the visible text block by block (`layout` tells tables that
only lay out the page, `lists` the numbers of items, `marks` what small raised text is), `zones` knows the parts of a
page that are not its text, `main` decides which blocks are, `metadata` reads the head. `read` puts it together.
"""
