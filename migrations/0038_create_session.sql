-- A coordinator who is signed in, in one browser. Signing out takes it away, and so does the first to sign in after its end.
CREATE TABLE session (
  -- SHA-256 of what the browser shows: whoever reads this table cannot show it
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  coordinator TEXT NOT NULL CHECK (coordinator = lower(coordinator)),
  began_at TEXT NOT NULL,
  -- When the code of a phone was given; NULL: not yet, or none is asked for
  factor_at TEXT,
  ends_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
