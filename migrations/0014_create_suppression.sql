-- An address that must not get mail, why, and how that ends: its row is taken away.
CREATE TABLE suppression (
  address TEXT PRIMARY KEY CHECK (address = lower(address)),
  reason TEXT NOT NULL CHECK (reason IN ('hard_bounce', 'complaint', 'unsubscribed')),
  -- What was said: the server's words, or the person's
  explanation TEXT,
  since_at TEXT NOT NULL,
  -- Who may end it: anyone who finds that the address is read (its owner's link, a save, the team), or its owner alone
  ends_by TEXT NOT NULL GENERATED ALWAYS AS (iif(reason = 'hard_bounce', 'anyone', 'owner')) VIRTUAL,
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
  SELECT new.email, reason, explanation, since_at
  FROM suppression
  WHERE address = old.email AND reason <> 'hard_bounce' AND new.email IS NOT NULL
  ON CONFLICT (address) DO UPDATE
  SET reason = excluded.reason, explanation = excluded.explanation, since_at = excluded.since_at
  WHERE suppression.reason = 'hard_bounce';
  UPDATE suppression SET former_owner_id = new.id WHERE address = old.email;
  UPDATE suppression SET former_owner_id = NULL WHERE address = new.email;
END;

-- A former address that is somebody's again
CREATE TRIGGER suppression_taken AFTER INSERT ON person WHEN new.email IS NOT NULL
BEGIN
  UPDATE suppression SET former_owner_id = NULL WHERE address = new.email AND former_owner_id IS NOT NULL;
END;
