"""What is measured, by the names that the tables show."""

INGEST, REPAIR, EXTRACT = "ingest", "ingest of cut lines", "extract"
WHOLE_REPAIR, CUT_REPAIR, LANGUAGES = "repair", "repair of cut lines", "languages"
PDFS = {"PDF, one column": 1, "PDF, two columns": 2}
LARGE = "text"
LINK, TOPICS, EMIT, REPORT = "link", "topics", "emit", "report"
STAGES = (INGEST, EXTRACT, LINK, TOPICS, EMIT, REPORT)
PER_DOCUMENT, ALL_STAGES = "ingest + extract", "all six stages"

DATES, AMOUNTS, FINDERS = "find_dates", "find_amounts", "both finders"

BARE, DOT, OURS = "spaCy ner, as shipped", "spaCy ner, numpy", "ner as Dépêche runs it"

LANGDETECT, SPACY, DATEPARSER, MONEY = "langdetect", "spaCy, all pipes", "dateparser.search", "money regex"
STEPS = (LANGDETECT, SPACY, DATEPARSER, MONEY)
SCRIPT = "the script"

NOTHING, UNCHANGED = "Python alone", "run, nothing to do"
OURS_START, EXTRACT_START = "French, ner as Dépêche runs it", "French, all that extract reads"
BARE_START, WHOLE_START = "French, spaCy ner", "French, spaCy all pipes"

WORKER, RUNNER, SECONDS = "largest worker", "runner", "seconds"
