-- Somebody's word that a new group is there. The team hears of it once they have confirmed their address; kept for sixty days after the team's answer.
CREATE TABLE registration (
  id INTEGER PRIMARY KEY,
  -- Mails about it begin their own uid with it
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
  group_name TEXT NOT NULL CHECK (length(group_name) BETWEEN 1 AND 120),
  name_key TEXT NOT NULL,
  town TEXT NOT NULL CHECK (length(town) BETWEEN 1 AND 80),
  town_key TEXT NOT NULL,
  postcode TEXT,
  -- In two letters, of a movement in several
  country TEXT CHECK (country GLOB '[A-Z][A-Z]'),
  -- Of its town, where that is known: its coordinators see it. Others are seen by who looks after all of the movement
  region TEXT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  email TEXT NOT NULL CHECK (email = lower(email)),
  phone TEXT,
  body TEXT CHECK (length(body) BETWEEN 1 AND 4000),
  language TEXT NOT NULL,
  -- The sentence that they agreed to, as they read it
  consent TEXT NOT NULL,
  -- Their browser worked for it: more of these may wait at once
  is_proven INTEGER NOT NULL CHECK (is_proven IN (0, 1)),
  asked_at TEXT NOT NULL,
  confirmed_at TEXT,
  -- Who of the team (an address) answered, and when; the group that it became, or why it did not
  answered_by TEXT,
  answered_at TEXT,
  group_id INTEGER REFERENCES local_group (id) ON DELETE SET NULL,
  answer TEXT CHECK (length(answer) BETWEEN 1 AND 4000),
  CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
  CHECK (answered_at IS NOT NULL OR (group_id IS NULL AND answer IS NULL))
) STRICT;

-- Serves: how many wait for their confirmation? Which are old?
CREATE INDEX registration_asked ON registration (asked_at, confirmed_at);

-- Serves: has this address registered a group lately? Whose are to be erased?
CREATE INDEX registration_email ON registration (email, asked_at);

-- Serves: which groups wait for the team?
CREATE INDEX registration_open ON registration (confirmed_at) WHERE confirmed_at IS NOT NULL AND answered_at IS NULL;

-- Two coordinators answer at once: the first one does, and what the other would have written with it does not land
CREATE TRIGGER registration_answered_once BEFORE UPDATE OF answered_at ON registration WHEN old.answered_at IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'a registration is answered once');
END;
