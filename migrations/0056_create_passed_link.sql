-- A link to one group's record that a coordinator passes on by message, for who does not read mail. It shows and takes nothing about people. Only its SHA-256 is kept.
CREATE TABLE passed_link (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  -- What it is stopped by
  uid TEXT NOT NULL UNIQUE,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- For whom it was made, where that was said
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- The address of the coordinator
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT,
  -- What was written by it, in new rows and in characters: whoever holds it is nobody whose day could be counted
  added INTEGER NOT NULL DEFAULT 0,
  characters INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Serves: which links to this group's record were passed on?
CREATE INDEX passed_link_group ON passed_link (group_id, made_at);

-- Serves: forgetting somebody
CREATE INDEX passed_link_person ON passed_link (person_id) WHERE person_id IS NOT NULL;
