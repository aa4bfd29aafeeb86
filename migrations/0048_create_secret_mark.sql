-- What tells LINK_SECRET from another one, and nothing of it: one row. With another secret than the one of this mark, whatever was derived from it is ended.
CREATE TABLE secret_mark (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mark TEXT NOT NULL CHECK (length(mark) = 43),
  since TEXT NOT NULL
) STRICT;
