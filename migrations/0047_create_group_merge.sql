-- That two groups were made one: what came from which, so that it can be taken back as long as nobody has written to it.
CREATE TABLE group_merge (
  id INTEGER PRIMARY KEY,
  -- The group that stays, and the one that became part of it
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  from_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  merged_at TEXT NOT NULL,
  -- The numbers of their last revisions, before and after
  number_before INTEGER NOT NULL,
  number_after INTEGER NOT NULL,
  from_number_before INTEGER NOT NULL,
  from_number_after INTEGER NOT NULL,
  -- {what: ids of rows that came over, or what stood before}. DANGER: erasing somebody does not look here: ids, keys and instants alone
  moved TEXT NOT NULL CHECK (json_type(moved) = 'object'),
  undone_at TEXT,
  CHECK (group_id <> from_id)
) STRICT;

-- A group becomes part of one other at a time. Serves: which merge took this group in?
CREATE UNIQUE INDEX group_merge_from ON group_merge (from_id) WHERE undone_at IS NULL;

-- Serves: which groups became part of this one?
CREATE INDEX group_merge_group ON group_merge (group_id) WHERE undone_at IS NULL;
