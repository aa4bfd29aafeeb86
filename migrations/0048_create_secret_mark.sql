-- What tells LINK_SECRET from another one, and nothing of it: one row. With another secret than the one of this mark, whatever was derived from it is ended.
CREATE TABLE secret_mark (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mark TEXT NOT NULL CHECK (length(mark) = 43),
  since TEXT NOT NULL,
  -- Those of secrets that were ended, a JSON array: whoever knows one of them could open what would be derived from it again
  ended TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(ended))
) STRICT;
