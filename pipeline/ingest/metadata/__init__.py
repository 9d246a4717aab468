"""What a document is: title, day, place, author, publisher, number, kind, each with where it was found and how sure.

`text` reads the blocks: `titles` for titles, `published` for days and places (`parts` is what it sees), `front_matter`
the head of a file; `weigh` chooses. A day is that of a document, the surest first, where a cue says so (`date_cues`:
published, answered, updated, dated, made), in a closing clause or in the opening of the first paragraph (`openings`),
in a dateline or a masthead (`mastheads`, with `places`), where the head names an occasion or an issue (`occasions`),
and last where one day alone stands apart in the head; a chronology that begins with it speaks against it (`timeline`).
Cues are compared without case and accents (`wording`).
"""
