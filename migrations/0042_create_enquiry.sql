-- A visitor's words to a group. Nobody hears of them before the visitor has confirmed their address; kept for sixty days.
CREATE TABLE enquiry (
  id INTEGER PRIMARY KEY,
  -- Mails about it begin their own uid with it
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  email TEXT NOT NULL CHECK (email = lower(email)),
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  -- The sentence that they agreed to, as they read it
  consent TEXT NOT NULL,
  -- In which they read it: their mail is in it too
  language TEXT,
  -- Their browser worked for it: more of these may wait at once
  is_proven INTEGER NOT NULL CHECK (is_proven IN (0, 1)),
  asked_at TEXT NOT NULL,
  confirmed_at TEXT,
  -- When somebody of the group said that they had answered
  answered_at TEXT
) STRICT;

-- Serves: how many wait for their confirmation? Which are old?
CREATE INDEX enquiry_asked ON enquiry (asked_at, confirmed_at);

-- Serves: has this address written lately?
CREATE INDEX enquiry_email ON enquiry (email, asked_at);

-- Serves: how many did this group get?
CREATE INDEX enquiry_group ON enquiry (group_id, asked_at);

-- How many enquiries came in a month (UTC), and how many of them were marked answered. Triggers keep it, beyond the sixty days.
CREATE TABLE enquiry_rollup (
  month TEXT PRIMARY KEY,
  enquiries INTEGER NOT NULL,
  answered INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER enquiry_rollup_confirmed
AFTER UPDATE OF confirmed_at ON enquiry
WHEN OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL
BEGIN
  INSERT INTO enquiry_rollup (month, enquiries, answered)
  VALUES (substr(NEW.confirmed_at, 1, 7), 1, 0)
  ON CONFLICT (month) DO UPDATE
  SET enquiries = enquiries + 1;
END;

CREATE TRIGGER enquiry_rollup_answered
AFTER UPDATE OF answered_at ON enquiry
WHEN OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL
BEGIN
  UPDATE enquiry_rollup
  SET answered = answered + 1
  WHERE month = substr(NEW.confirmed_at, 1, 7);
END;
