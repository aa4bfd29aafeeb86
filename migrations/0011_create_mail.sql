-- The outbox: the only truth about who was written to. A row is one mail to one person or one coordinator.
CREATE TABLE mail (
  id INTEGER PRIMARY KEY,
  -- What the mail's link and Message-ID are derived from
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  -- A kind of `shared/domain/mail.ts`
  kind TEXT NOT NULL,
  -- Transactional: somebody asked for it and waits, so that it leaves at once, also at night. All the rest leaves in the calm of the day; what
  -- goes to whom a referent named or took off apart from the others, so that a round leaves as if there were none.
  stream TEXT NOT NULL DEFAULT 'bulk' CHECK (stream IN ('bulk', 'transactional', 'named')),
  -- Of a round: which one, and which step of its sequence
  round_key TEXT REFERENCES round (key) ON DELETE CASCADE,
  step TEXT,
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  -- Of a coordinator; a person's address is read when the mail leaves, so that a correction counts
  address TEXT CHECK (address = lower(address)),
  -- Of somebody who is invited: the invitation that it asks about, at its address. After a yes the mail is the person's
  invitation_id INTEGER REFERENCES invitation (id) ON DELETE CASCADE,
  -- Of what was written in a group: which group, and the first revision that the mail tells of
  group_id INTEGER REFERENCES local_group (id) ON DELETE CASCADE,
  since_number INTEGER,
  -- Of a wrong address: whose
  about_person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  -- Of what became of an invitation, or of a new address that waits for a yes: which
  about_invitation_id INTEGER REFERENCES invitation (id) ON DELETE CASCADE,
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
  server_reply TEXT,
  -- Since when a server says that its address is missing, of so many at once that it is not believed
  doubted_at TEXT,
  -- Of somebody who became part of another person, who got the same: both are kept
  is_double INTEGER NOT NULL DEFAULT 0 CHECK (is_double IN (0, 1)),
  -- What a coordinator sends themselves to see it: it carries no link, and counts nowhere
  is_test INTEGER NOT NULL DEFAULT 0 CHECK (is_test IN (0, 1)),
  created_at TEXT NOT NULL,
  CHECK ((person_id IS NOT NULL) + (address IS NOT NULL) + (invitation_id IS NOT NULL) = 1),
  CHECK ((round_key IS NULL) = (step IS NULL)),
  CHECK (round_key IS NULL OR group_id IS NULL),
  CHECK (
    (group_id IS NOT NULL)
    = (coalesce(since_number, about_person_id, invitation_id, about_invitation_id) IS NOT NULL)
  ),
  CHECK (state <> 'sending' OR (lease_id IS NOT NULL AND lease_until IS NOT NULL)),
  CHECK ((state IN ('pending', 'sending')) = (settled_at IS NULL))
) STRICT;

-- At most one mail a person, round and step, whatever crashes, runs twice or overlaps
CREATE UNIQUE INDEX mail_once_a_person ON mail (round_key, step, person_id) WHERE round_key IS NOT NULL AND person_id IS NOT NULL AND is_double = 0;
CREATE UNIQUE INDEX mail_once_an_address ON mail (round_key, step, address) WHERE round_key IS NOT NULL AND address IS NOT NULL;

-- What is written in a group within the digest window is told in one mail. One that was claimed before, and waits to be tried again, is
-- not counted: it must always be able to come back.
CREATE UNIQUE INDEX mail_once_a_digest ON mail (kind, person_id, group_id, coalesce(about_person_id, 0), coalesce(about_invitation_id, 0))
  WHERE state = 'pending' AND attempts = 0 AND group_id IS NOT NULL;

-- Serves: what is due?
CREATE INDEX mail_due ON mail (stream, due_at) WHERE state = 'pending';

-- Serves: which leases ran out?
CREATE INDEX mail_leased ON mail (lease_until) WHERE state = 'sending';

-- Serves: what was this person written?
CREATE INDEX mail_person ON mail (person_id);

-- Serves: was a mail written about this group? Which go with a group that is deleted?
CREATE INDEX mail_group ON mail (group_id) WHERE group_id IS NOT NULL;

-- Serves: does a mail tell of somebody who is erased?
CREATE INDEX mail_about ON mail (about_person_id) WHERE about_person_id IS NOT NULL;

-- Serve: what was somebody written who is invited? Which mails tell of an invitation that is forgotten?
CREATE INDEX mail_invitation ON mail (invitation_id) WHERE invitation_id IS NOT NULL;
CREATE INDEX mail_about_invitation ON mail (about_invitation_id) WHERE about_invitation_id IS NOT NULL;

-- Serves: how many sign-in links did this address ask for lately?
CREATE INDEX mail_address ON mail (address) WHERE address IS NOT NULL;

-- Serves: what became of a round's mails? Whose are in this state?
CREATE INDEX mail_state ON mail (round_key, state, kind, reason) WHERE round_key IS NOT NULL;

-- Serves: which mails beside the rounds' need somebody to look?
CREATE INDEX mail_apart ON mail (state, kind, reason, settled_at)
  WHERE round_key IS NULL AND state IN ('failed', 'unknown', 'suppressed');

-- Serves: since when is this person's address doubted? How many wait for that?
CREATE INDEX mail_doubted ON mail (person_id, doubted_at, state) WHERE doubted_at IS NOT NULL;

-- Whoever has no mail address is called: whatever makes mails makes none for them
CREATE TRIGGER mail_nobody_without_address BEFORE INSERT ON mail
WHEN new.person_id IS NOT NULL AND (SELECT email FROM person WHERE id = new.person_id) IS NULL
BEGIN
  SELECT raise(IGNORE);
END;

-- Nor does one leave that waits for somebody whose address is taken away
CREATE TRIGGER mail_address_taken_away AFTER UPDATE OF email ON person WHEN new.email IS NULL AND old.email IS NOT NULL
BEGIN
  UPDATE mail
  SET state = 'cancelled', reason = 'no_address', settled_at = due_at, lease_id = NULL, lease_until = NULL
  WHERE person_id = new.id AND (state = 'pending' OR (state = 'sending' AND leaving_at IS NULL));
END;

-- A mail that could not reach somebody, since their address was wrong, is tried again at the new one: that of the latest step. When it is about
-- to leave, it still finds out whether its groups have answered.
CREATE TRIGGER mail_address_corrected AFTER UPDATE OF email ON person WHEN new.email <> old.email
BEGIN
  UPDATE mail
  SET state = 'pending', reason = NULL, server_reply = NULL, settled_at = NULL, leaving_at = NULL, lease_id = NULL, lease_until = NULL, attempts = 0
  WHERE person_id = new.id
  AND reason IN (
    'hard_bounce', 'complaint', 'address_refused', 'address_returned', 'doubtful_address_refused', 'doubtful_address_returned', 'mailbox_refused',
    'mailbox_returned'
  )
  AND state IN ('suppressed', 'failed')
  AND (round_key, step) = (
    SELECT round_key, name FROM round_step WHERE opened_at IS NOT NULL ORDER BY opened_at DESC LIMIT 1
  );
  -- What was said of the old address is nothing to the new one
  UPDATE mail
  SET doubted_at = NULL, due_at = iif(state = 'pending' AND reason = 'missing_doubted', created_at, due_at)
  WHERE person_id = new.id
  AND doubted_at IS NOT NULL;
  UPDATE mail
  SET reason = iif(reason = 'doubtful_address_refused', 'address_refused', 'address_returned')
  WHERE person_id = new.id
  AND reason IN ('doubtful_address_refused', 'doubtful_address_returned');
END;
