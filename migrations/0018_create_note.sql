-- A note to the team, from somebody who holds a link.
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  group_id INTEGER REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  written_at TEXT NOT NULL
) STRICT;

-- Serves: what were we told lately?
CREATE INDEX note_written ON note (written_at);

-- Serves: what did somebody of this group write to us?
CREATE INDEX note_group ON note (group_id, written_at);
