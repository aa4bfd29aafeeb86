-- Somebody whom a referent named, or whose address a referent corrected, and who has not said yes yet: what was typed of them, and no way to
-- anybody whom we know. Whether the address is known is looked at when they say yes.
CREATE TABLE invitation (
  id INTEGER PRIMARY KEY,
  -- Of their row in the group's record, and of the person that a yes makes where the address is new to us
  uid TEXT NOT NULL CHECK (length(uid) BETWEEN 8 AND 40),
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- Whose address it would be, where one was corrected; NULL for somebody new
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- The name as two people would compare it: no case, no accents
  name_key TEXT NOT NULL,
  -- Taken away with the phone once there is nothing to wait for
  email TEXT CHECK (email = lower(email) AND email LIKE '%_@_%'),
  phone TEXT CHECK (phone GLOB '+[1-9]*'),
  role TEXT,
  -- Answers to the movement's own questions, as a referent's
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object'),
  invited_at TEXT NOT NULL,
  -- Who named them, as long as we know them
  invited_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- Named beyond what a group may name by itself: since when they wait for the team. Until it lets them through, nothing is written to them
  waiting_at TEXT,
  -- When the team asked them once more: that is done once
  asked_again_at TEXT,
  -- What became of it. One that was accepted is gone, unless the former address may still object
  answer TEXT CHECK (answer IN ('accepted', 'declined', 'expired', 'objected', 'returned')),
  answered_at TEXT,
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK ((email IS NULL) = coalesce(answer <> 'accepted', 0)),
  CHECK (answer IS NOT 'accepted' OR person_id IS NOT NULL)
) STRICT;

-- One invitation a mailbox and group. Serve: whom did this group invite? Is this row of the record somebody who is invited?
CREATE UNIQUE INDEX invitation_address ON invitation (group_id, email) WHERE email IS NOT NULL;
CREATE UNIQUE INDEX invitation_row ON invitation (group_id, uid);

-- One new address a person at a time. Serves: what becomes of this person's address?
CREATE UNIQUE INDEX invitation_person ON invitation (person_id) WHERE email IS NOT NULL AND person_id IS NOT NULL;

-- Serves: what goes with a person who is erased?
CREATE INDEX invitation_of_person ON invitation (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX invitation_inviter ON invitation (invited_by) WHERE invited_by IS NOT NULL;

-- Serves: which invitations has nobody answered for thirty days? Which may be forgotten?
CREATE INDEX invitation_age ON invitation (coalesce(answered_at, invited_at));

-- Serves: who waits for the team?
CREATE INDEX invitation_waiting ON invitation (group_id) WHERE waiting_at IS NOT NULL;

-- Whoever is a referent is not asked whether they do, whatever gave it to them
CREATE TRIGGER invitation_needless AFTER INSERT ON referent WHEN new.until_at IS NULL
BEGIN
  DELETE FROM invitation
  WHERE group_id = new.group_id
  AND person_id IS NULL
  AND email = (SELECT email FROM person WHERE id = new.person_id);
END;

-- An address of somebody that a referent wrote in a group's record, and that our mails were let reach: what the limits of
-- `shared/domain/naming.ts` are counted from. Each new one takes away those that no limit counts any more.
CREATE TABLE naming (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- Which invitation it let through, as long as that lasts
  invitation_id INTEGER REFERENCES invitation (id) ON DELETE SET NULL,
  -- Who wrote it; NULL once they were erased
  named_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- An HMAC of the mailbox, however its address is spelled
  mailbox TEXT NOT NULL CHECK (length(mailbox) = 43),
  named_at TEXT NOT NULL
) STRICT;

-- Serve: how many did this group name lately? This referent? How often was this mailbox named?
CREATE INDEX naming_group ON naming (group_id, named_at);
CREATE INDEX naming_referent ON naming (named_by, named_at);
CREATE INDEX naming_mailbox ON naming (mailbox, named_at);

-- Serves: which of them does no limit count any more?
CREATE INDEX naming_age ON naming (named_at);

-- Serves: was this invitation let through?
CREATE INDEX naming_invitation ON naming (invitation_id) WHERE invitation_id IS NOT NULL;
