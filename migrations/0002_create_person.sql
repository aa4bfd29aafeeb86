-- Somebody whom we know: with a mail address or, when they have none, a phone. Then they are called, and never written to.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  email TEXT UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'),
  name TEXT NOT NULL,
  -- The name as two people would compare it: no case, no accents
  name_key TEXT NOT NULL,
  -- E.164
  phone TEXT CHECK (phone GLOB '+[1-9]*'),
  -- One of the movement's; NULL: its first
  language TEXT,
  created_at TEXT NOT NULL,
  CHECK (email IS NOT NULL OR phone IS NOT NULL)
) STRICT;

-- Serves: who has this number, and no address?
CREATE INDEX person_phone ON person (phone) WHERE email IS NULL;

-- Serves: whose number is this, with or without its country?
CREATE INDEX person_phone_end ON person (substr(phone, -8)) WHERE phone IS NOT NULL;
