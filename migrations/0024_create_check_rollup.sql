-- On which day how many groups last checked each section, by region and state. Groups that never did are those of group_rollup that
-- are missing here. Triggers keep it.
CREATE TABLE check_rollup (
  region TEXT NOT NULL,
  state TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  -- {section: how many groups}; one that is left with none goes at the end of a round (`deleteEmptyChecks`)
  groups TEXT NOT NULL CHECK (json_type(groups) = 'object'),
  PRIMARY KEY (region, state, checked_on)
) STRICT, WITHOUT ROWID;

-- All checks up to this day (UTC) are counted on it: they are older than any figure tells apart. It moves on at the end of a round
-- (`gatherOldChecks`). One row, or none
CREATE TABLE check_floor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  day TEXT NOT NULL
) STRICT;

-- A row for each day on which something more or less was checked
CREATE TRIGGER check_rollup_changed AFTER UPDATE OF checks, region, state ON group_check
WHEN (new.checks, new.region, new.state) IS NOT (old.checks, old.region, old.state)
BEGIN
  INSERT INTO check_rollup (region, state, checked_on, groups)
  SELECT region, state, checked_on, json_group_object(section, change)
  FROM (
    SELECT region, state, max(checked_on, coalesce((SELECT day FROM check_floor), '')) AS checked_on, section, sum(change) AS change
    FROM (
      SELECT new.region AS region, new.state AS state, substr(value ->> 0, 1, 10) AS checked_on, key AS section, 1 AS change
      FROM json_each(new.checks)
      UNION ALL
      SELECT old.region, old.state, substr(value ->> 0, 1, 10), key, -1
      FROM json_each(old.checks)
    )
    GROUP BY 1, 2, 3, 4
    HAVING sum(change) <> 0
  )
  WHERE true
  GROUP BY region, state, checked_on
  ON CONFLICT DO UPDATE
  SET groups = (
    SELECT json_group_object(section, total)
    FROM (
      SELECT section, sum(counted) AS total
      FROM (
        SELECT key AS section, value AS counted FROM json_each(check_rollup.groups)
        UNION ALL
        SELECT key, value FROM json_each(excluded.groups)
      )
      GROUP BY section
      HAVING sum(counted) <> 0
    )
  );
END;

-- Before its checks go with it
CREATE TRIGGER check_rollup_less BEFORE DELETE ON local_group
BEGIN
  UPDATE group_check SET checks = '{}' WHERE group_id = old.id;
END;
