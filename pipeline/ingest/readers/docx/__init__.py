"""DOCX: paragraphs, lists with their numbers, tables, notes; guarded against what is no document.

In order: `guard` looks at the archive before anything unpacks it, `dialects` makes files of other makes plain ones,
`read` goes through the body (`walk`) and what stands outside it (`parts`), with the numbers that Word shows
(`numbering`) and the characters of its `symbols` fonts.
"""
