-- What groups' numbers in answer to own questions add up to, by the question's key, region and state: a hundred rows to read instead of the
-- network. A place that is not known is ''. Triggers keep it.
CREATE TABLE own_rollup (
  key TEXT NOT NULL,
  region TEXT NOT NULL,
  state TEXT NOT NULL,
  total REAL NOT NULL,
  PRIMARY KEY (key, region, state)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER own_rollup_more AFTER INSERT ON local_group WHEN new.own <> '{}'
BEGIN
  INSERT INTO own_rollup (key, region, state, total)
  SELECT key, coalesce(new.region, ''), new.state, value
  FROM json_each(new.own)
  WHERE type IN ('integer', 'real')
  ON CONFLICT DO UPDATE
  SET total = total + excluded.total;
END;

-- As many rows as numbers changed
CREATE TRIGGER own_rollup_changed AFTER UPDATE OF own, region, state ON local_group
WHEN new.own <> old.own OR (new.own <> '{}' AND (new.region IS NOT old.region OR new.state <> old.state))
BEGIN
  INSERT INTO own_rollup (key, region, state, total)
  SELECT key, region, state, sum(value)
  FROM (
    SELECT key, coalesce(old.region, '') AS region, old.state AS state, -value AS value
    FROM json_each(old.own)
    WHERE type IN ('integer', 'real')
    UNION ALL
    SELECT key, coalesce(new.region, ''), new.state, value
    FROM json_each(new.own)
    WHERE type IN ('integer', 'real')
  )
  GROUP BY key, region, state
  HAVING sum(value) <> 0
  ON CONFLICT DO UPDATE
  SET total = total + excluded.total;
END;

CREATE TRIGGER own_rollup_less AFTER DELETE ON local_group WHEN old.own <> '{}'
BEGIN
  INSERT INTO own_rollup (key, region, state, total)
  SELECT key, coalesce(old.region, ''), old.state, -value
  FROM json_each(old.own)
  WHERE type IN ('integer', 'real')
  ON CONFLICT DO UPDATE
  SET total = total + excluded.total;
END;
