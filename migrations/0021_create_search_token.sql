-- The words that groups and people are found by, searched by how they begin: those of a group's name, town and postal code, those
-- of a person's name and of their address before the @. Triggers keep them.
CREATE TABLE group_search_token (
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  token TEXT NOT NULL,
  -- Serves: is this group found by this word too?
  PRIMARY KEY (group_id, token)
) STRICT, WITHOUT ROWID;

-- The same of a person
CREATE TABLE person_search_token (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  token TEXT NOT NULL,
  PRIMARY KEY (person_id, token)
) STRICT, WITHOUT ROWID;

-- Serve: which groups, and which people, are found by this word?
CREATE INDEX group_search_token_token ON group_search_token (token);
CREATE INDEX person_search_token_token ON person_search_token (token);

-- A text becomes a JSON list of its words, to be read as rows: nothing else in SQLite splits
CREATE TRIGGER group_search_token_first AFTER INSERT ON local_group
BEGIN
  INSERT INTO group_search_token (group_id, token)
  SELECT DISTINCT new.id, value
  FROM json_each('[' || replace(json_quote(new.name_key || ' ' || coalesce(new.town_key, '') || ' ' || coalesce(new.postcode, '')), ' ', '","') || ']')
  WHERE value <> '';
END;

CREATE TRIGGER group_search_token_again AFTER UPDATE OF name_key, town_key, postcode ON local_group
WHEN (new.name_key, new.town_key, new.postcode) IS NOT (old.name_key, old.town_key, old.postcode)
BEGIN
  DELETE FROM group_search_token WHERE group_id = new.id;
  INSERT INTO group_search_token (group_id, token)
  SELECT DISTINCT new.id, value
  FROM json_each('[' || replace(json_quote(new.name_key || ' ' || coalesce(new.town_key, '') || ' ' || coalesce(new.postcode, '')), ' ', '","') || ']')
  WHERE value <> '';
END;

CREATE TRIGGER person_search_token_first AFTER INSERT ON person
BEGIN
  INSERT INTO person_search_token (person_id, token)
  SELECT DISTINCT new.id, value
  FROM json_each('[' || replace(json_quote(
    new.name_key || ' '
    || coalesce(replace(replace(replace(replace(substr(new.email, 1, instr(new.email, '@') - 1), '.', ' '), '-', ' '), '_', ' '), '+', ' '), '')
  ), ' ', '","') || ']')
  WHERE value <> '';
END;

CREATE TRIGGER person_search_token_again AFTER UPDATE OF name_key, email ON person
WHEN (new.name_key, new.email) IS NOT (old.name_key, old.email)
BEGIN
  DELETE FROM person_search_token WHERE person_id = new.id;
  INSERT INTO person_search_token (person_id, token)
  SELECT DISTINCT new.id, value
  FROM json_each('[' || replace(json_quote(
    new.name_key || ' '
    || coalesce(replace(replace(replace(replace(substr(new.email, 1, instr(new.email, '@') - 1), '.', ' '), '-', ' '), '_', ' '), '+', ' '), '')
  ), ' ', '","') || ']')
  WHERE value <> '';
END;
