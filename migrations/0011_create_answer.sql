-- What a group's referent said in a round. The latest word of a person stands; their first one is when the group answered.
CREATE TABLE answer (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('updated', 'confirmed', 'paused', 'not_my_group')),
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  PRIMARY KEY (round_key, group_id, person_id)
) STRICT, WITHOUT ROWID;

-- When a section of a group's record was last updated or confirmed. No row: never since it was imported.
CREATE TABLE section_check (
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  section TEXT NOT NULL CHECK (section IN ('identity', 'referents', 'activities', 'campaigns', 'trainings', 'lists')),
  checked_at TEXT NOT NULL,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  PRIMARY KEY (group_id, section)
) STRICT, WITHOUT ROWID;
