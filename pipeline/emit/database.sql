-- outputs/depeche.sqlite. Spans are start_char (included) to end_char (not): characters of the document's text,
-- those of mention_sources and dropped: characters of the source text.

CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    title TEXT, published TEXT, publisher TEXT, author TEXT, place TEXT, reference TEXT, type TEXT, url TEXT,
    language TEXT NOT NULL,
    characters INTEGER NOT NULL,
    duplicate_of TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    path TEXT NOT NULL, media_type TEXT NOT NULL, charset TEXT, bytes INTEGER NOT NULL, pages INTEGER,
    reader TEXT NOT NULL, sha256 TEXT NOT NULL
) WITHOUT ROWID;

-- Where each value of the metadata was found, and how sure it is.
CREATE TABLE metadata_evidence (
    document TEXT NOT NULL REFERENCES documents (id),
    field TEXT NOT NULL, found TEXT NOT NULL, confidence REAL NOT NULL,
    PRIMARY KEY (document, field)
) WITHOUT ROWID;

CREATE TABLE document_languages (
    document TEXT NOT NULL REFERENCES documents (id),
    language TEXT NOT NULL, share REAL NOT NULL,
    PRIMARY KEY (document, language)
) WITHOUT ROWID;

CREATE TABLE document_keywords (
    document TEXT NOT NULL REFERENCES documents (id),
    rank INTEGER NOT NULL,
    term TEXT NOT NULL, count INTEGER NOT NULL, documents INTEGER NOT NULL,
    PRIMARY KEY (document, rank)
) WITHOUT ROWID;

CREATE TABLE blocks (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL, language TEXT NOT NULL, main INTEGER NOT NULL,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, page INTEGER,
    text TEXT NOT NULL,
    UNIQUE (document, number)
);

CREATE TABLE dropped (
    document TEXT NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,
    reason TEXT NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, page INTEGER,
    text TEXT NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE entities (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL, name TEXT NOT NULL, name_fr TEXT, name_en TEXT,
    country TEXT, lat REAL, lon REAL, wikidata TEXT,
    documents INTEGER NOT NULL, mentions INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE aliases (
    entity TEXT NOT NULL REFERENCES entities (id),
    alias TEXT NOT NULL,
    PRIMARY KEY (entity, alias)
) WITHOUT ROWID;

CREATE TABLE former_names (
    entity TEXT NOT NULL REFERENCES entities (id),
    name TEXT NOT NULL, since TEXT, until TEXT NOT NULL,
    PRIMARY KEY (entity, name, until)
) WITHOUT ROWID;

-- What documents call a person; first and last: the dates of the documents that do.
CREATE TABLE entity_roles (
    entity TEXT NOT NULL REFERENCES entities (id),
    role TEXT NOT NULL, first TEXT, last TEXT, documents INTEGER NOT NULL,
    PRIMARY KEY (entity, role)
) WITHOUT ROWID;

CREATE TABLE related_entities (
    entity TEXT NOT NULL REFERENCES entities (id),
    kind TEXT NOT NULL,
    other TEXT NOT NULL REFERENCES entities (id),
    PRIMARY KEY (entity, kind, other)
) WITHOUT ROWID;

CREATE TABLE mentions (
    document TEXT NOT NULL REFERENCES documents (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL, label TEXT NOT NULL, text TEXT NOT NULL,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL,
    entity TEXT REFERENCES entities (id),
    confidence REAL NOT NULL, found_by TEXT NOT NULL, main INTEGER NOT NULL,
    role TEXT,
    edtf TEXT, earliest TEXT, latest TEXT, mod TEXT, bound TEXT,
    timex_type TEXT, timex_value TEXT, anchor_kind TEXT, anchor_date TEXT,
    value TEXT, low TEXT, high TEXT, number REAL,
    unit TEXT, unit_lemma TEXT, unit_kind TEXT, per TEXT, alternatives TEXT,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;

CREATE TABLE mention_sources (
    document TEXT NOT NULL,
    mention TEXT NOT NULL,
    number INTEGER NOT NULL,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, page INTEGER,
    PRIMARY KEY (document, mention, number),
    FOREIGN KEY (document, mention) REFERENCES mentions (document, id)
) WITHOUT ROWID;

CREATE TABLE role_references (
    document TEXT NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,
    entity TEXT NOT NULL REFERENCES entities (id),
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, page INTEGER,
    text TEXT NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE summaries (
    document TEXT NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, page INTEGER,
    text TEXT NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE topics (
    id TEXT PRIMARY KEY,
    label_fr TEXT, label_en TEXT,
    weight REAL NOT NULL, documents INTEGER NOT NULL,
    theme TEXT, theme_fr TEXT, theme_en TEXT,
    change REAL, stability REAL, coherence REAL
) WITHOUT ROWID;

CREATE TABLE topic_terms (
    topic TEXT NOT NULL REFERENCES topics (id),
    language TEXT NOT NULL,
    rank INTEGER NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (topic, language, rank)
) WITHOUT ROWID;

CREATE TABLE topic_trend (
    topic TEXT NOT NULL REFERENCES topics (id),
    period TEXT NOT NULL,
    weight REAL NOT NULL,
    PRIMARY KEY (topic, period)
) WITHOUT ROWID;

-- By the years that the passages speak of; topic_trend goes by the dates of documents.
CREATE TABLE topic_mentioned (
    topic TEXT NOT NULL REFERENCES topics (id),
    period TEXT NOT NULL,
    weight REAL NOT NULL,
    PRIMARY KEY (topic, period)
) WITHOUT ROWID;

CREATE TABLE topic_entities (
    topic TEXT NOT NULL REFERENCES topics (id),
    rank INTEGER NOT NULL,
    entity TEXT NOT NULL REFERENCES entities (id),
    count INTEGER NOT NULL, log_odds REAL NOT NULL,
    PRIMARY KEY (topic, rank)
) WITHOUT ROWID;

CREATE TABLE topic_units (
    topic TEXT NOT NULL REFERENCES topics (id),
    rank INTEGER NOT NULL,
    unit TEXT NOT NULL, count INTEGER NOT NULL, log_odds REAL NOT NULL,
    PRIMARY KEY (topic, rank)
) WITHOUT ROWID;

CREATE TABLE topic_passages (
    topic TEXT NOT NULL REFERENCES topics (id),
    document TEXT NOT NULL REFERENCES documents (id),
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL,
    score REAL NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (topic, document, start_char, end_char)
) WITHOUT ROWID;

CREATE TABLE topic_citations (
    topic TEXT NOT NULL REFERENCES topics (id),
    number INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, page INTEGER,
    text TEXT NOT NULL,
    PRIMARY KEY (topic, number)
) WITHOUT ROWID;

CREATE TABLE document_topics (
    document TEXT NOT NULL REFERENCES documents (id),
    topic TEXT NOT NULL REFERENCES topics (id),
    weight REAL NOT NULL,
    PRIMARY KEY (document, topic)
) WITHOUT ROWID;

CREATE TABLE duplicates (
    representative TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    document TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL, similarity REAL NOT NULL,
    PRIMARY KEY (representative, document)
) WITHOUT ROWID;

CREATE TABLE unsure (
    id INTEGER PRIMARY KEY,
    form TEXT NOT NULL, label TEXT NOT NULL, candidates TEXT NOT NULL, reason TEXT NOT NULL, documents TEXT NOT NULL
);

CREATE TABLE rejections (
    path TEXT NOT NULL,
    sha256 TEXT,
    stage TEXT NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (path, stage)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE blocks_fts USING fts5 (
    text, content = 'blocks', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- Documents that repeat another one count once.
CREATE VIEW dates_by_year AS
SELECT substr(coalesce(m.earliest, m.latest), 1, 4) AS year,
       count(*) AS mentions, count(DISTINCT m.document) AS documents
FROM mentions m JOIN documents d ON d.id = m.document
WHERE m.kind = 'date' AND m.label = 'DATE' AND m.main AND coalesce(m.earliest, m.latest) IS NOT NULL
  AND d.duplicate_of IS NULL
GROUP BY 1 ORDER BY 1;

CREATE VIEW amounts_by_currency AS
SELECT m.unit AS currency, count(*) AS mentions, count(DISTINCT m.document) AS documents,
       min(m.number) AS smallest, max(m.number) AS largest
FROM mentions m JOIN documents d ON d.id = m.document
WHERE m.unit_kind = 'money' AND m.main AND m.unit IS NOT NULL AND d.duplicate_of IS NULL
GROUP BY 1 ORDER BY 2 DESC, 1;

CREATE VIEW entity_mentions AS
SELECT e.label, e.name, m.text, m.document, d.title, d.published, m.start_char, m.end_char, m.confidence, e.id AS entity
FROM mentions m JOIN entities e ON e.id = m.entity JOIN documents d ON d.id = m.document;
