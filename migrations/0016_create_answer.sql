-- What a group's referent said in a round. The latest word of a person stands; their first one is when the group answered.
-- That a group answered outlives the person who said so.
CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (kind IN ('updated', 'confirmed', 'paused', 'not_my_group')),
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL
) STRICT;

-- One answer a person and group in a round. Serves: has this group answered? What did it answer, round after round?
CREATE UNIQUE INDEX answer_once ON answer (group_id, round_key, person_id);

-- Serves: who said since that it is not their group? Other answers are found by group_summary: an index of all would be one row more for each
CREATE INDEX answer_disowned ON answer (last_at) WHERE kind = 'not_my_group';
