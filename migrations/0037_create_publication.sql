-- What the cron published last of the groups: one row once it has run. Reading a feed writes nothing.
CREATE TABLE publication (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Counts the changes of what is published: what a reader keeps is good as long as it stands
  version INTEGER NOT NULL DEFAULT 0,
  -- When what is published last changed, and the version that it was then: a consent taken back counts on its own
  changed_at TEXT NOT NULL,
  dated_version INTEGER NOT NULL DEFAULT 0,
  -- How far the look at every group has come (local_group.id), which may take several runs; 0 between two looks
  looked_until INTEGER NOT NULL DEFAULT 0,
  -- When the last whole look began and ended; NULL before the first
  look_began_at TEXT NOT NULL,
  looked_at TEXT,
  -- The last event and revision whose group was looked at
  seen_event INTEGER NOT NULL DEFAULT 0,
  seen_revision INTEGER NOT NULL DEFAULT 0,
  -- [[what, groups before, groups now]]: of which the feed shrank too much, and is held back
  held TEXT NOT NULL DEFAULT '[]' CHECK (json_type(held) = 'array'),
  held_at TEXT,
  -- When a coordinator said that there are no groups to show
  emptied_at TEXT,
  -- What the page of all groups shows: {groups, regions: [[name, groups]], points: [[latitude, longitude, groups, uid, name]]}
  overview TEXT CHECK (json_type(overview) = 'object'),
  -- What the cron could not do in its last run, by the name of the integration: since when
  faults TEXT NOT NULL DEFAULT '{}' CHECK (json_type(faults) = 'object')
) STRICT;

-- A group as feeds show it, as the cron last published it. It outlives the group itself: one that is gone is counted, until the feed has
-- been found whole without it.
CREATE TABLE published_group (
  group_id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  -- Its public fields; NULL: not shown any more
  shown TEXT CHECK (json_type(shown) = 'object'),
  -- When what is shown of it last changed
  changed_at TEXT NOT NULL,
  -- What feeds are filtered by, such as ["all","placed","region=Bretagne"]; NULL: not shown any more
  facts TEXT CHECK (json_type(facts) = 'array'),
  -- The same when the feed was last found whole
  facts_before TEXT CHECK (json_type(facts_before) = 'array'),
  region TEXT GENERATED ALWAYS AS (shown ->> 'region') VIRTUAL,
  latitude REAL GENERATED ALWAYS AS (shown ->> 'latitude') VIRTUAL,
  longitude REAL GENERATED ALWAYS AS (shown ->> 'longitude') VIRTUAL,
  CHECK ((shown IS NULL) = (facts IS NULL))
) STRICT;

-- Serves: which groups came, went or moved since the feed was last found whole?
CREATE INDEX published_group_moved ON published_group (group_id) WHERE facts_before IS NOT facts;

-- Serves: which groups want to be shown, and have no place on the map?
CREATE INDEX published_group_unplaced ON published_group (group_id) WHERE facts IS NOT NULL AND instr(facts, '"placed"') = 0;

-- Serves: which group has this address?
CREATE INDEX published_group_uid ON published_group (uid);

-- Serves: which groups are shown in this region?
CREATE INDEX published_group_region ON published_group (region) WHERE shown IS NOT NULL;

-- Serves: which groups are shown, by their names? And those of a region?
CREATE INDEX published_group_name ON published_group (shown ->> 'name') WHERE shown IS NOT NULL;
CREATE INDEX published_group_region_name ON published_group (region, shown ->> 'name') WHERE shown IS NOT NULL;

-- Serves: which groups are near here, and how many are at each point of the map?
CREATE INDEX published_group_point ON published_group (latitude, longitude, uid) WHERE latitude IS NOT NULL;

-- Of a group's people what they agreed to have shown. Whoever takes it back, leaves or is erased is gone from here in the same moment.
CREATE TABLE published_person (
  group_id INTEGER NOT NULL REFERENCES published_group (group_id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  name TEXT,
  email TEXT,
  phone TEXT,
  -- Their answers to the movement's own questions, by the questions' keys
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object'),
  PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;

-- Serves: where is this person shown?
CREATE INDEX published_person_person ON published_person (person_id);

CREATE TRIGGER published_person_consent_withdrawn
AFTER UPDATE OF withdrawn_at ON consent
WHEN NEW.withdrawn_at IS NOT NULL
BEGIN
  UPDATE published_person
  SET
    name = iif(NEW.field = 'name', NULL, name),
    email = iif(NEW.field = 'email', NULL, email),
    phone = iif(NEW.field = 'phone', NULL, phone),
    own = iif(NEW.field GLOB 'own_*', json_remove(own, '$.' || substr(NEW.field, 5)), own)
  WHERE person_id = NEW.person_id;
END;

CREATE TRIGGER published_person_consent_gone
AFTER DELETE ON consent
WHEN OLD.withdrawn_at IS NULL
BEGIN
  UPDATE published_person
  SET
    name = iif(OLD.field = 'name', NULL, name),
    email = iif(OLD.field = 'email', NULL, email),
    phone = iif(OLD.field = 'phone', NULL, phone),
    own = iif(OLD.field GLOB 'own_*', json_remove(own, '$.' || substr(OLD.field, 5)), own)
  WHERE person_id = OLD.person_id;
END;

CREATE TRIGGER published_person_left
AFTER UPDATE OF until_at ON referent
WHEN NEW.until_at IS NOT NULL
BEGIN
  DELETE FROM published_person
  WHERE group_id = NEW.group_id AND person_id = NEW.person_id;
END;

CREATE TRIGGER published_person_seat_gone
AFTER DELETE ON referent
BEGIN
  DELETE FROM published_person
  WHERE group_id = OLD.group_id AND person_id = OLD.person_id;
END;

-- A number or an address that somebody else wrote is not what was agreed to
CREATE TRIGGER published_person_corrected
AFTER UPDATE OF name, email, phone ON person
BEGIN
  UPDATE published_person
  SET
    name = iif(NEW.name IS OLD.name, name, NULL),
    email = iif(NEW.email IS OLD.email, email, NULL),
    phone = iif(NEW.phone IS OLD.phone, phone, NULL)
  WHERE person_id = NEW.id;
END;

-- Nor an answer
CREATE TRIGGER published_person_answered
AFTER UPDATE OF own ON referent
WHEN NEW.own IS NOT OLD.own
BEGIN
  UPDATE published_person
  SET own = '{}'
  WHERE group_id = NEW.group_id AND person_id = NEW.person_id AND own <> '{}';
END;

CREATE TRIGGER publication_person_changed
AFTER UPDATE ON published_person
BEGIN
  UPDATE publication
  SET version = version + 1;
END;

CREATE TRIGGER publication_person_gone
AFTER DELETE ON published_person
BEGIN
  UPDATE publication
  SET version = version + 1;
END;
