-- How many people are referents of a group, once each: one row, of the whole country ('*'), which no coordinator of some regions sees
CREATE TABLE referent_rollup (
  region TEXT PRIMARY KEY CHECK (region = '*'),
  people INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER referent_rollup_more AFTER INSERT ON referent
WHEN new.until_at IS NULL
BEGIN
  UPDATE referent_rollup
  SET people = people + 1
  WHERE NOT EXISTS (SELECT 1 FROM referent other WHERE other.person_id = new.person_id AND other.until_at IS NULL AND other.id <> new.id);
END;

CREATE TRIGGER referent_rollup_less AFTER DELETE ON referent
WHEN old.until_at IS NULL
BEGIN
  UPDATE referent_rollup
  SET people = people - 1
  WHERE NOT EXISTS (SELECT 1 FROM referent other WHERE other.person_id = old.person_id AND other.until_at IS NULL AND other.id <> old.id);
END;

CREATE TRIGGER referent_rollup_left AFTER UPDATE OF until_at ON referent
WHEN old.until_at IS NULL AND new.until_at IS NOT NULL
BEGIN
  UPDATE referent_rollup
  SET people = people - 1
  WHERE NOT EXISTS (SELECT 1 FROM referent other WHERE other.person_id = new.person_id AND other.until_at IS NULL AND other.id <> new.id);
END;

CREATE TRIGGER referent_rollup_back AFTER UPDATE OF until_at ON referent
WHEN old.until_at IS NOT NULL AND new.until_at IS NULL
BEGIN
  UPDATE referent_rollup
  SET people = people + 1
  WHERE NOT EXISTS (SELECT 1 FROM referent other WHERE other.person_id = new.person_id AND other.until_at IS NULL AND other.id <> new.id);
END;

-- Two people who were one
CREATE TRIGGER referent_rollup_moved AFTER UPDATE OF person_id ON referent
WHEN new.person_id <> old.person_id
BEGIN
  UPDATE referent_rollup
  SET people = people
    - (old.until_at IS NULL AND NOT EXISTS (SELECT 1 FROM referent other WHERE other.person_id = old.person_id AND other.until_at IS NULL))
    + (old.until_at IS NULL AND NOT EXISTS (SELECT 1 FROM referent other WHERE other.person_id = new.person_id AND other.until_at IS NULL AND other.id <> new.id));
END;

INSERT INTO referent_rollup (region, people)
VALUES ('*', 0);
