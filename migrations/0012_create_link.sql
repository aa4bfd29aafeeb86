-- The personal address in a mail. Only its SHA-256 is kept: who reads this table cannot open a link.
CREATE TABLE link (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  mail_id INTEGER NOT NULL UNIQUE REFERENCES mail (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;
