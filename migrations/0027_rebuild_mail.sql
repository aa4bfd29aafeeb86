-- A mail may tell a group that the address of one of its referents does not exist. The kinds of mails are no longer a CHECK of the
-- table: a new one must not need it rebuilt. The links are moved first, since they go with their mails.
CREATE TABLE mail_next (
  id INTEGER PRIMARY KEY,
  -- What the mail's link and Message-ID are derived from
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  -- A name in `shared/domain/mail.ts`
  kind TEXT NOT NULL,
  -- Somebody asked for it and waits: it leaves at once, also at night. All the rest leaves in the calm of the day.
  queue TEXT NOT NULL GENERATED ALWAYS AS (iif(kind IN ('new_link', 'sign_in'), 'asked', 'calm')) STORED,
  round_key TEXT REFERENCES round (key) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  -- Of a coordinator; a person's address is read when the mail leaves, so that a correction counts
  address TEXT CHECK (address = lower(address)),
  -- Of what was written in a group: which group, and the first revision that the mail tells of
  group_id INTEGER REFERENCES local_group (id) ON DELETE CASCADE,
  since_number INTEGER,
  -- Of a wrong address: whose
  about_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  -- For a sign-in: SHA-256 of the asking browser's cookie
  browser_hash TEXT,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'sent', 'unknown', 'failed', 'cancelled', 'suppressed')),
  -- When it may leave, or be tried again
  due_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  lease_id TEXT,
  lease_until TEXT,
  -- Set just before the message may begin to leave: a lease that ran out after it cannot be retried safely
  leaving_at TEXT,
  settled_at TEXT,
  -- Why it is in this state: a name in `shared/domain/mail.ts`
  reason TEXT,
  -- The server's last words, without addresses, links and tokens
  answer TEXT,
  created_at TEXT NOT NULL,
  CHECK ((person_id IS NULL) <> (address IS NULL)),
  CHECK ((kind IN ('invitation', 'reminder', 'last_call', 'silent_groups')) = (round_key IS NOT NULL)),
  CHECK ((kind IN ('receipt', 'news', 'welcome', 'farewell')) = (since_number IS NOT NULL)),
  CHECK ((kind = 'wrong_address') = (about_id IS NOT NULL)),
  CHECK ((group_id IS NOT NULL) = (since_number IS NOT NULL OR about_id IS NOT NULL)),
  CHECK (state <> 'sending' OR (lease_id IS NOT NULL AND lease_until IS NOT NULL)),
  CHECK ((state IN ('pending', 'sending')) = (settled_at IS NULL))
) STRICT;

INSERT INTO mail_next (
  id, uid, kind, round_key, person_id, address, group_id, since_number, browser_hash, state, due_at, attempts,
  lease_id, lease_until, leaving_at, settled_at, reason, answer, created_at
)
SELECT
  id, uid, kind, round_key, person_id, address, group_id, since_number, browser_hash, state, due_at, attempts,
  lease_id, lease_until, leaving_at, settled_at, reason, answer, created_at
FROM mail;

CREATE TABLE link_next (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  mail_id INTEGER NOT NULL UNIQUE REFERENCES mail_next (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;

INSERT INTO link_next (hash, mail_id, expires_at, revoked_at)
SELECT hash, mail_id, expires_at, revoked_at
FROM link;

DROP TABLE link;
DROP TABLE mail;
ALTER TABLE mail_next RENAME TO mail;
ALTER TABLE link_next RENAME TO link;

-- At most one mail a person, round and rung, whatever crashes, runs twice or overlaps
CREATE UNIQUE INDEX mail_once_a_person ON mail (round_key, kind, person_id) WHERE round_key IS NOT NULL AND person_id IS NOT NULL;
CREATE UNIQUE INDEX mail_once_an_address ON mail (round_key, kind, address) WHERE round_key IS NOT NULL AND address IS NOT NULL;

-- What is written in a group in one sitting is told in one mail. One that was claimed before, and waits to be tried again, is
-- not counted: it must always be able to come back.
CREATE UNIQUE INDEX mail_once_a_sitting ON mail (kind, person_id, group_id, coalesce(about_id, 0))
  WHERE state = 'pending' AND attempts = 0 AND group_id IS NOT NULL;

-- Serves: what is due?
CREATE INDEX mail_due ON mail (queue, due_at) WHERE state = 'pending';

-- Serves: which leases ran out?
CREATE INDEX mail_leased ON mail (lease_until) WHERE state = 'sending';

-- Serves: what was this person written?
CREATE INDEX mail_person ON mail (person_id);

-- Serves: how many sign-in links did this address ask for lately?
CREATE INDEX mail_address ON mail (address) WHERE address IS NOT NULL;

-- Serves: what became of a round's mails? Whose are in this state?
CREATE INDEX mail_state ON mail (round_key, state, kind, reason) WHERE round_key IS NOT NULL;
