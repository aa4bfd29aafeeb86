-- What groups did, added up by month, place and theme: a year of a large network is a few thousand rows instead of its activities. Triggers
-- keep it. What a group did is counted where the group is now, as its record says.
CREATE TABLE activity_rollup (
  -- 'training' or 'activity'
  kind TEXT NOT NULL,
  month TEXT NOT NULL,
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  -- Of trainings; '' of activities
  theme TEXT NOT NULL,
  activities INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (kind, month, region, department, theme)
) STRICT, WITHOUT ROWID;

-- The parts that groups took in campaigns, likewise
CREATE TABLE participation_rollup (
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  role TEXT NOT NULL,
  participations INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, region, department, role)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER activity_rollup_training_more AFTER INSERT ON training
BEGIN
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'training', substr(new.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), new.theme, 1, coalesce(new.attendees, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
END;

CREATE TRIGGER activity_rollup_training_less AFTER DELETE ON training
BEGIN
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'training', substr(old.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), old.theme, -1, -coalesce(old.attendees, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
END;

CREATE TRIGGER activity_rollup_training_changed AFTER UPDATE OF theme, held_on, attendees, group_id ON training
WHEN (new.theme, new.held_on, new.attendees, new.group_id) IS NOT (old.theme, old.held_on, old.attendees, old.group_id)
BEGIN
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'training', substr(old.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), old.theme, -1, -coalesce(old.attendees, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'training', substr(new.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), new.theme, 1, coalesce(new.attendees, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
END;

CREATE TRIGGER activity_rollup_activity_more AFTER INSERT ON activity
BEGIN
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'activity', substr(new.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), '', 1, coalesce(new.attendees, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
END;

CREATE TRIGGER activity_rollup_activity_less AFTER DELETE ON activity
BEGIN
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'activity', substr(old.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), '', -1, -coalesce(old.attendees, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
END;

CREATE TRIGGER activity_rollup_activity_changed AFTER UPDATE OF held_on, attendees, group_id ON activity
WHEN (new.held_on, new.attendees, new.group_id) IS NOT (old.held_on, old.attendees, old.group_id)
BEGIN
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'activity', substr(old.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), '', -1, -coalesce(old.attendees, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'activity', substr(new.held_on, 1, 7), coalesce(region, ''), coalesce(department, ''), '', 1, coalesce(new.attendees, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
END;

CREATE TRIGGER participation_rollup_more AFTER INSERT ON participation
BEGIN
  INSERT INTO participation_rollup (campaign_id, region, department, role, participations, people)
  SELECT new.campaign_id, coalesce(region, ''), coalesce(department, ''), new.role, 1, coalesce(new.people, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET participations = participations + excluded.participations, people = people + excluded.people;
END;

CREATE TRIGGER participation_rollup_less AFTER DELETE ON participation
BEGIN
  INSERT INTO participation_rollup (campaign_id, region, department, role, participations, people)
  SELECT old.campaign_id, coalesce(region, ''), coalesce(department, ''), old.role, -1, -coalesce(old.people, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET participations = participations + excluded.participations, people = people + excluded.people;
END;

CREATE TRIGGER participation_rollup_changed AFTER UPDATE OF role, people, group_id, campaign_id ON participation
WHEN (new.role, new.people, new.group_id, new.campaign_id) IS NOT (old.role, old.people, old.group_id, old.campaign_id)
BEGIN
  INSERT INTO participation_rollup (campaign_id, region, department, role, participations, people)
  SELECT old.campaign_id, coalesce(region, ''), coalesce(department, ''), old.role, -1, -coalesce(old.people, 0)
  FROM local_group
  WHERE id = old.group_id
  ON CONFLICT DO UPDATE
  SET participations = participations + excluded.participations, people = people + excluded.people;
  INSERT INTO participation_rollup (campaign_id, region, department, role, participations, people)
  SELECT new.campaign_id, coalesce(region, ''), coalesce(department, ''), new.role, 1, coalesce(new.people, 0)
  FROM local_group
  WHERE id = new.group_id
  ON CONFLICT DO UPDATE
  SET participations = participations + excluded.participations, people = people + excluded.people;
END;

-- Before the group goes: where it was could not be told after
CREATE TRIGGER activity_rollup_group_gone BEFORE DELETE ON local_group
BEGIN
  DELETE FROM training WHERE group_id = old.id;
  DELETE FROM activity WHERE group_id = old.id;
  DELETE FROM participation WHERE group_id = old.id;
END;

CREATE TRIGGER activity_rollup_group_moved AFTER UPDATE OF region, department ON local_group
WHEN (new.region, new.department) IS NOT (old.region, old.department)
BEGIN
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'training', substr(held_on, 1, 7), coalesce(old.region, ''), coalesce(old.department, ''), theme, -count(*), -coalesce(sum(attendees), 0)
  FROM training
  WHERE group_id = new.id
  GROUP BY 2, 5
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'activity', substr(held_on, 1, 7), coalesce(old.region, ''), coalesce(old.department, ''), '', -count(*), -coalesce(sum(attendees), 0)
  FROM activity
  WHERE group_id = new.id
  GROUP BY 2, 5
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
  INSERT INTO participation_rollup (campaign_id, region, department, role, participations, people)
  SELECT campaign_id, coalesce(old.region, ''), coalesce(old.department, ''), role, -1, -coalesce(people, 0)
  FROM participation
  WHERE group_id = new.id
  ON CONFLICT DO UPDATE
  SET participations = participations + excluded.participations, people = people + excluded.people;
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'training', substr(held_on, 1, 7), coalesce(new.region, ''), coalesce(new.department, ''), theme, count(*), coalesce(sum(attendees), 0)
  FROM training
  WHERE group_id = new.id
  GROUP BY 2, 5
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
  INSERT INTO activity_rollup (kind, month, region, department, theme, activities, people)
  SELECT 'activity', substr(held_on, 1, 7), coalesce(new.region, ''), coalesce(new.department, ''), '', count(*), coalesce(sum(attendees), 0)
  FROM activity
  WHERE group_id = new.id
  GROUP BY 2, 5
  ON CONFLICT DO UPDATE
  SET activities = activities + excluded.activities, people = people + excluded.people;
  INSERT INTO participation_rollup (campaign_id, region, department, role, participations, people)
  SELECT campaign_id, coalesce(new.region, ''), coalesce(new.department, ''), role, 1, coalesce(people, 0)
  FROM participation
  WHERE group_id = new.id
  ON CONFLICT DO UPDATE
  SET participations = participations + excluded.participations, people = people + excluded.people;
END;

CREATE TRIGGER activity_rollup_emptied AFTER UPDATE OF activities ON activity_rollup WHEN new.activities = 0
BEGIN
  DELETE FROM activity_rollup
  WHERE kind = new.kind AND month = new.month AND region = new.region AND department = new.department AND theme = new.theme;
END;

CREATE TRIGGER participation_rollup_emptied AFTER UPDATE OF participations ON participation_rollup WHEN new.participations = 0
BEGIN
  DELETE FROM participation_rollup
  WHERE campaign_id = new.campaign_id AND region = new.region AND department = new.department AND role = new.role;
END;
