"""DOCX: paragraphs, lists with their numbers, tables, notes; guarded against what is no document."""
