-- Made after the rows: cheaper than keeping them up to date.
CREATE INDEX mentions_entity ON mentions (entity);
CREATE INDEX mentions_kind_label ON mentions (kind, label);
CREATE INDEX mentions_earliest ON mentions (earliest) WHERE kind = 'date';
CREATE INDEX mentions_unit ON mentions (unit, number) WHERE kind = 'amount';
CREATE INDEX documents_published ON documents (published);
CREATE INDEX documents_duplicate_of ON documents (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX aliases_alias ON aliases (alias);
CREATE INDEX document_topics_topic ON document_topics (topic);
CREATE INDEX topic_passages_document ON topic_passages (document);
INSERT INTO blocks_fts (blocks_fts) VALUES ('rebuild');
