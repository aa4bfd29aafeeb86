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
