-- A row of a section of the movement's own: a meeting, a member of the board.
CREATE TABLE section_row (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- The section's key in settings
  section TEXT NOT NULL,
  -- Its answers, as in local_group
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object')
) STRICT;

-- Serves: which rows has this group in this section?
CREATE INDEX section_row_group ON section_row (group_id, section);
