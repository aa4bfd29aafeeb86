-- What holds all mails back, or leads them elsewhere: decided by whoever runs Relance, or by a server that lets nobody through.
-- One row; without it mails leave.
CREATE TABLE mail_control (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- The brake: since when nothing leaves, and why, in words for the dashboard
  braked_at TEXT,
  brake_words TEXT,
  -- The trial: since when each mail goes to this address instead of its reader's
  trial_at TEXT,
  trial_address TEXT CHECK (trial_address = lower(trial_address)),
  -- The server lets nobody through: until when nothing is tried, and how often in a row that was so
  held_until TEXT,
  held_times INTEGER NOT NULL DEFAULT 0 CHECK (held_times >= 0),
  CHECK ((trial_at IS NULL) = (trial_address IS NULL)),
  CHECK (brake_words IS NULL OR braked_at IS NOT NULL)
) STRICT;
