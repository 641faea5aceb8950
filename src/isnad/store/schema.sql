-- A dossier: one SQLite file. Everything isnad knows of a corpus is here, and can be asked for in plain SQL.
--
--   SELECT * FROM claims WHERE type = 'event' AND words LIKE '%mémorandum%';
--   SELECT date_start, title, independent_min, independent_max FROM events ORDER BY date_start;
--
-- pages      the bytes as captured; nothing is thrown away
-- readings   what was found in each page by which version of the reader, so that a later build reads only what is new
-- articles   the text of each page; a citation is a range of characters of articles.text, counted from 0
-- records    every composed record as JSON, exactly as it is exported; the views below lay them out in columns
-- citations  which words each claim rests on
-- visits     addresses fetched, and when
-- decisions  what people decided, append-only; they outrank isnad's own judgements at every build

CREATE TABLE pages (
    sha256     TEXT PRIMARY KEY,
    source     TEXT NOT NULL,
    url        TEXT,
    media_type TEXT,
    captured   TEXT,
    charset    TEXT,
    publisher  TEXT,
    title      TEXT,
    published  TEXT,
    data       BLOB NOT NULL,
    author     TEXT
) STRICT;

CREATE TABLE readings (
    sha256  TEXT PRIMARY KEY REFERENCES pages (sha256) ON DELETE CASCADE,
    reader  TEXT NOT NULL,           -- version of the reader that made it
    reading BLOB,                    -- msgpack; NULL when the page could not be read
    failure TEXT,                    -- why not, in words
    advice  TEXT
) STRICT;

CREATE TABLE articles (
    id        TEXT PRIMARY KEY,
    sha256    TEXT NOT NULL,
    language  TEXT NOT NULL,
    title     TEXT,
    publisher TEXT,
    via       TEXT,
    byline    TEXT,
    published TEXT,                  -- first possible day
    text      TEXT NOT NULL
) STRICT;

CREATE TABLE records (
    type     TEXT NOT NULL,          -- article, copy, origin, story, entity, event, agreement, quotation, figure, …
    position INTEGER NOT NULL,
    id       TEXT,
    json     TEXT NOT NULL,
    PRIMARY KEY (type, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX records_by_id ON records (type, id);

CREATE TABLE citations (
    type    TEXT NOT NULL,           -- of the claim: event, quotation, figure, role, domain, step, mention, …
    claim   TEXT NOT NULL,           -- its id
    n       INTEGER NOT NULL,        -- first, second, …
    article TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end"   INTEGER NOT NULL,
    PRIMARY KEY (type, claim, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_by_place ON citations (article, "start");

CREATE TABLE decisions (
    n    INTEGER PRIMARY KEY,
    id   TEXT NOT NULL UNIQUE,
    json TEXT NOT NULL
) STRICT;

-- Addresses fetched, with the validators their servers gave, so that only what changed is fetched again.
CREATE TABLE visits (address TEXT PRIMARY KEY, at TEXT NOT NULL, etag TEXT, modified TEXT) STRICT;

CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- Each claim with the words it rests on.
CREATE VIEW claims AS
SELECT c.type, c.claim, c.n, substr(a.text, c."start" + 1, c."end" - c."start") AS words,
       a.title AS article_title, a.publisher, a.published, c.article, c."start", c."end"
FROM citations AS c JOIN articles AS a ON a.id = c.article;

CREATE VIEW events AS
SELECT id, json ->> '$.kind' AS kind, json ->> '$.status' AS status,
       json ->> '$.date.start' AS date_start, json ->> '$.date.end' AS date_end, json ->> '$.date.precision' AS precision,
       coalesce(json ->> '$.title.en', json ->> '$.title.fr', json ->> '$.title.es', json ->> '$.title.ar') AS title,
       json ->> '$.place' AS place, json_array_length(json, '$.articles') AS articles,
       json ->> '$.independent_origins.min' AS independent_min, json ->> '$.independent_origins.max' AS independent_max
FROM records WHERE type = 'event';

CREATE VIEW participants AS
SELECT r.id AS event, p.value ->> '$.role' AS role, p.value ->> '$.entity' AS entity
FROM records AS r, json_each(r.json, '$.participants') AS p WHERE r.type = 'event';

CREATE VIEW entities AS
SELECT id, json ->> '$.kind' AS kind, json ->> '$.name.ar' AS name_ar, json ->> '$.name.en' AS name_en,
       json ->> '$.name.es' AS name_es, json ->> '$.name.fr' AS name_fr, json_array_length(json, '$.mentions') AS mentions
FROM records WHERE type = 'entity';

CREATE VIEW aliases AS
SELECT r.id AS entity, a.value AS form FROM records AS r, json_each(r.json, '$.aliases') AS a WHERE r.type = 'entity';

CREATE VIEW quotations AS
SELECT r.id, r.json ->> '$.kind' AS kind, r.json ->> '$.speaker.text' AS speaker, r.json ->> '$.speaker.entity' AS entity, c.words, c.article
FROM records AS r JOIN claims AS c ON c.type = 'quotation' AND c.claim = r.id AND c.n = 0 WHERE r.type = 'quotation';

CREATE VIEW figures AS
SELECT id, json ->> '$.value' AS value, json ->> '$.unit' AS unit, json ->> '$.quantity' AS quantity, json ->> '$.qualifier' AS qualifier
FROM records WHERE type = 'figure';

CREATE VIEW origins AS
SELECT id, json ->> '$.kind' AS kind, json ->> '$.name' AS name, json_array_length(json, '$.articles') AS articles
FROM records WHERE type = 'origin';
