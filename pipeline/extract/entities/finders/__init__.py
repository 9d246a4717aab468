"""The finders: tokens of a passage in, candidates out; each claims what it sees and leaves the choice to `choice`.

One module for each way to tell a name: `people` by title, cue or renown; `places` and `seats` by what stands around
them; `frames` people and places by what they do; `long_names` by the common noun they are built on, `foreign` by one
of another language; `events` and `placed_events`, which `ordinals` count; `companies`, `teams` and `acronyms`;
`chapters` of known bodies; `news` by the ways of the press. `capitals` tells several of them where a row of words
with a capital ends. A finder is a function of tokens, lexicon and known names that yields candidates without looking
at other finders; `by` says how far `choice.combine` trusts it. `table` says which run, and in what order: a new finder
is added there.
"""
