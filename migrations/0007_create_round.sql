-- One monthly update, keyed by its local month.
CREATE TABLE round (
  key TEXT PRIMARY KEY CHECK (key GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  opened_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One step of a round's ladder, once it was climbed. A step that a later one overtook is skipped.
CREATE TABLE rung (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name IN ('invitation', 'reminder', 'last_call', 'silent_groups')),
  due_at TEXT NOT NULL,
  opened_at TEXT,
  skipped_at TEXT,
  PRIMARY KEY (round_key, name),
  CHECK ((opened_at IS NULL) <> (skipped_at IS NULL))
) STRICT, WITHOUT ROWID;

-- When the sender first looked at this database. A round that was due before is not caught up: nobody wants mails for
-- having installed something. The first tick writes it, so that it is told by the same clock as all the rest.
CREATE TABLE installation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  began_at TEXT NOT NULL
) STRICT;
