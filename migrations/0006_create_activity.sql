-- Something that a group did or plans.
CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  held_on TEXT NOT NULL CHECK (held_on IS strftime('%Y-%m-%d', held_on)),
  kind TEXT,
  attendees INTEGER CHECK (attendees >= 0),
  -- Answers to the movement's own questions, by their keys, as in local_group
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object')
) STRICT;

-- Serves: what did this group do, latest first?
CREATE INDEX activity_group ON activity (group_id, held_on);

-- Serves: which activities were there in these months?
CREATE INDEX activity_held ON activity (held_on, attendees);
