-- How each group stood in a round: one row a group and round, the network's past. Written when the round opens; it names nobody.
CREATE TABLE census (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  state TEXT NOT NULL,
  members INTEGER,
  -- Whether anybody was written to about it
  asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
  -- When somebody first answered for it
  answered_at TEXT,
  PRIMARY KEY (round_key, group_id)
) STRICT, WITHOUT ROWID;

-- Serves: how did this group stand, round after round?
CREATE INDEX census_group ON census (group_id, round_key);

-- The same added up by place and state. `answered` is of those that were asked.
CREATE TABLE round_count (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  state TEXT NOT NULL,
  groups INTEGER NOT NULL,
  members INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  PRIMARY KEY (round_key, region, department, state)
) STRICT, WITHOUT ROWID;

-- How many groups that were asked first answered in which quarter of a day since the round opened, by region
CREATE TABLE answer_count (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  region TEXT NOT NULL,
  step INTEGER NOT NULL CHECK (step >= 0),
  groups INTEGER NOT NULL,
  PRIMARY KEY (round_key, region, step)
) STRICT, WITHOUT ROWID;

-- How old each section was at the end of a round, in groups by region; of the groups that are written to
CREATE TABLE round_check (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  section TEXT NOT NULL,
  region TEXT NOT NULL,
  month INTEGER NOT NULL,
  quarter INTEGER NOT NULL,
  half INTEGER NOT NULL,
  older INTEGER NOT NULL,
  never INTEGER NOT NULL,
  PRIMARY KEY (round_key, section, region)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER census_counts AFTER INSERT ON census
BEGIN
  INSERT INTO round_count (round_key, region, department, state, groups, members, asked, answered)
  VALUES (new.round_key, new.region, new.department, new.state, 1, coalesce(new.members, 0), new.asked, 0)
  ON CONFLICT DO UPDATE
  SET groups = groups + 1, members = members + excluded.members, asked = asked + excluded.asked;
END;

CREATE TRIGGER census_asked AFTER UPDATE OF asked ON census WHEN new.asked > old.asked
BEGIN
  UPDATE round_count
  SET asked = asked + 1
  WHERE round_key = new.round_key AND region = new.region AND department = new.department AND state = new.state;
END;

CREATE TRIGGER census_answered AFTER UPDATE OF answered_at ON census
WHEN old.answered_at IS NULL AND new.answered_at IS NOT NULL AND new.asked = 1
BEGIN
  UPDATE round_count
  SET answered = answered + 1
  WHERE round_key = new.round_key AND region = new.region AND department = new.department AND state = new.state;
  INSERT INTO answer_count (round_key, region, step, groups)
  SELECT new.round_key, new.region, max(0, CAST((julianday(new.answered_at) - julianday(opened_at)) * 4 AS INTEGER)), 1
  FROM round
  WHERE key = new.round_key
  ON CONFLICT DO UPDATE
  SET groups = groups + 1;
END;

CREATE TRIGGER answer_first AFTER INSERT ON answer WHEN new.kind <> 'not_my_group'
BEGIN
  UPDATE census
  SET answered_at = new.first_at
  WHERE round_key = new.round_key AND group_id = new.group_id AND answered_at IS NULL;
END;

CREATE TRIGGER answer_after_all AFTER UPDATE OF kind ON answer WHEN new.kind <> 'not_my_group'
BEGIN
  UPDATE census
  SET answered_at = new.last_at
  WHERE round_key = new.round_key AND group_id = new.group_id AND answered_at IS NULL;
END;

-- The rounds that are there already, with the groups as they are now
INSERT INTO census (round_key, group_id, region, department, state, members, asked)
SELECT
  round.key, g.id, coalesce(g.region, ''), coalesce(g.department, ''), g.state, g.active_members,
  EXISTS (
    SELECT 1
    FROM referent
    JOIN mail ON mail.person_id = referent.person_id
    WHERE referent.group_id = g.id
    AND mail.round_key = round.key
    AND mail.kind IN ('invitation', 'reminder', 'last_call')
  )
FROM round
JOIN local_group g ON g.created_at <= round.opened_at;

UPDATE census
SET answered_at = (
  SELECT min(first_at)
  FROM answer
  WHERE answer.round_key = census.round_key AND answer.group_id = census.group_id AND answer.kind <> 'not_my_group'
);
