-- One write to a group's record. `number` counts a group's revisions from 1: two writes from the same state cannot both land.
CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  made_at TEXT NOT NULL,
  author TEXT NOT NULL CHECK (author IN ('referent', 'import', 'coordinator', 'system', 'passed_link')),
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- Of a coordinator, who has no row: their name; also where they passed a link on
  author_name TEXT CHECK (author_name IS NULL OR author IN ('coordinator', 'passed_link')),
  -- [{list, row, field, before, after} | {list, row, added: {…}} | {list, row, removed: {…}}]
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  -- The revision that this one takes back
  undoes INTEGER REFERENCES revision (id),
  CHECK (author <> 'referent' OR undoes IS NULL OR undoes <> id)
) STRICT;

-- Serves: what is a group's history, latest first? Two writes from one state ask for one number
CREATE UNIQUE INDEX revision_number ON revision (group_id, number);

-- Serves: what changed since then, in how many groups?
CREATE INDEX revision_made ON revision (made_at, author, group_id);

-- Serves: which groups were born, paused, woken, found a referent or lost one since then?
CREATE INDEX revision_event ON revision (made_at)
WHERE number = 1 OR instr(changes, '"field":"state"') > 0 OR (instr(changes, '"list":"referents"') > 0 AND instr(changes, 'ed":{') > 0);

-- Serves: what were a group and its people called lately?
CREATE INDEX revision_naming ON revision (group_id, made_at) WHERE instr(changes, '"name"') > 0;

-- Serves: which revision took this one back?
CREATE INDEX revision_undone ON revision (undoes)
WHERE undoes IS NOT NULL;
