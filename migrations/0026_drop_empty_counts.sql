-- A day, place or state that counts no group any more goes: after two years, nine rows in ten of check_count stood for nothing and were read by each first page.
DELETE FROM check_count WHERE groups = 0;
DELETE FROM place_count WHERE groups = 0;

CREATE TRIGGER check_count_emptied AFTER UPDATE OF groups ON check_count WHEN new.groups = 0
BEGIN
  DELETE FROM check_count
  WHERE section = new.section AND region = new.region AND state = new.state AND checked_on = new.checked_on;
END;

CREATE TRIGGER place_count_emptied AFTER UPDATE OF groups ON place_count WHEN new.groups = 0
BEGIN
  DELETE FROM place_count
  WHERE region = new.region AND department = new.department AND state = new.state;
END;

-- Serves: what did somebody of this group write to us?
CREATE INDEX word_group ON word (group_id, written_at);
