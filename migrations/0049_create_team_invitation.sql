-- Somebody who was invited to the team, and has not signed in yet. Until they have, they are no coordinator: they get no mail of the team and open nothing.
CREATE TABLE team_invitation (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  role TEXT NOT NULL CHECK (role IN ('reads', 'acts', 'administers')),
  -- A list, to which they will be limited; NULL: all
  regions TEXT CHECK (json_type(regions) = 'array'),
  language TEXT,
  -- The address of the coordinator who invited them
  invited_by TEXT NOT NULL,
  invited_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
