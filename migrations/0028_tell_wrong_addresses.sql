-- When the others of a group were told that this address does not exist: once.
ALTER TABLE suppression ADD COLUMN told_at TEXT;

-- A mail that could not reach somebody, since their address was wrong, is tried again at the new one: that of the latest rung. When it is about
-- to leave, it still finds out whether its groups have answered.
CREATE TRIGGER mail_address_corrected AFTER UPDATE OF email ON person WHEN new.email <> old.email
BEGIN
  UPDATE mail
  SET state = 'pending', reason = NULL, answer = NULL, settled_at = NULL, leaving_at = NULL, lease_id = NULL, lease_until = NULL, attempts = 0
  WHERE person_id = new.id
  AND reason IN ('hard_bounce', 'complaint', 'address_refused', 'came_back')
  AND state IN ('suppressed', 'failed')
  AND (round_key, kind) = (
    SELECT round_key, name FROM rung WHERE opened_at IS NOT NULL ORDER BY opened_at DESC LIMIT 1
  );
END;
