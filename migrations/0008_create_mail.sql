-- The outbox: the only truth about who was written to. A row is one mail to one person or one coordinator.
CREATE TABLE mail (
  id INTEGER PRIMARY KEY,
  -- What the mail's link and Message-ID are derived from
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder', 'last_call', 'silent_groups', 'new_link', 'sign_in')),
  round_key TEXT REFERENCES round (key) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  -- Of a coordinator; a person's address is read when the mail leaves, so that a correction counts
  address TEXT CHECK (address = lower(address)),
  -- For a sign-in: SHA-256 of the asking browser's cookie
  browser_hash TEXT,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'sent', 'unknown', 'failed', 'cancelled', 'suppressed')),
  due_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  lease_id TEXT,
  lease_until TEXT,
  -- Set just before the message may begin to leave: a lease that ran out after it cannot be retried safely
  leaving_at TEXT,
  settled_at TEXT,
  -- The provider's answer, or why there is none. Never an address, a link or a token.
  explanation TEXT,
  created_at TEXT NOT NULL,
  CHECK ((person_id IS NULL) <> (address IS NULL)),
  CHECK (state <> 'sending' OR (lease_id IS NOT NULL AND lease_until IS NOT NULL))
) STRICT;

-- At most one mail a person, round and rung, whatever crashes, runs twice or overlaps
CREATE UNIQUE INDEX mail_once_a_person ON mail (round_key, kind, person_id) WHERE round_key IS NOT NULL AND person_id IS NOT NULL;
CREATE UNIQUE INDEX mail_once_an_address ON mail (round_key, kind, address) WHERE round_key IS NOT NULL AND address IS NOT NULL;

-- Serves: what is due, and which leases ran out?
CREATE INDEX mail_open ON mail (state, due_at) WHERE state IN ('pending', 'sending');

-- Serves: what was this person written?
CREATE INDEX mail_person ON mail (person_id);
