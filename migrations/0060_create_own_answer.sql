-- What groups answered to own questions, by question and answer: of a choice each option that was chosen, of a box 1 or 0; '' of what is said in words or
-- figures. Who answered so is found without reading every group. Triggers keep it: a row for each answer that changed.
CREATE TABLE own_answer (
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  group_id INTEGER NOT NULL,
  PRIMARY KEY (key, value, group_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER own_answer_more AFTER INSERT ON local_group WHEN new.own <> '{}'
BEGIN
  INSERT INTO own_answer (key, value, group_id)
  SELECT item.key, part.value, new.id
  FROM json_each(new.own) AS item, json_each(
    CASE
      WHEN item.type IN ('true', 'false') THEN json_array(CAST(item.value AS TEXT))
      WHEN item.type = 'text' AND length(item.value) BETWEEN 1 AND 1000 AND item.value NOT GLOB '*[^A-Za-z0-9_,]*'
        THEN '["' || replace(item.value, ',', '","') || '"]'
      ELSE '[""]'
    END
  ) AS part
  WHERE item.type <> 'null'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER own_answer_changed AFTER UPDATE OF own ON local_group WHEN new.own <> old.own
BEGIN
  DELETE FROM own_answer
  WHERE (key, value, group_id) IN (
    SELECT item.key, part.value, old.id
    FROM json_each(old.own) AS item, json_each(
      CASE
        WHEN item.type IN ('true', 'false') THEN json_array(CAST(item.value AS TEXT))
        WHEN item.type = 'text' AND length(item.value) BETWEEN 1 AND 1000 AND item.value NOT GLOB '*[^A-Za-z0-9_,]*'
          THEN '["' || replace(item.value, ',', '","') || '"]'
        ELSE '[""]'
      END
    ) AS part
    WHERE item.type <> 'null'
    EXCEPT
    SELECT item.key, part.value, old.id
    FROM json_each(new.own) AS item, json_each(
      CASE
        WHEN item.type IN ('true', 'false') THEN json_array(CAST(item.value AS TEXT))
        WHEN item.type = 'text' AND length(item.value) BETWEEN 1 AND 1000 AND item.value NOT GLOB '*[^A-Za-z0-9_,]*'
          THEN '["' || replace(item.value, ',', '","') || '"]'
        ELSE '[""]'
      END
    ) AS part
    WHERE item.type <> 'null'
  );
  INSERT INTO own_answer (key, value, group_id)
  SELECT item.key, part.value, new.id
  FROM json_each(new.own) AS item, json_each(
    CASE
      WHEN item.type IN ('true', 'false') THEN json_array(CAST(item.value AS TEXT))
      WHEN item.type = 'text' AND length(item.value) BETWEEN 1 AND 1000 AND item.value NOT GLOB '*[^A-Za-z0-9_,]*'
        THEN '["' || replace(item.value, ',', '","') || '"]'
      ELSE '[""]'
    END
  ) AS part
  WHERE item.type <> 'null'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER own_answer_less AFTER DELETE ON local_group WHEN old.own <> '{}'
BEGIN
  DELETE FROM own_answer
  WHERE (key, value, group_id) IN (
    SELECT item.key, part.value, old.id
    FROM json_each(old.own) AS item, json_each(
      CASE
        WHEN item.type IN ('true', 'false') THEN json_array(CAST(item.value AS TEXT))
        WHEN item.type = 'text' AND length(item.value) BETWEEN 1 AND 1000 AND item.value NOT GLOB '*[^A-Za-z0-9_,]*'
          THEN '["' || replace(item.value, ',', '","') || '"]'
        ELSE '[""]'
      END
    ) AS part
    WHERE item.type <> 'null'
  );
END;
