-- The question of the month: one that is asked on the groups' pages for one round, written before or while it is open.
CREATE TABLE poll (
  -- The round's; it may be still to open
  round_key TEXT PRIMARY KEY CHECK (round_key GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  -- A name in `shared/record/poll.ts`
  type TEXT NOT NULL,
  -- {language: {label, options: […]}}: options are of a choice; their places are what answers hold
  words TEXT NOT NULL CHECK (json_type(words) = 'object'),
  written_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a group answered to the question of a round: the last word of its referents. It outlives the person who said so.
CREATE TABLE poll_answer (
  id INTEGER PRIMARY KEY,
  round_key TEXT NOT NULL REFERENCES poll (round_key) ON DELETE CASCADE,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- As the form's control writes it
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 400),
  answered_at TEXT NOT NULL
) STRICT;

-- One answer a group and round. Serves: what did this group answer?
CREATE UNIQUE INDEX poll_answer_once ON poll_answer (round_key, group_id);

-- Serves: how many groups answered what?
CREATE INDEX poll_answer_value ON poll_answer (round_key, value);

-- Serves: what goes with a group?
CREATE INDEX poll_answer_group ON poll_answer (group_id);

-- Serves: whose answers lose their name when somebody is erased?
CREATE INDEX poll_answer_person ON poll_answer (person_id) WHERE person_id IS NOT NULL;
