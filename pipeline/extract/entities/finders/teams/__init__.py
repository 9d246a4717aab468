"""Teams: `clubs` by the words of their names or a score between two, `games` by what reports on games say beside towns.

`towns` knows the towns and states that both are called after.
"""
