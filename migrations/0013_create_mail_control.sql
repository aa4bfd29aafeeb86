-- What holds all mails back, or leads them elsewhere: decided by whoever runs Relance, or by a server that lets nobody through; and what servers said.
-- One row; without it mails leave.
CREATE TABLE mail_control (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Since when nothing leaves, and why, in words for the dashboard
  paused_at TEXT,
  pause_reason TEXT,
  -- Since when each mail goes to this address instead of its reader's
  redirected_at TEXT,
  redirect_address TEXT CHECK (redirect_address = lower(redirect_address)),
  -- The server lets nobody through: until when nothing is tried, and how often in a row that was so
  backoff_until TEXT,
  backoff_times INTEGER NOT NULL DEFAULT 0 CHECK (backoff_times >= 0),
  -- What servers said lately of addresses, the latest first: taken or missing, with a sum of the domain (`shared/domain/address-answer.ts`); until
  -- when; and when they were last not believed
  address_answers TEXT NOT NULL DEFAULT '',
  answered_at TEXT,
  doubted_at TEXT,
  -- How many reports were read since when, and how many of them were about a mail of ours
  reports_since TEXT,
  reports_read INTEGER NOT NULL DEFAULT 0 CHECK (reports_read >= 0),
  reports_known INTEGER NOT NULL DEFAULT 0 CHECK (reports_known BETWEEN 0 AND reports_read),
  CHECK ((redirected_at IS NULL) = (redirect_address IS NULL)),
  CHECK (pause_reason IS NULL OR paused_at IS NOT NULL)
) STRICT;

-- How many mails left, or may have left, in each hour (UTC): what the caps of the configuration are held against.
CREATE TABLE mail_hour (
  hour TEXT PRIMARY KEY CHECK (hour GLOB '????-??-??T??'),
  mails INTEGER NOT NULL CHECK (mails >= 0),
  -- Those of them to whom a referent named or took off
  named INTEGER NOT NULL DEFAULT 0 CHECK (named >= 0)
) STRICT, WITHOUT ROWID;
