-- A setting of the movement that movement.config.ts does not fix, by its key, such as calendar.at. Value: as JSON; NULL once it was
-- taken back, so that versions go on. Version: counts the changes of settings, each of which has one of its own; workers remember the latest.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT CHECK (json_valid(value)),
  -- Which is the latest?
  version INTEGER NOT NULL UNIQUE,
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a setting was before a change of it, and after, by the change's version: each can be taken back. Who is in the team, `coordinators`, is not remembered.
CREATE TABLE setting_change (
  version INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  before TEXT CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after)),
  changed_at TEXT NOT NULL,
  -- What tells who did it; NULL of a change that Relance made by itself
  event_id INTEGER REFERENCES event (id) ON DELETE SET NULL
) STRICT;

-- Serves: what did this event change?
CREATE INDEX setting_change_event ON setting_change (event_id) WHERE event_id IS NOT NULL;

CREATE TRIGGER setting_set AFTER INSERT ON setting WHEN new.key <> 'coordinators'
BEGIN
  INSERT INTO setting_change (version, key, before, after, changed_at)
  VALUES (new.version, new.key, NULL, new.value, new.changed_at);
  -- A year is enough to take something back
  DELETE FROM setting_change
  WHERE changed_at < strftime('%Y-%m-%dT%H:%M:%fZ', new.changed_at, '-1 year');
END;

CREATE TRIGGER setting_changed AFTER UPDATE OF value ON setting WHEN new.key <> 'coordinators' AND new.value IS NOT old.value
BEGIN
  INSERT INTO setting_change (version, key, before, after, changed_at)
  VALUES (new.version, new.key, old.value, new.value, new.changed_at);
  DELETE FROM setting_change
  WHERE changed_at < strftime('%Y-%m-%dT%H:%M:%fZ', new.changed_at, '-1 year');
END;
