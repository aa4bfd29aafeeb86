-- That somebody of the team calls a group: who has taken it, and before which day nobody needs to.
CREATE TABLE group_call (
  group_id INTEGER PRIMARY KEY REFERENCES local_group (id) ON DELETE CASCADE,
  -- The address of a coordinator, as the movement's settings have it, and since when
  taken_by TEXT CHECK (taken_by = lower(taken_by)),
  taken_at TEXT,
  -- The last day on which it was called, and the next on which it is to be
  called_on TEXT CHECK (called_on IS strftime('%Y-%m-%d', called_on)),
  next_on TEXT CHECK (next_on IS strftime('%Y-%m-%d', next_on)),
  CHECK ((taken_by IS NULL) = (taken_at IS NULL))
) STRICT;

-- Serves: whom is the team to call again, and when?
CREATE INDEX group_call_next ON group_call (next_on) WHERE next_on IS NOT NULL;

-- What the team notes of a group, in a call or beside: only the team reads it. DANGER: it may name people; erasing somebody looks here.
CREATE TABLE team_note (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- The address of the coordinator who wrote it
  coordinator TEXT NOT NULL,
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
  -- Of a call: its day
  called_on TEXT CHECK (called_on IS strftime('%Y-%m-%d', called_on)),
  written_at TEXT NOT NULL
) STRICT;

-- Serves: what does the team know of this group, latest first?
CREATE INDEX team_note_group ON team_note (group_id, id);
