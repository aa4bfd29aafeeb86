-- How many groups there are, and how many active members, by place and state: a hundred rows to read instead of the network.
-- A place that is not known is ''. Triggers keep it.
CREATE TABLE place_count (
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  state TEXT NOT NULL,
  groups INTEGER NOT NULL,
  members INTEGER NOT NULL,
  PRIMARY KEY (region, department, state)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER place_count_more AFTER INSERT ON local_group
BEGIN
  INSERT INTO place_count (region, department, state, groups, members)
  VALUES (coalesce(new.region, ''), coalesce(new.department, ''), new.state, 1, coalesce(new.active_members, 0))
  ON CONFLICT DO UPDATE
  SET groups = groups + excluded.groups, members = members + excluded.members;
END;

CREATE TRIGGER place_count_less AFTER DELETE ON local_group
BEGIN
  UPDATE place_count
  SET groups = groups - 1, members = members - coalesce(old.active_members, 0)
  WHERE region = coalesce(old.region, '') AND department = coalesce(old.department, '') AND state = old.state;
END;

CREATE TRIGGER place_count_moved AFTER UPDATE OF region, department, state, active_members ON local_group
WHEN (new.region, new.department, new.state, new.active_members) IS NOT (old.region, old.department, old.state, old.active_members)
BEGIN
  UPDATE place_count
  SET groups = groups - 1, members = members - coalesce(old.active_members, 0)
  WHERE region = coalesce(old.region, '') AND department = coalesce(old.department, '') AND state = old.state;
  INSERT INTO place_count (region, department, state, groups, members)
  VALUES (coalesce(new.region, ''), coalesce(new.department, ''), new.state, 1, coalesce(new.active_members, 0))
  ON CONFLICT DO UPDATE
  SET groups = groups + excluded.groups, members = members + excluded.members;
END;

INSERT INTO place_count (region, department, state, groups, members)
SELECT coalesce(region, ''), coalesce(department, ''), state, count(*), coalesce(sum(active_members), 0)
FROM local_group
GROUP BY 1, 2, 3;
