"""Repair of text: characters, spaces, hyphens at line ends; every step is recorded in the alignment.

`characters`, `note_marks` and `inline` say what to change, `edits` makes one list of it, `hyphens` says what a word cut
at a line end was (`lost_breaks`: where the line end itself is gone), `render` writes the text.
"""
