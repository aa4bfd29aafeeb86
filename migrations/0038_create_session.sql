-- A coordinator who is signed in, in one browser. Signing out takes it away, and so does the first to sign in after its end.
CREATE TABLE session (
  -- SHA-256 of what the browser shows: whoever reads this table cannot show it
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  coordinator TEXT NOT NULL CHECK (coordinator = lower(coordinator)),
  began_at TEXT NOT NULL,
  ends_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
