-- That two people were found to be one: what came from which, so that it can be taken back as long as nobody has written to their groups.
CREATE TABLE person_merge (
  id INTEGER PRIMARY KEY,
  -- The person who stays, at the address that is written to, and the one who became part of them
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  from_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  merged_at TEXT NOT NULL,
  -- {id of a group: number of its last revision}, once it was written there
  groups TEXT NOT NULL CHECK (json_type(groups) = 'object'),
  -- What the person who stays was called, called at and written to in before: it goes with either of the two
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  phone TEXT,
  language TEXT,
  -- {what: ids of rows that came over or were withdrawn, or what stood before}
  moved TEXT NOT NULL CHECK (json_type(moved) = 'object'),
  undone_at TEXT,
  CHECK (person_id <> from_id)
) STRICT;

-- Somebody becomes part of one other at a time. Serves: which merge took this person in?
CREATE UNIQUE INDEX person_merge_from ON person_merge (from_id) WHERE undone_at IS NULL;

-- Serve: who became part of this person? What goes with somebody who is erased?
CREATE INDEX person_merge_person ON person_merge (person_id);
CREATE INDEX person_merge_from_all ON person_merge (from_id);
