-- A training that a group gave.
CREATE TABLE training (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  theme TEXT NOT NULL,
  held_on TEXT NOT NULL CHECK (held_on IS strftime('%Y-%m-%d', held_on)),
  attendees INTEGER CHECK (attendees >= 0),
  -- Answers to the movement's own questions, by their keys, as in local_group
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object')
) STRICT;

-- Serves: what trainings did this group give, latest first?
CREATE INDEX training_group ON training (group_id, held_on);

-- Serves: which trainings were there in these months?
CREATE INDEX training_held ON training (held_on, theme, attendees);
