"""Names in another language than the text's: `read` has those in one that Dépêche reads too, with all its rules;
`unread` those in any other, which a list of words opens, ends and ties (`models/lexicons/foreign_bodies.toml`).
"""
