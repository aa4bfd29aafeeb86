-- A person's membership in a group as its contact: somebody whom the team imported or added, or who said yes to an invitation. One that ended
-- stays, with its end.
CREATE TABLE referent (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role TEXT,
  -- Answers to the movement's own questions, by their keys, as in local_group
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object'),
  since_at TEXT NOT NULL,
  until_at TEXT
) STRICT;

-- One membership a person in a group. Serves: who are this group's referents?
CREATE UNIQUE INDEX referent_current ON referent (group_id, person_id) WHERE until_at IS NULL;

-- Serves: which groups is this person referent of, and which did they leave? Of all rows, or whoever asks for both would read the table
CREATE INDEX referent_person ON referent (person_id, until_at);

-- Serves: who was this group's referent, and left?
CREATE INDEX referent_ended ON referent (group_id) WHERE until_at IS NOT NULL;
