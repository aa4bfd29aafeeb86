-- That somebody left a mailing list where it is kept, by its key: no sync puts them back. Only they themselves end it, by joining again.
CREATE TABLE list_departure (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  list TEXT NOT NULL,
  -- What the list's program said: unsubscribed, bounced…
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 60),
  left_at TEXT NOT NULL,
  PRIMARY KEY (person_id, list)
) STRICT, WITHOUT ROWID;

-- How many members a key's list had when it was last found whole, written by the cron; since when it is held back.
CREATE TABLE list_count (
  key_id INTEGER PRIMARY KEY REFERENCES feed_key (id) ON DELETE CASCADE,
  members INTEGER NOT NULL CHECK (members >= 0),
  members_now INTEGER NOT NULL CHECK (members_now >= 0),
  held_at TEXT
) STRICT;
