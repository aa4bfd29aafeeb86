-- A mail that a coordinator sends themselves to see it, as it was written. It names people of a group, so that it is kept only until it has left.
CREATE TABLE test_mail (
  mail_id INTEGER PRIMARY KEY REFERENCES mail (id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  html TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL
) STRICT;

CREATE TRIGGER test_mail_settled
AFTER UPDATE OF settled_at ON mail
WHEN new.is_test = 1 AND new.settled_at IS NOT NULL
BEGIN
  DELETE FROM test_mail WHERE mail_id = new.id;
END;
