-- An activity or a training as calendars show it, as the cron last published it. One that was taken back stays, cancelled, until its day
-- has long passed: calendars take away nothing by themselves.
CREATE TABLE published_event (
  -- Of the activity or training
  uid TEXT PRIMARY KEY,
  group_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT,
  held_on TEXT NOT NULL,
  -- How often it was changed, and when last (RFC 5545 §3.8.7.4)
  sequence INTEGER NOT NULL DEFAULT 0,
  changed_at TEXT NOT NULL,
  cancelled_at TEXT
) STRICT, WITHOUT ROWID;

-- Serves: what is shown from this day on?
CREATE INDEX published_event_held ON published_event (held_on);

-- Serves: what does this group show?
CREATE INDEX published_event_group ON published_event (group_id, held_on);

-- A group of which calendars may show something else than what it plans now: something of that was written, or it opened or closed. Those
-- that are published anew are taken out; of a network in which nothing happened nothing is read.
CREATE TABLE changed_calendar (
  -- Also of a group that is gone: what it planned is cancelled
  group_id INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER changed_calendar_activity_added
AFTER INSERT ON activity
BEGIN
  INSERT INTO changed_calendar (group_id)
  VALUES (NEW.group_id)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER changed_calendar_activity_changed
AFTER UPDATE OF uid, group_id, title, kind, held_on ON activity
BEGIN
  INSERT INTO changed_calendar (group_id)
  VALUES (OLD.group_id), (NEW.group_id)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER changed_calendar_activity_gone
AFTER DELETE ON activity
BEGIN
  INSERT INTO changed_calendar (group_id)
  VALUES (OLD.group_id)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER changed_calendar_training_added
AFTER INSERT ON training
BEGIN
  INSERT INTO changed_calendar (group_id)
  VALUES (NEW.group_id)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER changed_calendar_training_changed
AFTER UPDATE OF uid, group_id, theme, held_on ON training
BEGIN
  INSERT INTO changed_calendar (group_id)
  VALUES (OLD.group_id), (NEW.group_id)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER changed_calendar_training_gone
AFTER DELETE ON training
BEGIN
  INSERT INTO changed_calendar (group_id)
  VALUES (OLD.group_id)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER changed_calendar_group_opened
AFTER UPDATE OF state ON local_group
WHEN NEW.state IS NOT OLD.state
BEGIN
  INSERT INTO changed_calendar (group_id)
  VALUES (NEW.id)
  ON CONFLICT DO NOTHING;
END;
