-- The words that groups and people are found by, searched by how they begin: those of a group's name, town and postal code and the code of its department (`2A`), those
-- of a person's name and of their address before the @. A word behind short ones is also kept as one with them: `N'Diaye` is found as
-- `ndiaye`, `Le Gall` as `legall`, `Van den Berg` as `vandenberg`, `Saint-Denis` as `saintdenis`. Triggers keep them.
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

-- A text becomes a JSON list of its words, to be read as rows: nothing else in SQLite splits. Two spaces part what is never one word
CREATE TRIGGER group_search_token_first AFTER INSERT ON local_group
BEGIN
  INSERT INTO group_search_token (group_id, token)
  SELECT DISTINCT new.id, iif(together = 2, one_before || before, iif(together = 1, before, '')) || word
  FROM (
    SELECT
      value AS word,
      lag(value, 1, '') OVER (ORDER BY key) AS before,
      lag(value, 2, '') OVER (ORDER BY key) AS one_before
    FROM json_each('[' || replace(json_quote(
      new.name_key || '  ' || coalesce(new.town_key, '') || '  ' || coalesce(new.postcode, '') || iif(length(new.department) <= 3, '  ' || lower(new.department), '')
    ), ' ', '","') || ']')
  )
  JOIN (SELECT 0 AS together UNION ALL SELECT 1 UNION ALL SELECT 2)
    ON together = 0
    OR (before <> '' AND (length(before) <= 4 OR before IN ('saint', 'sainte'))
      AND (together = 1 OR (one_before <> '' AND length(one_before) <= 4)))
  WHERE word <> '';
END;

CREATE TRIGGER group_search_token_again AFTER UPDATE OF name_key, town_key, postcode, department ON local_group
WHEN (new.name_key, new.town_key, new.postcode, new.department) IS NOT (old.name_key, old.town_key, old.postcode, old.department)
BEGIN
  DELETE FROM group_search_token WHERE group_id = new.id;
  INSERT INTO group_search_token (group_id, token)
  SELECT DISTINCT new.id, iif(together = 2, one_before || before, iif(together = 1, before, '')) || word
  FROM (
    SELECT
      value AS word,
      lag(value, 1, '') OVER (ORDER BY key) AS before,
      lag(value, 2, '') OVER (ORDER BY key) AS one_before
    FROM json_each('[' || replace(json_quote(
      new.name_key || '  ' || coalesce(new.town_key, '') || '  ' || coalesce(new.postcode, '') || iif(length(new.department) <= 3, '  ' || lower(new.department), '')
    ), ' ', '","') || ']')
  )
  JOIN (SELECT 0 AS together UNION ALL SELECT 1 UNION ALL SELECT 2)
    ON together = 0
    OR (before <> '' AND (length(before) <= 4 OR before IN ('saint', 'sainte'))
      AND (together = 1 OR (one_before <> '' AND length(one_before) <= 4)))
  WHERE word <> '';
END;

CREATE TRIGGER person_search_token_first AFTER INSERT ON person
BEGIN
  INSERT INTO person_search_token (person_id, token)
  SELECT DISTINCT new.id, iif(together = 2, one_before || before, iif(together = 1, before, '')) || word
  FROM (
    SELECT
      value AS word,
      lag(value, 1, '') OVER (ORDER BY key) AS before,
      lag(value, 2, '') OVER (ORDER BY key) AS one_before
    FROM json_each('[' || replace(json_quote(
      new.name_key || '  '
      || coalesce(replace(replace(replace(replace(substr(new.email, 1, instr(new.email, '@') - 1), '.', ' '), '-', ' '), '_', ' '), '+', ' '), '')
    ), ' ', '","') || ']')
  )
  JOIN (SELECT 0 AS together UNION ALL SELECT 1 UNION ALL SELECT 2)
    ON together = 0
    OR (before <> '' AND (length(before) <= 4 OR before IN ('saint', 'sainte'))
      AND (together = 1 OR (one_before <> '' AND length(one_before) <= 4)))
  WHERE word <> '';
END;

CREATE TRIGGER person_search_token_again AFTER UPDATE OF name_key, email ON person
WHEN (new.name_key, new.email) IS NOT (old.name_key, old.email)
BEGIN
  DELETE FROM person_search_token WHERE person_id = new.id;
  INSERT INTO person_search_token (person_id, token)
  SELECT DISTINCT new.id, iif(together = 2, one_before || before, iif(together = 1, before, '')) || word
  FROM (
    SELECT
      value AS word,
      lag(value, 1, '') OVER (ORDER BY key) AS before,
      lag(value, 2, '') OVER (ORDER BY key) AS one_before
    FROM json_each('[' || replace(json_quote(
      new.name_key || '  '
      || coalesce(replace(replace(replace(replace(substr(new.email, 1, instr(new.email, '@') - 1), '.', ' '), '-', ' '), '_', ' '), '+', ' '), '')
    ), ' ', '","') || ']')
  )
  JOIN (SELECT 0 AS together UNION ALL SELECT 1 UNION ALL SELECT 2)
    ON together = 0
    OR (before <> '' AND (length(before) <= 4 OR before IN ('saint', 'sainte'))
      AND (together = 1 OR (one_before <> '' AND length(one_before) <= 4)))
  WHERE word <> '';
END;
