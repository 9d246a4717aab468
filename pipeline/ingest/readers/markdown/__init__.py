"""Markdown: `lines` that the writer meant, `inline` marks, and the blocks that they make (`read`)."""
