-- A note to the team, from somebody who holds a link.
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  -- The mail that answers it begins its own uid with it
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  group_id INTEGER REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  written_at TEXT NOT NULL,
  -- What the team answered by mail, who of it (an address), and when
  answer TEXT CHECK (length(answer) BETWEEN 1 AND 4000),
  answered_by TEXT,
  answered_at TEXT,
  -- Who said that it is dealt with
  done_by TEXT,
  done_at TEXT,
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)),
  CHECK ((done_by IS NULL) = (done_at IS NULL))
) STRICT;

-- Serves: what waits for an answer?
CREATE INDEX note_open ON note (id) WHERE done_at IS NULL;

-- Serves: what were we told lately?
CREATE INDEX note_written ON note (written_at);

-- Serves: what did somebody of this group write to us?
CREATE INDEX note_group ON note (group_id, written_at);
