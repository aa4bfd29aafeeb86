-- An address that must not get mail, why, and how that ends: its row is taken away.
CREATE TABLE suppression (
  address TEXT PRIMARY KEY CHECK (address = lower(address)),
  reason TEXT NOT NULL CHECK (reason IN ('hard_bounce', 'complaint', 'unsubscribed')),
  -- What was said: the server's words, or the person's
  explanation TEXT,
  since_at TEXT NOT NULL,
  -- Who may end it: anyone who finds that the address is read (its owner's link, a save, the team), or its owner alone
  ends_by TEXT NOT NULL GENERATED ALWAYS AS (iif(reason = 'hard_bounce', 'anyone', 'owner')) VIRTUAL,
  -- Since when they want no mails, where the address was found not to exist after that: it opens again, they stay unsubscribed
  unsubscribed_at TEXT CHECK (unsubscribed_at IS NULL OR reason = 'hard_bounce'),
  -- When the others of the person's groups were told that this address does not exist: once
  notified_at TEXT,
  -- Of an address that nobody has any more: whose it was
  former_owner_id INTEGER REFERENCES person (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Serves: who has unsubscribed lately?
CREATE INDEX suppression_since ON suppression (since_at);

-- Serves: which addresses did somebody have who is erased?
CREATE INDEX suppression_former_owner ON suppression (former_owner_id) WHERE former_owner_id IS NOT NULL;

-- Whoever wants no mails is written to at no other address either
CREATE TRIGGER suppression_follows AFTER UPDATE OF email ON person WHEN old.email IS NOT NULL AND new.email IS NOT old.email
BEGIN
  INSERT INTO suppression (address, reason, explanation, since_at)
  SELECT
    new.email,
    iif(unsubscribed_at IS NULL, reason, 'unsubscribed'),
    iif(unsubscribed_at IS NULL, explanation, NULL),
    coalesce(unsubscribed_at, since_at)
  FROM suppression
  WHERE address = old.email AND (reason <> 'hard_bounce' OR unsubscribed_at IS NOT NULL) AND new.email IS NOT NULL
  ON CONFLICT (address) DO UPDATE
  SET reason = excluded.reason, explanation = excluded.explanation, since_at = excluded.since_at, unsubscribed_at = NULL
  WHERE suppression.reason = 'hard_bounce';
  UPDATE suppression SET former_owner_id = new.id WHERE address = old.email;
  UPDATE suppression SET former_owner_id = NULL WHERE address = new.email;
END;

-- A former address that is somebody's again
CREATE TRIGGER suppression_taken AFTER INSERT ON person WHEN new.email IS NOT NULL
BEGIN
  UPDATE suppression SET former_owner_id = NULL WHERE address = new.email AND former_owner_id IS NOT NULL;
END;

-- An address that opens again: what could not reach it in the latest step is tried again, what was said of it before counts no more, and who had
-- unsubscribed stays so
CREATE TRIGGER suppression_opened AFTER DELETE ON suppression WHEN old.reason = 'hard_bounce'
BEGIN
  UPDATE mail
  SET state = 'pending', reason = NULL, server_reply = NULL, settled_at = NULL, leaving_at = NULL, lease_id = NULL, lease_until = NULL, attempts = 0
  WHERE old.unsubscribed_at IS NULL
  AND person_id = (SELECT id FROM person WHERE email = old.address)
  AND reason IN ('hard_bounce', 'address_refused', 'address_returned', 'doubtful_address_refused', 'doubtful_address_returned')
  AND state IN ('suppressed', 'failed')
  AND (round_key, step) = (
    SELECT round_key, name FROM round_step WHERE opened_at IS NOT NULL ORDER BY opened_at DESC LIMIT 1
  );
  UPDATE mail
  SET reason = iif(reason = 'doubtful_address_refused', 'address_refused', 'address_returned')
  WHERE person_id = (SELECT id FROM person WHERE email = old.address)
  AND reason IN ('doubtful_address_refused', 'doubtful_address_returned');
  INSERT INTO suppression (address, reason, since_at)
  SELECT old.address, 'unsubscribed', old.unsubscribed_at
  WHERE old.unsubscribed_at IS NOT NULL AND EXISTS (SELECT 1 FROM person WHERE email = old.address);
END;
