-- That a referent said of sections that they are right as they stand, with what that replaced, so that it can be taken back.
CREATE TABLE confirmation (
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- 1, 2, 3 … within the group
  number INTEGER NOT NULL CHECK (number > 0),
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- They said so on the phone, to somebody of the team who noted it
  is_heard INTEGER NOT NULL DEFAULT 0 CHECK (is_heard IN (0, 1)),
  made_at TEXT NOT NULL,
  round_key TEXT REFERENCES round (key) ON DELETE SET NULL,
  -- {section: [checked_at, uid of who checked it] | null}, as they were before
  checks_before TEXT NOT NULL CHECK (json_type(checks_before) = 'object'),
  -- [kind, first_at, last_at], what the person had answered in this round before; NULL: nothing
  answer_before TEXT CHECK (json_type(answer_before) = 'array'),
  undone_at TEXT,
  -- Who took it back
  undone_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
  PRIMARY KEY (group_id, number)
) STRICT, WITHOUT ROWID;
