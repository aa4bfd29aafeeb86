-- The towns we know, so that a group's place needs no network. Filled by `npm run import` from an open list.
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  country TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  department TEXT NOT NULL DEFAULT '',
  region TEXT,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL
) STRICT;

-- Serves: where is this town?
CREATE UNIQUE INDEX place_name ON place (country, name_key, department);
