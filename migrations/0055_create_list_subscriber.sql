-- Somebody who put their address on a mailing list by its public page (its key), and is nothing else here: no person, counted nowhere, asked nothing.
CREATE TABLE list_subscriber (
  id INTEGER PRIMARY KEY,
  -- The mail that asks whether it is them has a uid that begins with it
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
  list TEXT NOT NULL,
  email TEXT NOT NULL CHECK (email = lower(email)),
  -- In which they read the list's page: their mail is in it too
  language TEXT,
  -- Their browser worked for it: more of these may wait at once
  is_proven INTEGER NOT NULL CHECK (is_proven IN (0, 1)),
  -- When they last asked for a mail
  asked_at TEXT NOT NULL,
  confirmed_at TEXT,
  -- Forgotten a month later
  left_at TEXT,
  UNIQUE (list, email)
) STRICT;

-- Serves: how many wait for their confirmation? Which are old?
CREATE INDEX list_subscriber_asked ON list_subscriber (asked_at, confirmed_at);

-- Serves: on which lists is this address?
CREATE INDEX list_subscriber_email ON list_subscriber (email);
