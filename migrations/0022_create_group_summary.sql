-- How each group stands: what lists are sorted, filtered and counted by. Triggers keep it, whatever writes.
CREATE TABLE group_summary (
  group_id INTEGER PRIMARY KEY REFERENCES local_group (id) ON DELETE CASCADE,
  -- Its referents, those of them who have a mail address, and those whose address may be written to; -1 asks for a recount
  referents INTEGER NOT NULL DEFAULT 0,
  with_address INTEGER NOT NULL DEFAULT 0,
  reachable INTEGER NOT NULL DEFAULT 0,
  -- The latest round in which somebody answered, and when they last did; '?' asks for a recount
  last_round TEXT,
  last_answer_at TEXT,
  -- The group's
  name_key TEXT NOT NULL
) STRICT;

-- Serves: who answered longest ago, by name where nobody ever did?
CREATE INDEX group_summary_last_answer ON group_summary (coalesce(last_answer_at, ''), name_key);

CREATE TRIGGER group_summary_begins AFTER INSERT ON local_group
BEGIN
  INSERT INTO group_summary (group_id, name_key) VALUES (new.id, new.name_key);
END;

CREATE TRIGGER group_summary_renamed AFTER UPDATE OF name_key ON local_group WHEN new.name_key <> old.name_key
BEGIN
  UPDATE group_summary SET name_key = new.name_key WHERE group_id = new.id;
END;

CREATE TRIGGER group_summary_counts_referents AFTER UPDATE OF referents ON group_summary WHEN new.referents = -1
BEGIN
  UPDATE group_summary
  SET (referents, with_address, reachable) = (
    SELECT count(*), count(person.email), count(person.email) - count(suppression.address)
    FROM referent
    JOIN person ON person.id = referent.person_id
    LEFT JOIN suppression ON suppression.address = person.email
    WHERE referent.group_id = new.group_id AND referent.until_at IS NULL
  )
  WHERE group_id = new.group_id;
END;

CREATE TRIGGER group_summary_referent_came AFTER INSERT ON referent
BEGIN
  UPDATE group_summary SET referents = -1 WHERE group_id = new.group_id;
END;

CREATE TRIGGER group_summary_referent_left AFTER UPDATE OF until_at, group_id, person_id ON referent
BEGIN
  UPDATE group_summary SET referents = -1 WHERE group_id IN (old.group_id, new.group_id);
END;

CREATE TRIGGER group_summary_referent_gone AFTER DELETE ON referent
BEGIN
  UPDATE group_summary SET referents = -1 WHERE group_id = old.group_id;
END;

CREATE TRIGGER group_summary_address_changed AFTER UPDATE OF email ON person WHEN new.email IS NOT old.email
BEGIN
  UPDATE group_summary SET referents = -1 WHERE group_id IN (SELECT group_id FROM referent WHERE person_id = new.id);
END;

CREATE TRIGGER group_summary_address_suppressed AFTER INSERT ON suppression
BEGIN
  UPDATE group_summary SET referents = -1 WHERE group_id IN (
    SELECT referent.group_id FROM person JOIN referent ON referent.person_id = person.id WHERE person.email = new.address
  );
END;

CREATE TRIGGER group_summary_address_opened AFTER DELETE ON suppression
BEGIN
  UPDATE group_summary SET referents = -1 WHERE group_id IN (
    SELECT referent.group_id FROM person JOIN referent ON referent.person_id = person.id WHERE person.email = old.address
  );
END;

CREATE TRIGGER group_summary_counts_answers AFTER UPDATE OF last_round ON group_summary WHEN new.last_round = '?'
BEGIN
  UPDATE group_summary
  SET (last_round, last_answer_at) = (
    SELECT max(round_key), max(last_at)
    FROM answer
    WHERE group_id = new.group_id AND kind <> 'not_my_group'
  )
  WHERE group_id = new.group_id;
END;

CREATE TRIGGER group_summary_answered AFTER INSERT ON answer WHEN new.kind <> 'not_my_group'
BEGIN
  UPDATE group_summary
  SET last_round = max(coalesce(last_round, ''), new.round_key), last_answer_at = max(coalesce(last_answer_at, ''), new.last_at)
  WHERE group_id = new.group_id;
END;

-- Whoever is erased takes their words with them, but the group did answer: a row that goes counts no less
CREATE TRIGGER group_summary_answer_changed AFTER UPDATE ON answer
BEGIN
  UPDATE group_summary SET last_round = '?' WHERE group_id IN (old.group_id, new.group_id);
END;

CREATE TRIGGER group_summary_answer_gone AFTER DELETE ON answer
BEGIN
  UPDATE group_summary SET last_round = '?' WHERE group_id = old.group_id;
END;

-- Serve: which groups have nobody to write to? Which have a referent whom no mail reaches?
CREATE INDEX group_summary_orphaned ON group_summary (group_id) WHERE referents = 0;
CREATE INDEX group_summary_unreached ON group_summary (group_id) WHERE reachable < referents;
