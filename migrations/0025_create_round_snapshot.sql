-- How each group stood in a round: one row a group and round, the network's past. Written when the round opens; it names nobody.
CREATE TABLE round_snapshot (
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
  -- How many members it had six rounds earlier
  members_before INTEGER,
  PRIMARY KEY (round_key, group_id)
) STRICT, WITHOUT ROWID;

-- Serves: how did this group stand, round after round?
CREATE INDEX round_snapshot_group ON round_snapshot (group_id, round_key);

-- Serves: which groups are shrinking? Those that lost a quarter of their members, and three people at least.
-- With all that is asked of it, or SQLite would rather read the whole round.
CREATE INDEX round_snapshot_shrinking ON round_snapshot (round_key, members, members_before, group_id)
WHERE members * 4 <= members_before * 3 AND members_before - members >= 3;

-- Serves: about which groups was nobody asked?
CREATE INDEX round_snapshot_not_asked ON round_snapshot (round_key, group_id) WHERE asked = 0;

-- The same added up by place and state. `answered` is of those that were asked.
CREATE TABLE round_rollup (
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

-- How many groups that were asked first answered in which quarter of a day since the round opened, by region. One row for all quarters:
-- two years of a large network would be tens of thousands
CREATE TABLE answer_rollup (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  region TEXT NOT NULL,
  -- {quarter of a day, from 0: how many groups}
  groups TEXT NOT NULL CHECK (json_type(groups) = 'object'),
  PRIMARY KEY (round_key, region)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER round_snapshot_counts AFTER INSERT ON round_snapshot
BEGIN
  INSERT INTO round_rollup (round_key, region, department, state, groups, members, asked, answered)
  VALUES (new.round_key, new.region, new.department, new.state, 1, coalesce(new.members, 0), new.asked, 0)
  ON CONFLICT DO UPDATE
  SET groups = groups + 1, members = members + excluded.members, asked = asked + excluded.asked;
  -- Somebody may have answered already: a round is written group by group, and a group may come later
  UPDATE round_snapshot
  SET answered_at = (
    SELECT min(first_at)
    FROM answer
    WHERE round_key = new.round_key AND group_id = new.group_id AND kind <> 'not_my_group'
  )
  WHERE round_key = new.round_key AND group_id = new.group_id
  AND EXISTS (
    SELECT 1 FROM answer WHERE round_key = new.round_key AND group_id = new.group_id AND kind <> 'not_my_group'
  );
END;

CREATE TRIGGER round_snapshot_asked AFTER UPDATE OF asked ON round_snapshot WHEN new.asked > old.asked
BEGIN
  UPDATE round_rollup
  SET asked = asked + 1, answered = answered + (new.answered_at IS NOT NULL)
  WHERE round_key = new.round_key AND region = new.region AND department = new.department AND state = new.state;
END;

-- One that is part of another group from now on. Its answer has been taken away before
CREATE TRIGGER round_snapshot_unasked AFTER UPDATE OF asked ON round_snapshot WHEN new.asked < old.asked AND new.answered_at IS NULL
BEGIN
  UPDATE round_rollup
  SET asked = asked - 1
  WHERE round_key = new.round_key AND region = new.region AND department = new.department AND state = new.state;
END;

CREATE TRIGGER round_snapshot_answered AFTER UPDATE OF answered_at ON round_snapshot
WHEN old.answered_at IS NULL AND new.answered_at IS NOT NULL AND new.asked = 1
BEGIN
  UPDATE round_rollup
  SET answered = answered + 1
  WHERE round_key = new.round_key AND region = new.region AND department = new.department AND state = new.state;
END;

-- A group that was asked first answers, or does no more: its quarter of a day gains or loses one
CREATE TRIGGER answer_rollup_changed AFTER UPDATE OF asked, answered_at ON round_snapshot
WHEN (new.asked, new.answered_at) IS NOT (old.asked, old.answered_at)
BEGIN
  INSERT INTO answer_rollup (round_key, region, groups)
  SELECT new.round_key, new.region, json_group_object(step, change)
  FROM (
    SELECT step, sum(change) AS change
    FROM (
      SELECT CAST(max(0, CAST((julianday(answered_at) - julianday(opened_at)) * 4 AS INTEGER)) AS TEXT) AS step, change
      FROM (
        SELECT new.answered_at AS answered_at, 1 AS change WHERE new.asked = 1
        UNION ALL
        SELECT old.answered_at, -1 WHERE old.asked = 1
      )
      JOIN round ON round.key = new.round_key
      WHERE answered_at IS NOT NULL
    )
    GROUP BY step
    HAVING sum(change) <> 0
  )
  HAVING count(*) > 0
  ON CONFLICT DO UPDATE
  SET groups = (
    SELECT json_group_object(step, total)
    FROM (
      SELECT step, sum(counted) AS total
      FROM (
        SELECT key AS step, value AS counted FROM json_each(answer_rollup.groups)
        UNION ALL
        SELECT key, value FROM json_each(excluded.groups)
      )
      GROUP BY step
      HAVING sum(counted) <> 0
    )
  );
  DELETE FROM answer_rollup WHERE round_key = new.round_key AND region = new.region AND groups = '{}';
END;

CREATE TRIGGER round_snapshot_answer_given AFTER INSERT ON answer WHEN new.kind <> 'not_my_group'
BEGIN
  UPDATE round_snapshot
  SET answered_at = new.first_at
  WHERE round_key = new.round_key AND group_id = new.group_id AND answered_at IS NULL;
END;

CREATE TRIGGER round_snapshot_answer_changed AFTER UPDATE OF kind ON answer WHEN new.kind <> 'not_my_group'
BEGIN
  UPDATE round_snapshot
  SET answered_at = new.last_at
  WHERE round_key = new.round_key AND group_id = new.group_id AND answered_at IS NULL;
END;

-- An answer that is taken back: the next one of the group counts, where there is one
CREATE TRIGGER round_snapshot_answer_gone AFTER DELETE ON answer WHEN old.kind <> 'not_my_group'
BEGIN
  UPDATE round_snapshot
  SET answered_at = NULL
  WHERE round_key = old.round_key AND group_id = old.group_id AND answered_at IS NOT NULL;
  UPDATE round_snapshot
  SET answered_at = (
    SELECT min(first_at)
    FROM answer
    WHERE round_key = old.round_key AND group_id = old.group_id AND kind <> 'not_my_group'
  )
  WHERE round_key = old.round_key AND group_id = old.group_id;
END;

CREATE TRIGGER round_snapshot_answer_disowned AFTER UPDATE OF kind ON answer
WHEN new.kind = 'not_my_group' AND old.kind <> 'not_my_group'
BEGIN
  UPDATE round_snapshot
  SET answered_at = NULL
  WHERE round_key = new.round_key AND group_id = new.group_id AND answered_at IS NOT NULL;
  UPDATE round_snapshot
  SET answered_at = (
    SELECT min(first_at)
    FROM answer
    WHERE round_key = new.round_key AND group_id = new.group_id AND kind <> 'not_my_group'
  )
  WHERE round_key = new.round_key AND group_id = new.group_id;
END;

CREATE TRIGGER round_snapshot_unanswered AFTER UPDATE OF answered_at ON round_snapshot
WHEN old.answered_at IS NOT NULL AND new.answered_at IS NULL AND new.asked = 1
BEGIN
  UPDATE round_rollup
  SET answered = answered - 1
  WHERE round_key = new.round_key AND region = new.region AND department = new.department AND state = new.state;
END;

-- A closed group is in no round: one that is opened again is in the latest, not asked until a reminder asks it. So whoever looks for groups
-- that were not asked finds them here, or among those that came later
CREATE TRIGGER round_snapshot_opened_again AFTER UPDATE OF state ON local_group WHEN old.state = 'closed' AND new.state <> 'closed'
BEGIN
  INSERT INTO round_snapshot (round_key, group_id, region, department, state, members, asked)
  SELECT key, new.id, coalesce(new.region, ''), coalesce(new.department, ''), new.state, new.active_members, 0
  FROM round
  WHERE key = (SELECT max(key) FROM round)
  ON CONFLICT DO NOTHING;
END;
