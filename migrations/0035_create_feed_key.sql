-- What opens a feed to another system. The key is shown once, when it is made; only its SHA-256 is kept.
CREATE TABLE feed_key (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  -- The feed that it opens, and what whoever made it calls it
  purpose TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- A list, of which it shows the groups; NULL: all
  regions TEXT CHECK (json_type(regions) = 'array'),
  -- A list of answers to the movement's own questions, such as ["room.oui"]: it shows the groups that gave one of those of each question; NULL: all
  answers TEXT CHECK (json_type(answers) = 'array'),
  made_at TEXT NOT NULL,
  -- The name of a coordinator
  made_by TEXT,
  revoked_at TEXT
) STRICT;
