-- The address of somebody's own calendar, which their program reads again and again. It is derived from the uid with the secret of links; only its SHA-256 is kept.
CREATE TABLE calendar_link (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  person_id INTEGER NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
