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
  -- Whom they are part of since a merge: their row stays for their address, which leads there, and for the undo
  merged_into_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  CHECK (email IS NOT NULL OR phone IS NOT NULL)
) STRICT;

-- Serves: who became part of this person?
CREATE INDEX person_merged ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Serve: who has this number, or this name, and may be somebody whom we know twice?
CREATE INDEX person_number ON person (phone) WHERE phone IS NOT NULL;
CREATE INDEX person_name ON person (name_key);

-- Serves: who has this number, and no address?
CREATE INDEX person_phone ON person (phone) WHERE email IS NULL;

-- Serves: whose number is this, with or without its country?
CREATE INDEX person_phone_end ON person (substr(phone, -8)) WHERE phone IS NOT NULL;
