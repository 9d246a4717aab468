"""Emit: from what the stages found to what the user gets.

In: the records of `ingest`, `extract`, `link` and `topics`. Out, in the order of use:
`public_document` joins the records of one document and traces each span back to its source; `encode` writes any
public record as JSON; `schemas` describes those files; `write_tables` makes the spreadsheets, `write_database` the
SQLite file, `dump` compares two of them. Documents pass by one at a time, so memory doesn't grow with the corpus.
Inside: `columns` makes one flat row of a mention, `context` the sentence around it, `rows` and `topic_rows` the rows of
`database.sql`; `files` writes whole files or none.
"""

from pipeline.emit.database import write_database
from pipeline.emit.dump import dump
from pipeline.emit.encoding import encode
from pipeline.emit.public import public_document
from pipeline.emit.schema import json_schema, schemas
from pipeline.emit.tables import TABLES, write_tables

__all__ = ["TABLES", "dump", "encode", "json_schema", "public_document", "schemas", "write_database", "write_tables"]
