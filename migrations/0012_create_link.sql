-- The personal address in a mail. Only its SHA-256 is kept: who reads this table cannot open a link.
CREATE TABLE link (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  mail_id INTEGER NOT NULL UNIQUE REFERENCES mail (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;

-- That somebody asked for a link, known or not: the answer to them takes the same work for both. The sender makes mails of it, and takes it away.
CREATE TABLE link_request (
  id INTEGER PRIMARY KEY,
  -- Of mail; what it takes is checked there
  kind TEXT NOT NULL,
  -- The address that was typed, or the SHA-256 of an earlier link
  address TEXT,
  link_hash TEXT CHECK (length(link_hash) = 64),
  -- Of a coordinator's: the SHA-256 of the browser's cookie, and whether it is one in which they have signed in before
  browser_hash TEXT CHECK (length(browser_hash) = 64),
  is_known INTEGER NOT NULL DEFAULT 0 CHECK (is_known IN (0, 1)),
  asked_at TEXT NOT NULL,
  CHECK ((address IS NULL) <> (link_hash IS NULL))
) STRICT;
