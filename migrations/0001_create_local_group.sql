-- A local group of the movement. GROUP is a word of SQL, hence the name.
CREATE TABLE local_group (
  id INTEGER PRIMARY KEY,
  -- The id that addresses, feeds and exports carry
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- The name as two people would compare it: no case, no accents
  name_key TEXT NOT NULL UNIQUE,
  town TEXT,
  town_key TEXT,
  postcode TEXT,
  department TEXT,
  region TEXT,
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  -- An option of the field `state`
  state TEXT NOT NULL,
  founded_on TEXT CHECK (founded_on IS strftime('%Y-%m-%d', founded_on)),
  active_members INTEGER CHECK (active_members >= 0),
  website TEXT,
  networks TEXT,
  public_email TEXT,
  on_map INTEGER NOT NULL DEFAULT 0 CHECK (on_map IN (0, 1)),
  note TEXT,
  created_at TEXT NOT NULL
) STRICT;

-- Serves: which group do people mean by this town?
CREATE INDEX local_group_town ON local_group (town_key);

-- Serves: which groups are in this region or department?
CREATE INDEX local_group_place ON local_group (region, department);

-- Serves: which groups are in this department?
CREATE INDEX local_group_department ON local_group (department);

-- Serves: which groups have most members?
CREATE INDEX local_group_members ON local_group (active_members);
