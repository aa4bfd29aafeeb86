-- On which day how many groups last checked a section, by region and state. Groups that never did are those of group_rollup that
-- are missing here. Triggers keep it.
CREATE TABLE check_rollup (
  section TEXT NOT NULL,
  region TEXT NOT NULL,
  state TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  groups INTEGER NOT NULL,
  PRIMARY KEY (section, region, state, checked_on)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER check_rollup_first AFTER INSERT ON section_check
BEGIN
  INSERT INTO check_rollup (section, region, state, checked_on, groups)
  SELECT new.section, coalesce(region, ''), state, substr(new.checked_at, 1, 10), 1
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET groups = groups + 1;
END;

CREATE TRIGGER check_rollup_again AFTER UPDATE OF checked_at, section, group_id ON section_check
WHEN (new.section, new.group_id, substr(new.checked_at, 1, 10)) IS NOT (old.section, old.group_id, substr(old.checked_at, 1, 10))
BEGIN
  UPDATE check_rollup
  SET groups = groups - 1
  WHERE section = old.section
  AND checked_on = substr(old.checked_at, 1, 10)
  AND (region, state) = (SELECT coalesce(region, ''), state FROM local_group WHERE id = old.group_id);
  INSERT INTO check_rollup (section, region, state, checked_on, groups)
  SELECT new.section, coalesce(region, ''), state, substr(new.checked_at, 1, 10), 1
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET groups = groups + 1;
END;

-- Of a group that goes, `check_rollup_less` has counted: it is not there any more when its checks go with it
CREATE TRIGGER check_rollup_gone AFTER DELETE ON section_check
BEGIN
  UPDATE check_rollup
  SET groups = groups - 1
  WHERE section = old.section
  AND checked_on = substr(old.checked_at, 1, 10)
  AND (region, state) = (SELECT coalesce(region, ''), state FROM local_group WHERE id = old.group_id);
END;

CREATE TRIGGER check_rollup_moved AFTER UPDATE OF region, state ON local_group
WHEN (new.region, new.state) IS NOT (old.region, old.state)
BEGIN
  UPDATE check_rollup
  SET groups = groups - 1
  WHERE region = coalesce(old.region, '')
  AND state = old.state
  AND (section, checked_on) IN (SELECT section, substr(checked_at, 1, 10) FROM section_check WHERE group_id = old.id);
  INSERT INTO check_rollup (section, region, state, checked_on, groups)
  SELECT section, coalesce(new.region, ''), new.state, substr(checked_at, 1, 10), 1
  FROM section_check
  WHERE group_id = new.id
  ON CONFLICT DO UPDATE
  SET groups = groups + 1;
END;

-- Before its checks go with it
CREATE TRIGGER check_rollup_less BEFORE DELETE ON local_group
BEGIN
  UPDATE check_rollup
  SET groups = groups - 1
  WHERE region = coalesce(old.region, '')
  AND state = old.state
  AND (section, checked_on) IN (SELECT section, substr(checked_at, 1, 10) FROM section_check WHERE group_id = old.id);
END;

CREATE TRIGGER check_rollup_emptied AFTER UPDATE OF groups ON check_rollup WHEN new.groups = 0
BEGIN
  DELETE FROM check_rollup
  WHERE section = new.section AND region = new.region AND state = new.state AND checked_on = new.checked_on;
END;
