-- An address of somebody that a referent wrote in a group's record, and that our mails were let reach: what the limits of
-- `shared/domain/naming.ts` are counted from. Each new one takes away those that no limit counts any more.
CREATE TABLE naming (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- The revision that says so
  number INTEGER NOT NULL,
  -- Who wrote it, and whose it is; NULL once they were erased
  named_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- An HMAC of their mailbox, however its address is spelled
  mailbox TEXT NOT NULL CHECK (length(mailbox) = 43),
  named_at TEXT NOT NULL
) STRICT;

-- Serve: how many did this group name lately? This referent? How often was this mailbox named?
CREATE INDEX naming_group ON naming (group_id, named_at);
CREATE INDEX naming_referent ON naming (named_by, named_at);
CREATE INDEX naming_mailbox ON naming (mailbox, named_at);

-- Serves: which of them does no limit count any more?
CREATE INDEX naming_age ON naming (named_at);
