"""What a document is: title, day, place, author, publisher, number, kind, each with where it was found and how sure.

`text` reads the blocks (`titles`; `published` for days and places), `front_matter` the head of a file,
`weigh` chooses.
"""
