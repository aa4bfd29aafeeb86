-- An address that must not get mail, and why.
CREATE TABLE suppression (
  address TEXT PRIMARY KEY CHECK (address = lower(address)),
  reason TEXT NOT NULL CHECK (reason IN ('hard_bounce', 'complaint', 'unsubscribed')),
  -- What was said: the server's words, or the person's
  explanation TEXT,
  since_at TEXT NOT NULL,
  -- When the others of the person's groups were told that this address does not exist: once
  notified_at TEXT
) STRICT, WITHOUT ROWID;

-- Serves: who has unsubscribed lately?
CREATE INDEX suppression_since ON suppression (since_at);
