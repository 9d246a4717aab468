"""Whether what looks like a date is one.

`confidence` says how sure an item is by the words around it, 0 where it is none; `refused` knows what only looks like a
year or a day: codes, counts, the numbers of houses, streets. A false date is refused there, for all forms at once, not
in the rule that made it.
"""
