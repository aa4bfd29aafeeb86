-- One monthly update, keyed by its local month.
CREATE TABLE round (
  key TEXT PRIMARY KEY CHECK (key GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  opened_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One step of a round's sequence, once it has run. A step that a later one overtook is skipped.
CREATE TABLE round_step (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  -- A name of the movement's sequence
  name TEXT NOT NULL,
  due_at TEXT NOT NULL,
  opened_at TEXT,
  skipped_at TEXT,
  PRIMARY KEY (round_key, name),
  CHECK ((opened_at IS NULL) <> (skipped_at IS NULL))
) STRICT, WITHOUT ROWID;
