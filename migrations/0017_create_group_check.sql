-- The sections that the movement asks, as far as they age a whole record: mailing lists, which few keep in order, age on their own. Who sets
-- sections keeps it (`shared/db/asked-sections.ts`); here are those of a movement that has said nothing.
CREATE TABLE asked_section (
  section TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO asked_section (section)
VALUES ('identity'), ('referents'), ('activities'), ('campaigns'), ('trainings');

-- When each section of a group's record was last updated or confirmed: a row a group, so that "all is right" writes one. A trigger makes it.
CREATE TABLE group_check (
  group_id INTEGER PRIMARY KEY REFERENCES local_group (id) ON DELETE CASCADE,
  -- {section: [checked_at, id of who checked it, or null]}; a section that is not there was never checked since it was imported
  checks TEXT NOT NULL DEFAULT '{}' CHECK (json_type(checks) = 'object'),
  -- When the section was checked that was checked longest ago; NULL while one of those that the form asks never was. Whoever writes `checks`
  -- writes it (`oldestCheck`)
  checked_at TEXT,
  -- The group's; a region that is not known is ''. Triggers keep them
  region TEXT NOT NULL,
  state TEXT NOT NULL,
  name_key TEXT NOT NULL
) STRICT;

-- Serves: whose record is the oldest, by name where it never was checked?
CREATE INDEX group_check_oldest ON group_check (coalesce(checked_at, ''), name_key);

-- The same, a row a section. Not to be the right side of a LEFT JOIN: all groups would be read.
CREATE VIEW section_check AS
SELECT
  group_check.group_id,
  item.key AS section,
  item.value ->> 0 AS checked_at,
  item.value ->> 1 AS person_id
FROM group_check, json_each(group_check.checks) AS item;

CREATE TRIGGER group_check_begins AFTER INSERT ON local_group
BEGIN
  INSERT INTO group_check (group_id, region, state, name_key)
  VALUES (new.id, coalesce(new.region, ''), new.state, new.name_key);
END;

CREATE TRIGGER group_check_moved AFTER UPDATE OF region, state, name_key ON local_group
WHEN (new.region, new.state, new.name_key) IS NOT (old.region, old.state, old.name_key)
BEGIN
  UPDATE group_check
  SET region = coalesce(new.region, ''), state = new.state, name_key = new.name_key
  WHERE group_id = new.id;
END;

-- An id may be given again
CREATE TRIGGER group_check_person_gone AFTER DELETE ON person
BEGIN
  UPDATE group_check
  SET checks = (
    SELECT json_group_object(key, json(iif(value ->> 1 = old.id, json_array(value ->> 0, NULL), value)))
    FROM json_each(group_check.checks)
  )
  WHERE instr(checks, ',' || old.id || ']') > 0;
END;

-- Other sections judge every group anew: rare, and once
CREATE TRIGGER group_check_section_asked AFTER INSERT ON asked_section
BEGIN
  UPDATE group_check
  SET checked_at = (
    SELECT iif(count(*) = (SELECT count(*) FROM asked_section), min(value ->> 0), NULL)
    FROM json_each(group_check.checks)
    WHERE key IN (SELECT section FROM asked_section)
  );
END;

CREATE TRIGGER group_check_section_left AFTER DELETE ON asked_section
BEGIN
  UPDATE group_check
  SET checked_at = (
    SELECT iif(count(*) = (SELECT count(*) FROM asked_section), min(value ->> 0), NULL)
    FROM json_each(group_check.checks)
    WHERE key IN (SELECT section FROM asked_section)
  );
END;
