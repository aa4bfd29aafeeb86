-- When a section of a group's record was last updated or confirmed. No row: never since it was imported.
CREATE TABLE section_check (
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  section TEXT NOT NULL,
  checked_at TEXT NOT NULL,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  PRIMARY KEY (group_id, section)
) STRICT, WITHOUT ROWID;
