-- What groups did, added up by month, place and theme: a year of a large network is a few thousand rows instead of its deeds. Triggers
-- keep it. What a group did is counted where the group is now, as its record says.
CREATE TABLE deed_count (
  kind TEXT NOT NULL CHECK (kind IN ('training', 'activity')),
  month TEXT NOT NULL,
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  -- Of trainings; '' of activities
  theme TEXT NOT NULL,
  deeds INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (kind, month, region, department, theme)
) STRICT, WITHOUT ROWID;

-- The parts that groups took in a campaign, likewise
CREATE TABLE part_count (
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  role TEXT NOT NULL,
  parts INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, region, department, role)
) STRICT, WITHOUT ROWID;

-- How many people hold a seat in a group, once each: one row, of the whole country ('*'), which no coordinator of some regions sees
CREATE TABLE people_count (
  region TEXT PRIMARY KEY CHECK (region = '*'),
  people INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER training_count_more AFTER INSERT ON training
BEGIN
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'training', substr(new.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), new.theme, 1, coalesce(new.attendees, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
END;

CREATE TRIGGER training_count_less AFTER DELETE ON training
BEGIN
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'training', substr(old.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), old.theme, -1, -coalesce(old.attendees, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
END;

CREATE TRIGGER training_count_changed AFTER UPDATE OF theme, held_on, attendees ON training
WHEN (new.theme, new.held_on, new.attendees) IS NOT (old.theme, old.held_on, old.attendees)
BEGIN
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'training', substr(old.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), old.theme, -1, -coalesce(old.attendees, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'training', substr(new.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), new.theme, 1, coalesce(new.attendees, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
END;

CREATE TRIGGER activity_count_more AFTER INSERT ON activity
BEGIN
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'activity', substr(new.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), '', 1, coalesce(new.attendees, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
END;

CREATE TRIGGER activity_count_less AFTER DELETE ON activity
BEGIN
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'activity', substr(old.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), '', -1, -coalesce(old.attendees, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
END;

CREATE TRIGGER activity_count_changed AFTER UPDATE OF held_on, attendees ON activity
WHEN (new.held_on, new.attendees) IS NOT (old.held_on, old.attendees)
BEGIN
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'activity', substr(old.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), '', -1, -coalesce(old.attendees, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'activity', substr(new.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), '', 1, coalesce(new.attendees, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
END;

CREATE TRIGGER part_count_more AFTER INSERT ON participation
BEGIN
  INSERT INTO part_count (campaign_id, region, department, role, parts, people)
  SELECT new.campaign_id, coalesce(region, ''), coalesce(department, ''), new.role, 1, coalesce(new.people, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET parts = parts + excluded.parts, people = people + excluded.people;
END;

CREATE TRIGGER part_count_less AFTER DELETE ON participation
BEGIN
  INSERT INTO part_count (campaign_id, region, department, role, parts, people)
  SELECT old.campaign_id, coalesce(region, ''), coalesce(department, ''), old.role, -1, -coalesce(old.people, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET parts = parts + excluded.parts, people = people + excluded.people;
END;

CREATE TRIGGER part_count_changed AFTER UPDATE OF role, people ON participation
WHEN (new.role, new.people) IS NOT (old.role, old.people)
BEGIN
  INSERT INTO part_count (campaign_id, region, department, role, parts, people)
  SELECT old.campaign_id, coalesce(region, ''), coalesce(department, ''), old.role, -1, -coalesce(old.people, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET parts = parts + excluded.parts, people = people + excluded.people;
  INSERT INTO part_count (campaign_id, region, department, role, parts, people)
  SELECT new.campaign_id, coalesce(region, ''), coalesce(department, ''), new.role, 1, coalesce(new.people, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET parts = parts + excluded.parts, people = people + excluded.people;
END;

-- Before the group goes: where it was could not be told after
CREATE TRIGGER deeds_go_first BEFORE DELETE ON local_group
BEGIN
  DELETE FROM training WHERE group_id = old.id;
  DELETE FROM activity WHERE group_id = old.id;
  DELETE FROM participation WHERE group_id = old.id;
END;

CREATE TRIGGER deeds_moved AFTER UPDATE OF region, department ON local_group
WHEN (new.region, new.department) IS NOT (old.region, old.department)
BEGIN
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'training', substr(held_on, 1, 7), coalesce(old.region, ''), coalesce(old.department, ''), theme, -count(*), -coalesce(sum(attendees), 0)
  FROM training
  WHERE group_id = new.id
  GROUP BY 2, 5
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'activity', substr(held_on, 1, 7), coalesce(old.region, ''), coalesce(old.department, ''), '', -count(*), -coalesce(sum(attendees), 0)
  FROM activity
  WHERE group_id = new.id
  GROUP BY 2, 5
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
  INSERT INTO part_count (campaign_id, region, department, role, parts, people)
  SELECT campaign_id, coalesce(old.region, ''), coalesce(old.department, ''), role, -1, -coalesce(people, 0)
  FROM participation
  WHERE group_id = new.id
  ON CONFLICT DO UPDATE
  SET parts = parts + excluded.parts, people = people + excluded.people;
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'training', substr(held_on, 1, 7), coalesce(new.region, ''), coalesce(new.department, ''), theme, count(*), coalesce(sum(attendees), 0)
  FROM training
  WHERE group_id = new.id
  GROUP BY 2, 5
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
  INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
  SELECT 'activity', substr(held_on, 1, 7), coalesce(new.region, ''), coalesce(new.department, ''), '', count(*), coalesce(sum(attendees), 0)
  FROM activity
  WHERE group_id = new.id
  GROUP BY 2, 5
  ON CONFLICT DO UPDATE
  SET deeds = deeds + excluded.deeds, people = people + excluded.people;
  INSERT INTO part_count (campaign_id, region, department, role, parts, people)
  SELECT campaign_id, coalesce(new.region, ''), coalesce(new.department, ''), role, 1, coalesce(people, 0)
  FROM participation
  WHERE group_id = new.id
  ON CONFLICT DO UPDATE
  SET parts = parts + excluded.parts, people = people + excluded.people;
END;

CREATE TRIGGER deed_count_emptied AFTER UPDATE OF deeds ON deed_count WHEN new.deeds = 0
BEGIN
  DELETE FROM deed_count
  WHERE kind = new.kind AND month = new.month AND region = new.region AND department = new.department AND theme = new.theme;
END;

CREATE TRIGGER part_count_emptied AFTER UPDATE OF parts ON part_count WHEN new.parts = 0
BEGIN
  DELETE FROM part_count
  WHERE campaign_id = new.campaign_id AND region = new.region AND department = new.department AND role = new.role;
END;

CREATE TRIGGER people_count_more AFTER INSERT ON referent
WHEN new.until_at IS NULL
BEGIN
  UPDATE people_count
  SET people = people + 1
  WHERE NOT EXISTS (SELECT 1 FROM referent other WHERE other.person_id = new.person_id AND other.until_at IS NULL AND other.id <> new.id);
END;

CREATE TRIGGER people_count_less AFTER DELETE ON referent
WHEN old.until_at IS NULL
BEGIN
  UPDATE people_count
  SET people = people - 1
  WHERE NOT EXISTS (SELECT 1 FROM referent other WHERE other.person_id = old.person_id AND other.until_at IS NULL AND other.id <> old.id);
END;

CREATE TRIGGER people_count_left AFTER UPDATE OF until_at ON referent
WHEN old.until_at IS NULL AND new.until_at IS NOT NULL
BEGIN
  UPDATE people_count
  SET people = people - 1
  WHERE NOT EXISTS (SELECT 1 FROM referent other WHERE other.person_id = new.person_id AND other.until_at IS NULL AND other.id <> new.id);
END;

CREATE TRIGGER people_count_back AFTER UPDATE OF until_at ON referent
WHEN old.until_at IS NOT NULL AND new.until_at IS NULL
BEGIN
  UPDATE people_count
  SET people = people + 1
  WHERE NOT EXISTS (SELECT 1 FROM referent other WHERE other.person_id = new.person_id AND other.until_at IS NULL AND other.id <> new.id);
END;

-- What is there already
INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
SELECT 'training', substr(held_on, 1, 7), coalesce(g.region, ''), coalesce(g.department, ''), theme, count(*), coalesce(sum(attendees), 0)
FROM training
JOIN local_group g ON g.id = training.group_id
GROUP BY 2, 3, 4, 5;

INSERT INTO deed_count (kind, month, region, department, theme, deeds, people)
SELECT 'activity', substr(held_on, 1, 7), coalesce(g.region, ''), coalesce(g.department, ''), '', count(*), coalesce(sum(attendees), 0)
FROM activity
JOIN local_group g ON g.id = activity.group_id
GROUP BY 2, 3, 4;

INSERT INTO part_count (campaign_id, region, department, role, parts, people)
SELECT campaign_id, coalesce(g.region, ''), coalesce(g.department, ''), role, count(*), coalesce(sum(people), 0)
FROM participation
JOIN local_group g ON g.id = participation.group_id
GROUP BY 1, 2, 3, 4;

INSERT INTO people_count (region, people)
SELECT '*', count(DISTINCT person_id)
FROM referent
WHERE until_at IS NULL;
