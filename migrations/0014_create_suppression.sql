-- An address that must not get mail, why, and how that ends: its row is taken away.
CREATE TABLE suppression (
  address TEXT PRIMARY KEY CHECK (address = lower(address)),
  reason TEXT NOT NULL CHECK (reason IN ('hard_bounce', 'complaint', 'unsubscribed')),
  -- What was said: the server's words, or the person's
  explanation TEXT,
  since_at TEXT NOT NULL,
  -- Who may end it: anyone who finds that the address is read (its owner's link, a save, the team), or its owner alone
  ends_by TEXT NOT NULL GENERATED ALWAYS AS (iif(reason = 'hard_bounce', 'anyone', 'owner')) VIRTUAL,
  -- When the others of the person's groups were told that this address does not exist: once
  notified_at TEXT
) STRICT, WITHOUT ROWID;

-- Serves: who has unsubscribed lately?
CREATE INDEX suppression_since ON suppression (since_at);
