-- That a person agreed to one thing about them being public. One who takes it back keeps the row, with when: it is the proof that we stopped.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- A name in `shared/domain/public-group.ts`
  field TEXT NOT NULL,
  -- The sentence that they agreed to, as they read it
  wording TEXT NOT NULL,
  agreed_at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

-- One consent a person and field. Serves: may this be shown?
CREATE UNIQUE INDEX consent_given ON consent (person_id, field) WHERE withdrawn_at IS NULL;
