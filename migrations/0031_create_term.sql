-- The words that groups and people are found by, searched by how they begin: those of a group's name, town and postal code, those
-- of a person's name and of their address before the @. Triggers keep them.
CREATE TABLE group_term (
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  term TEXT NOT NULL,
  -- Serves: is this group found by this word too?
  PRIMARY KEY (group_id, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_term (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  term TEXT NOT NULL,
  PRIMARY KEY (person_id, term)
) STRICT, WITHOUT ROWID;

-- Serve: which groups, and which people, are found by this word?
CREATE INDEX group_term_term ON group_term (term);
CREATE INDEX person_term_term ON person_term (term);

-- A text becomes a JSON list of its words, to be read as rows: nothing else in SQLite splits
CREATE TRIGGER group_term_first AFTER INSERT ON local_group
BEGIN
  INSERT INTO group_term (group_id, term)
  SELECT DISTINCT new.id, value
  FROM json_each('[' || replace(json_quote(new.name_key || ' ' || coalesce(new.town_key, '') || ' ' || coalesce(new.postcode, '')), ' ', '","') || ']')
  WHERE value <> '';
END;

CREATE TRIGGER group_term_again AFTER UPDATE OF name_key, town_key, postcode ON local_group
WHEN (new.name_key, new.town_key, new.postcode) IS NOT (old.name_key, old.town_key, old.postcode)
BEGIN
  DELETE FROM group_term WHERE group_id = new.id;
  INSERT INTO group_term (group_id, term)
  SELECT DISTINCT new.id, value
  FROM json_each('[' || replace(json_quote(new.name_key || ' ' || coalesce(new.town_key, '') || ' ' || coalesce(new.postcode, '')), ' ', '","') || ']')
  WHERE value <> '';
END;

CREATE TRIGGER person_term_first AFTER INSERT ON person
BEGIN
  INSERT INTO person_term (person_id, term)
  SELECT DISTINCT new.id, value
  FROM json_each('[' || replace(json_quote(
    new.name_key || ' ' || replace(replace(replace(replace(substr(new.email, 1, instr(new.email, '@') - 1), '.', ' '), '-', ' '), '_', ' '), '+', ' ')
  ), ' ', '","') || ']')
  WHERE value <> '';
END;

CREATE TRIGGER person_term_again AFTER UPDATE OF name_key, email ON person
WHEN (new.name_key, new.email) IS NOT (old.name_key, old.email)
BEGIN
  DELETE FROM person_term WHERE person_id = new.id;
  INSERT INTO person_term (person_id, term)
  SELECT DISTINCT new.id, value
  FROM json_each('[' || replace(json_quote(
    new.name_key || ' ' || replace(replace(replace(replace(substr(new.email, 1, instr(new.email, '@') - 1), '.', ' '), '-', ' '), '_', ' '), '+', ' ')
  ), ' ', '","') || ']')
  WHERE value <> '';
END;

INSERT INTO group_term (group_id, term)
SELECT DISTINCT g.id, value
FROM local_group g
JOIN json_each('[' || replace(json_quote(g.name_key || ' ' || coalesce(g.town_key, '') || ' ' || coalesce(g.postcode, '')), ' ', '","') || ']')
WHERE value <> '';

INSERT INTO person_term (person_id, term)
SELECT DISTINCT person.id, value
FROM person
JOIN json_each('[' || replace(json_quote(
  person.name_key || ' ' || replace(replace(replace(replace(substr(person.email, 1, instr(person.email, '@') - 1), '.', ' '), '-', ' '), '_', ' '), '+', ' ')
), ' ', '","') || ']')
WHERE value <> '';
