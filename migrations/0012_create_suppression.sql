-- An address that must not get mail, and why.
CREATE TABLE suppression (
  address TEXT PRIMARY KEY CHECK (address = lower(address)),
  reason TEXT NOT NULL CHECK (reason IN ('hard_bounce', 'complaint', 'unsubscribed')),
  explanation TEXT,
  since_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
