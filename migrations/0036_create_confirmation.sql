-- That a referent said of sections that they are right as they stand, with what that replaced, so that it can be taken back.
CREATE TABLE confirmation (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  made_at TEXT NOT NULL,
  round_key TEXT REFERENCES round (key) ON DELETE SET NULL,
  -- {section: [checked_at, uid of who checked it] | null}, as they were before
  checks_before TEXT NOT NULL CHECK (json_type(checks_before) = 'object'),
  -- [kind, first_at, last_at], what the person had answered in this round before; NULL: nothing
  answer_before TEXT CHECK (json_type(answer_before) = 'array'),
  undone_at TEXT,
  -- Who took it back
  undone_by INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT;

-- Serves: what was confirmed in this group, latest first?
CREATE INDEX confirmation_group ON confirmation (group_id, made_at);
