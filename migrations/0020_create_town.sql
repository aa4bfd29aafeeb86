-- The towns of the movement's country, so that a group's position needs no network. `npm run import` fills it from an open
-- list, once, and from sheets of places, which win.
CREATE TABLE town (
  country TEXT NOT NULL,
  -- The name as two people would compare it: no case, no accents, Saint in full
  name_key TEXT NOT NULL,
  -- The department's number in France; elsewhere the name of what comes closest, or nothing
  department TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  region TEXT,
  latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  -- Serves: where is this town?
  PRIMARY KEY (country, name_key, department)
) STRICT, WITHOUT ROWID;

-- Serves: which towns are there around this group, to be offered while one types? Named in the statement: without figures of how
-- many towns a country has, SQLite would read all of them by the primary key.
CREATE INDEX town_department ON town (country, department);
