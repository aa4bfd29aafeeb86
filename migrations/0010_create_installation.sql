-- When the sender first looked at this database. A round that was due before is not caught up: nobody wants mails for
-- having installed something. The first run writes it, so that it is told by the same clock as all the rest.
CREATE TABLE installation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  began_at TEXT NOT NULL
) STRICT;
