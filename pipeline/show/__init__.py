"""What `make show` prints and `make inspect` opens: results, as a reader sees them.

In: the records that a run has emitted (`Document`, `Entity`, `Topic`) and the words of the reader's language. Out:
things that `rich` prints, no files. `document`, `entity` and `topic` are a view each; under a document stand its
`repairs`; `refused` shows what only looks like a name. All are put together from `terminal`. `browse` is apart: it
tells Datasette of the database. To find what the user names, and to print it, is the work of `commands`.
"""
