-- Something that somebody did, written in the transaction of what they did. What it changed in a group's record is the revision's to tell.
-- A person is named by their row: once erased, what they did stays, and who did it is gone.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  happened_at TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (actor IN ('referent', 'coordinator', 'import', 'system', 'passed_link')),
  -- The referent who acted
  actor_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- The address of the coordinator who acted, or passed on the link by which somebody did, as the movement's settings have it
  coordinator TEXT,
  action TEXT NOT NULL,
  -- What it was done to
  group_id INTEGER REFERENCES local_group (id) ON DELETE SET NULL,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- The address of the coordinator that it was done to
  about_coordinator TEXT,
  -- The number of the group's revision that it made
  revision INTEGER,
  -- {…}: names of fields, numbers, days, states, ids. DANGER: erasing somebody does not look here: never a name, a number, an address or words
  details TEXT NOT NULL DEFAULT '{}' CHECK (json_type(details) = 'object' AND length(details) <= 2000 AND instr(details, '@') = 0),
  CHECK (actor = 'referent' OR actor_id IS NULL),
  CHECK ((actor IN ('coordinator', 'passed_link')) = (coordinator IS NOT NULL))
) STRICT;

-- Serves: what was done about this group, latest first?
CREATE INDEX event_group ON event (group_id, id) WHERE group_id IS NOT NULL;

-- Serves: what was done to this person?
CREATE INDEX event_person ON event (person_id) WHERE person_id IS NOT NULL;

-- Serves: forgetting somebody, and what did they do?
CREATE INDEX event_actor ON event (actor_id) WHERE actor_id IS NOT NULL;

-- Serves: what did the team do, latest first? Among the answers of all groups they are few
CREATE INDEX event_team ON event (id) WHERE actor = 'coordinator';
