-- The database, as it is made new. Changes to it are numbered files in pipelines/migrations.
-- A comment above a table says what a row is; a comment behind a column says what it holds.
-- Times are ISO 8601 in UTC, to the second, ending in Z. JSON columns hold objects.
-- What goes when a claim goes (its document is read anew) is made anew by the next assembly.

-- A place on the web that is watched, as data/sources.toml declares it.
CREATE TABLE sources (
    id TEXT PRIMARY KEY, -- Key in data/sources.toml; "import" for files given by hand.
    name TEXT NOT NULL, -- Name for people.
    spider TEXT NOT NULL, -- Spider that fetches it.
    kind TEXT NOT NULL, -- What it publishes: news, forum, social or official.
    publisher TEXT NOT NULL, -- Whom to cite.
    country TEXT, -- ISO 3166-1 code of the publisher.
    service TEXT REFERENCES services(key), -- Service that it speaks for, where it is a status page.
    url TEXT NOT NULL -- Where it is fetched.
);

-- A service that can be down, from data/services.
CREATE TABLE services (
    key TEXT PRIMARY KEY, -- Stable key, as in claims and incidents.
    name TEXT NOT NULL, -- Name for people.
    owner TEXT, -- Company that runs it.
    parent TEXT REFERENCES services(key), -- Service that it is a part of.
    kind TEXT, -- What sort of service it is.
    homepage TEXT, -- Its site.
    status_page TEXT -- Its status page.
);

-- One text by one publisher at one address.
CREATE TABLE documents (
    id TEXT PRIMARY KEY, -- Stable id: sixteen hexadecimal digits.
    source TEXT NOT NULL REFERENCES sources(id), -- Where it came from.
    url TEXT NOT NULL, -- Address as the source gave it.
    canonical_url TEXT NOT NULL, -- Address without tracking and mobile variants.
    publisher TEXT NOT NULL, -- Who says it.
    kind TEXT NOT NULL, -- news, forum, social or official.
    title TEXT NOT NULL, -- Headline as published.
    language TEXT, -- ISO 639-1 code: as declared, else as detected.
    published_at TEXT, -- First published, by its own word.
    published_text TEXT NOT NULL, -- The publisher's words for that time.
    fetched_at TEXT NOT NULL, -- First received.
    zone TEXT, -- Publisher's home zone (IANA), for times that name none.
    service TEXT REFERENCES services(key), -- Service that it speaks for, where it is official.
    official_id TEXT, -- Operator's own name for the incident.
    relevant INTEGER, -- 1 if the latest revision speaks of outages, 0 if not, null if unread.
    unread TEXT, -- Why no reader read it: "language de"; null where one did.
    reader TEXT -- Version of the reader that looked at the latest revision; null before.
);

-- What a document's text was, each time that it changed. None is overwritten.
CREATE TABLE revisions (
    document TEXT NOT NULL REFERENCES documents(id), -- Whose text.
    number INTEGER NOT NULL, -- 1 for the first.
    text TEXT NOT NULL, -- The exact text that is read; all offsets are into it.
    seen_at TEXT NOT NULL, -- When this text was first received.
    PRIMARY KEY (document, number)
);

-- A labelled span of a revision.
CREATE TABLE mentions (
    id TEXT PRIMARY KEY, -- document.revision.m, and its place in the reading.
    document TEXT NOT NULL REFERENCES documents(id), -- Where it stands.
    revision INTEGER NOT NULL, -- In which text of it.
    label TEXT NOT NULL, -- SERVICE, FEATURE, REGION, TIME, COUNT, SYMPTOM, CAUSE or PHASE.
    "start" INTEGER NOT NULL, -- Offset of its first character.
    "end" INTEGER NOT NULL, -- Offset after its last character.
    text TEXT NOT NULL, -- The raw words.
    key TEXT, -- What it resolves to; null where it is seen, not resolved.
    name TEXT, -- The key's name for people.
    rule TEXT NOT NULL, -- Rule that found it.
    timex_type TEXT, -- TIMEX3 type, of times.
    timex_value TEXT, -- TIMEX3 value, of times.
    value TEXT -- JSON of what a time or count means.
);

-- One field of one service's outage as one passage states it.
CREATE TABLE claims (
    id TEXT PRIMARY KEY, -- document.revision.c, and its place in the reading.
    document TEXT NOT NULL REFERENCES documents(id), -- Who says it.
    revision INTEGER NOT NULL, -- In which text of it.
    service TEXT REFERENCES services(key), -- Of which service; null where it is not in the catalogue.
    field TEXT NOT NULL, -- What is claimed: began_at, peak_reports, affected_region …
    value TEXT NOT NULL, -- JSON of the value.
    value_text TEXT NOT NULL, -- The raw words of the value.
    modality TEXT NOT NULL, -- asserted, negated, hypothetical, planned or past.
    attributed_to TEXT, -- Who is quoted as saying it; null where the publisher says it itself.
    "start" INTEGER NOT NULL, -- Offset of the passage's first character.
    "end" INTEGER NOT NULL, -- Offset after the passage's last character.
    occasion INTEGER NOT NULL, -- Which of the service's outages in this document.
    correction TEXT, -- What an editor put right in it, why, by what evidence; null for nothing.
    incident TEXT REFERENCES incidents(id) -- Incident that it is evidence for; null for none.
);

-- The mentions that carry a claim.
CREATE TABLE claim_mentions (
    claim TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE, -- The claim.
    mention TEXT NOT NULL REFERENCES mentions(id) ON DELETE CASCADE, -- What carries it.
    PRIMARY KEY (claim, mention)
);

-- A judgement: one outage of one service, derived from claims and rebuildable from them.
CREATE TABLE incidents (
    id TEXT PRIMARY KEY, -- Service, day and four hexadecimal digits.
    service TEXT REFERENCES services(key), -- What was down.
    title TEXT NOT NULL, -- One line for people.
    state TEXT NOT NULL, -- confirmed, or signal while one unofficial class of evidence speaks.
    began_at TEXT, -- Preferred start; the first instant of the day where only a day is known.
    began_precision TEXT, -- How fine began_at is known: minute, hour, day …
    ended_at TEXT, -- Preferred end; null while it goes on or nobody says.
    ended_precision TEXT, -- How fine ended_at is known.
    peak_reports INTEGER, -- Preferred peak of reports in a quarter of an hour or at an instant.
    official_id TEXT, -- Operator's own name for the incident.
    documents INTEGER NOT NULL, -- How many documents speak of it.
    origins INTEGER NOT NULL -- How many distinct publishers say so.
);

-- What was, or was said not to be, affected.
CREATE TABLE incident_features (
    incident TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE, -- In which incident.
    key TEXT NOT NULL, -- Key of the feature.
    name TEXT NOT NULL, -- Its name for people.
    affected INTEGER NOT NULL, -- 1 affected, 0 said not to be.
    extent TEXT, -- How much: all, mostly, partly, minimal or none.
    claim TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE, -- First claim that says so.
    PRIMARY KEY (incident, key, affected)
);

-- Where it was, or was said not to be, felt.
CREATE TABLE incident_regions (
    incident TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE, -- In which incident.
    key TEXT NOT NULL, -- ISO 3166 code, GeoNames id or cloud region.
    name TEXT NOT NULL, -- Its name for people.
    affected INTEGER NOT NULL, -- 1 affected, 0 said not to be, or only minimally.
    extent TEXT, -- How much: all, mostly, partly, minimal or none.
    claim TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE, -- First claim that says so.
    PRIMARY KEY (incident, key, affected)
);

-- Two claims of one incident that cannot both be right.
CREATE TABLE conflicts (
    id TEXT PRIMARY KEY, -- Incident, field and both claims.
    incident TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE, -- Of which incident.
    field TEXT NOT NULL, -- What they disagree on.
    claim_a TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE, -- One claim: the preferred, where one is.
    claim_b TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE, -- The other.
    explanation TEXT NOT NULL -- The disagreement in a sentence.
);

-- One run of the crawl.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, -- Counted from 1.
    started_at TEXT NOT NULL, -- When it began.
    ended_at TEXT, -- When it ended; null for one that was killed.
    new_documents INTEGER, -- Documents seen for the first time.
    new_revisions INTEGER -- Documents whose text had changed.
);

-- One request of a run and what came of it. What could not be read is blind, not quiet.
CREATE TABLE fetches (
    id INTEGER PRIMARY KEY, -- Counted from 1.
    run INTEGER NOT NULL REFERENCES runs(id), -- In which run.
    source TEXT NOT NULL REFERENCES sources(id), -- For which source.
    url TEXT NOT NULL, -- What was asked for.
    fetched_at TEXT NOT NULL, -- When the answer came.
    status INTEGER, -- HTTP status; null where no answer came.
    bytes INTEGER NOT NULL, -- Size of the body received.
    outcome TEXT NOT NULL, -- ok, unchanged, blocked, refused, broken, or failed.
    detail TEXT NOT NULL -- What went wrong, in a sentence; empty where nothing did.
);

-- What files given by hand come from: no place on the web.
INSERT INTO sources (id, name, spider, kind, publisher, url)
VALUES ('import', 'Files given by hand', 'import', 'news', 'import', '');

-- The text that counts of each document: its latest revision's.
CREATE VIEW latest_texts AS
SELECT documents.rowid AS place, documents.id AS document, revisions.number AS revision,
    revisions.text AS text
FROM documents
JOIN revisions ON revisions.document = documents.id
WHERE revisions.number = (SELECT max(number) FROM revisions WHERE document = documents.id);

-- A name that is plainly said to be down though data/services does not have it.
CREATE VIEW unknown_names AS
SELECT mentions.text AS name, -- TEXT. The name as it is written.
    count(DISTINCT mentions.document) AS documents, -- INTEGER. How many documents have it.
    min(substr(revisions.text, max(1, mentions.start - 39), 160)) AS example -- TEXT. Words around it in one of them.
FROM mentions
JOIN revisions ON revisions.document = mentions.document AND revisions.number = mentions.revision
WHERE mentions.rule = 'services:unknown'
GROUP BY mentions.text
ORDER BY documents DESC, name;

-- Full-text search of the latest texts (which begin with the title); rowid is that of documents.
CREATE VIRTUAL TABLE documents_fts USING fts5(
    text, content='latest_texts', content_rowid='place', tokenize='porter unicode61'
);

CREATE TRIGGER revisions_searched AFTER INSERT ON revisions BEGIN
    INSERT INTO documents_fts (documents_fts, rowid, text)
    SELECT 'delete', documents.rowid, revisions.text
    FROM documents JOIN revisions ON revisions.document = documents.id
    WHERE documents.id = NEW.document AND revisions.number = NEW.number - 1;
    INSERT INTO documents_fts (rowid, text)
    SELECT rowid, NEW.text FROM documents WHERE id = NEW.document;
END;

-- Full-text search of incidents by title.
CREATE VIRTUAL TABLE incidents_fts USING fts5(
    title, content='incidents', tokenize='porter unicode61'
);

CREATE TRIGGER incidents_searched AFTER INSERT ON incidents BEGIN
    INSERT INTO incidents_fts (rowid, title) VALUES (NEW.rowid, NEW.title);
END;

CREATE TRIGGER incidents_unsearched AFTER DELETE ON incidents BEGIN
    INSERT INTO incidents_fts (incidents_fts, rowid, title)
    VALUES ('delete', OLD.rowid, OLD.title);
END;

-- Foreign keys are followed backwards when rows go, and by Datasette.
CREATE INDEX documents_source ON documents (source);
CREATE INDEX mentions_document ON mentions (document);
CREATE INDEX claims_document ON claims (document);
CREATE INDEX claims_incident ON claims (incident);
CREATE INDEX claim_mentions_mention ON claim_mentions (mention);
CREATE INDEX incident_features_claim ON incident_features (claim);
CREATE INDEX incident_regions_claim ON incident_regions (claim);
CREATE INDEX conflicts_incident ON conflicts (incident);
CREATE INDEX conflicts_claim_a ON conflicts (claim_a);
CREATE INDEX conflicts_claim_b ON conflicts (claim_b);
CREATE INDEX fetches_run ON fetches (run);
CREATE INDEX fetches_source ON fetches (source);
