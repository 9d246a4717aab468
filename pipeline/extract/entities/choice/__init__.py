"""From what the finders claim to one decision a place: candidates in, the entities of the document out.

`review` looks at the claims for one passage: `pieces` cuts what the model proposes, first its end (`fronts`), then
into parts; `portfolios` knows what is inside a title; `boundaries` puts edges right, `pairs` parts what hyphens tie,
`holders` part who holds an office from whose it is, `told_apart` takes in the rank and year of an event or agreement;
`abbreviations` finds letters that stand for common words; `lookalikes` refuses what is no name (`refusals` takes it
down); `labels` mends labels; `series` makes the items of a list alike.
Then, for the whole document: `echoes` looks for the same people and names elsewhere; `evidence` says what speaks for
each claim: `said` by the model's own names there, `wording` by what its words are known as, `setting` by what stands
beside it; `combine` chooses among what overlaps.
"""
