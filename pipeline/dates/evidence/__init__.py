"""Whether what looks like a date is one.

`confidence` is the door (`item_confidence`): how sure an item is by its shape and the words around it, 0 where it is
none. What is said without its year or month needs more: `months`, `days` and `years` look at both sides of it.
`refused` knows what is part of something else: references, prices, measures, streets. A false date is refused here, for
all forms at once, not in the rule that made it.
"""
