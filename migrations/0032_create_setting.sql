-- A setting of the movement that movement.config.ts does not fix, by its key, such as calendar.at. Value: as JSON; NULL once it was
-- taken back, so that versions go on. Version: counts the changes of settings, each of which has one of its own; workers remember the latest.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT CHECK (json_valid(value)),
  -- Which is the latest?
  version INTEGER NOT NULL UNIQUE,
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
