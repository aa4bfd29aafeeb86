-- A person's membership in a group as its contact. One that ended stays, with its end. Whoever was named by another referent is invited
-- until they answer.
CREATE TABLE referent (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role TEXT,
  -- Answers to the movement's own questions, by their keys, as in local_group
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object'),
  since_at TEXT NOT NULL,
  until_at TEXT,
  -- When another referent named them; NULL for whom the team imports or adds: a referent at once
  invited_at TEXT,
  -- Who did, as long as we know them
  invited_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- What became of the invitation, and when
  answer TEXT CHECK (answer IN ('accepted', 'declined', 'expired')),
  answered_at TEXT,
  -- Named beyond what a group may name by itself: since when they wait for the team. Until it lets them through, nothing is written to them
  waiting_at TEXT,
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK (invited_at IS NOT NULL OR (invited_by IS NULL AND answer IS NULL))
) STRICT;

-- One membership a person in a group. Serves: who are this group's referents?
CREATE UNIQUE INDEX referent_current ON referent (group_id, person_id) WHERE until_at IS NULL;

-- Serves: which groups is this person referent of?
CREATE INDEX referent_person ON referent (person_id) WHERE until_at IS NULL;

-- Serves: which groups did this person leave?
CREATE INDEX referent_left ON referent (person_id, until_at) WHERE until_at IS NOT NULL;

-- Serves: who was this group's referent, and left?
CREATE INDEX referent_ended ON referent (group_id) WHERE until_at IS NOT NULL;

-- Serves: whom did somebody invite who is erased?
CREATE INDEX referent_inviter ON referent (invited_by) WHERE invited_by IS NOT NULL;

-- Serves: which invitations has nobody answered for thirty days?
CREATE INDEX referent_invited ON referent (invited_at) WHERE answered_at IS NULL AND until_at IS NULL AND invited_at IS NOT NULL;

-- Serves: who waits for the team?
CREATE INDEX referent_waiting ON referent (group_id) WHERE waiting_at IS NOT NULL AND until_at IS NULL;
