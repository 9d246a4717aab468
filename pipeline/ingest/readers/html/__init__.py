"""HTML: our own walk of the page; trafilatura votes on what is main text."""
