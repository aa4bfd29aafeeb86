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
  -- The mail that it sends. NULL: it was skipped, or is of a sample's past
  kind TEXT,
  due_at TEXT NOT NULL,
  opened_at TEXT,
  skipped_at TEXT,
  -- While its mails and figures are being written: the id up to which those of people and groups are; -1 while it takes back what it overtakes.
  -- NULL: all is written
  written_until INTEGER,
  PRIMARY KEY (round_key, name),
  CHECK ((opened_at IS NULL) <> (skipped_at IS NULL)),
  CHECK (written_until IS NULL OR opened_at IS NOT NULL)
) STRICT, WITHOUT ROWID;
