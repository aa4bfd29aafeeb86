-- A local group of the movement. GROUP is a word of SQL, hence the name.
CREATE TABLE local_group (
  id INTEGER PRIMARY KEY,
  -- The id that addresses, feeds and exports carry
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  -- The group above it, where there is one
  parent_id INTEGER REFERENCES local_group (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- The name as two people would compare it: no case, no accents
  name_key TEXT NOT NULL,
  -- In two letters, of a movement in several countries; nothing: in its first
  country TEXT CHECK (country GLOB '[A-Z][A-Z]'),
  town TEXT,
  town_key TEXT,
  postcode TEXT,
  department TEXT,
  region TEXT,
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  -- An option of the field `state`, or closed: by the team, since when; not asked and not counted, and kept
  state TEXT NOT NULL,
  closed_at TEXT,
  founded_on TEXT CHECK (founded_on IS strftime('%Y-%m-%d', founded_on)),
  active_members INTEGER CHECK (active_members >= 0),
  website TEXT,
  networks TEXT,
  public_email TEXT,
  on_map INTEGER NOT NULL DEFAULT 0 CHECK (on_map IN (0, 1)),
  note TEXT,
  -- Answers to the movement's own questions, by their keys; also to those that are not asked any more
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object'),
  created_at TEXT NOT NULL,
  -- The group that it is one with since a merge: all that is its own is there, and its row stays for its history, its old links and the undo
  merged_into_id INTEGER REFERENCES local_group (id) ON DELETE CASCADE,
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;

-- One group of a name in a place: its town, and the department or region around it. A group of which no place is known is told apart
-- from those that have one.
CREATE UNIQUE INDEX local_group_name ON local_group (name_key, coalesce(town_key, ''), coalesce(department, region, ''))
WHERE merged_into_id IS NULL;

-- Serves: which groups have this name?
CREATE INDEX local_group_name_key ON local_group (name_key);

-- Serves: which groups became one with this one?
CREATE INDEX local_group_merged ON local_group (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Serves: which group do people mean by this town?
CREATE INDEX local_group_town ON local_group (town_key);

-- Serves: which groups are in this region or department?
CREATE INDEX local_group_place ON local_group (region, department);

-- Serves: which groups are in this department?
CREATE INDEX local_group_department ON local_group (department);

-- Serve: which groups have most members? Which are the oldest?
CREATE INDEX local_group_members ON local_group (active_members, name_key);
CREATE INDEX local_group_founded ON local_group (founded_on, name_key);

-- Serves: which groups that want to be shown are near here?
CREATE INDEX local_group_on_map ON local_group (latitude, longitude) WHERE on_map = 1 AND latitude IS NOT NULL;

-- Serves: which groups are starting, asleep or closed?
CREATE INDEX local_group_not_active ON local_group (state) WHERE state <> 'active';

-- Serves: which groups are new since?
CREATE INDEX local_group_created ON local_group (created_at);

-- Serves: which groups are below this one?
CREATE INDEX local_group_parent ON local_group (parent_id) WHERE parent_id IS NOT NULL;

-- A group is not above itself, not by others either
CREATE TRIGGER local_group_above_itself BEFORE UPDATE OF parent_id ON local_group WHEN new.parent_id IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'a group is above itself')
  WHERE new.id IN (
    WITH RECURSIVE above (id) AS (
      SELECT new.parent_id
      UNION
      SELECT g.parent_id
      FROM above
      JOIN local_group g ON g.id = above.id
      WHERE g.parent_id IS NOT NULL
    )
    SELECT id FROM above
  );
END;

-- A name that a group had; when it was renamed its revisions tell. A trigger keeps it.
CREATE TABLE former_name (
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (group_id, name_key)
) STRICT, WITHOUT ROWID;

-- Serves: which groups were called so?
CREATE INDEX former_name_key ON former_name (name_key);

CREATE TRIGGER former_name_renamed AFTER UPDATE OF name_key ON local_group WHEN new.name_key <> old.name_key
BEGIN
  DELETE FROM former_name WHERE group_id = new.id AND name_key = new.name_key;
  INSERT OR REPLACE INTO former_name (group_id, name_key, name)
  VALUES (new.id, old.name_key, old.name);
END;
