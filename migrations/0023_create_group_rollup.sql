-- How many groups there are, and how many active members, by place and state: a hundred rows to read instead of the network.
-- A place that is not known is ''. Triggers keep it.
CREATE TABLE group_rollup (
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  state TEXT NOT NULL,
  groups INTEGER NOT NULL,
  members INTEGER NOT NULL,
  PRIMARY KEY (region, department, state)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER group_rollup_more AFTER INSERT ON local_group
BEGIN
  INSERT INTO group_rollup (region, department, state, groups, members)
  VALUES (coalesce(new.region, ''), coalesce(new.department, ''), new.state, 1, coalesce(new.active_members, 0))
  ON CONFLICT DO UPDATE
  SET groups = groups + excluded.groups, members = members + excluded.members;
END;

CREATE TRIGGER group_rollup_less AFTER DELETE ON local_group WHEN old.merged_into_id IS NULL
BEGIN
  UPDATE group_rollup
  SET groups = groups - 1, members = members - coalesce(old.active_members, 0)
  WHERE region = coalesce(old.region, '') AND department = coalesce(old.department, '') AND state = old.state;
END;

-- A group that was merged into another is counted there
CREATE TRIGGER group_rollup_moved AFTER UPDATE OF region, department, state, active_members, merged_into_id ON local_group
WHEN (new.region, new.department, new.state, new.active_members, new.merged_into_id IS NULL)
  IS NOT (old.region, old.department, old.state, old.active_members, old.merged_into_id IS NULL)
BEGIN
  UPDATE group_rollup
  SET groups = groups - 1, members = members - coalesce(old.active_members, 0)
  WHERE region = coalesce(old.region, '') AND department = coalesce(old.department, '') AND state = old.state
  AND old.merged_into_id IS NULL;
  INSERT INTO group_rollup (region, department, state, groups, members)
  SELECT coalesce(new.region, ''), coalesce(new.department, ''), new.state, 1, coalesce(new.active_members, 0)
  WHERE new.merged_into_id IS NULL
  ON CONFLICT DO UPDATE
  SET groups = groups + excluded.groups, members = members + excluded.members;
END;

CREATE TRIGGER group_rollup_emptied AFTER UPDATE OF groups ON group_rollup WHEN new.groups = 0
BEGIN
  DELETE FROM group_rollup
  WHERE region = new.region AND department = new.department AND state = new.state;
END;
