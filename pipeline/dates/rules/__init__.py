"""What a rule is and what rules make.

A rule is a regular expression over the classes of tokens and a function that builds something of the match, or nothing;
`matching` runs tables of them. Rules of `dated` make an `Item`: what an expression of the calendar says, still without
its place in the text. Rules of `undated` make a `Found`: a find with its span, which items become too once they are
joined and believed.
"""
