-- How much a referent wrote in groups' records on a day (UTC): what the limits of `shared/domain/record-limits.ts` are counted by. The first
-- write of anybody's day takes away those of days before.
CREATE TABLE write_count (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  day TEXT NOT NULL CHECK (day IS strftime('%Y-%m-%d', day)),
  -- New rows of lists. A write that would come over the limit gives NULL: it does not land
  added INTEGER NOT NULL CHECK (added >= 0),
  -- Characters of the groups' histories
  characters INTEGER NOT NULL CHECK (characters >= 0),
  PRIMARY KEY (person_id, day)
) STRICT, WITHOUT ROWID;

-- Serves: which are of days before?
CREATE INDEX write_count_day ON write_count (day);
