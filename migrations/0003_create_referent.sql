-- A person's seat in a group. A seat that ended stays, with its end.
CREATE TABLE referent (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role TEXT,
  since_at TEXT NOT NULL,
  until_at TEXT,
  -- Who named them in the form; NULL for an import
  named_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- When they said that they are
  confirmed_at TEXT
) STRICT;

-- One seat a person in a group. Serves: who are this group's referents?
CREATE UNIQUE INDEX referent_seat ON referent (group_id, person_id) WHERE until_at IS NULL;

-- Serves: which groups is this person referent of?
CREATE INDEX referent_person ON referent (person_id) WHERE until_at IS NULL;

-- Serves: who was this group's referent, and left?
CREATE INDEX referent_ended ON referent (group_id) WHERE until_at IS NOT NULL;
