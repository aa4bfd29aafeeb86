-- How often something was pressed in an hour: with a link (its SHA-256), or by whoever asks for links (an HMAC of where they
-- ask from, which nobody can turn back). Rows of other hours are taken away with each press.
CREATE TABLE press_count (
  hour TEXT NOT NULL CHECK (hour IS strftime('%Y-%m-%dT%H', hour || ':00:00')),
  presser TEXT NOT NULL CHECK (length(presser) BETWEEN 43 AND 64),
  presses INTEGER NOT NULL CHECK (presses > 0),
  PRIMARY KEY (hour, presser)
) STRICT, WITHOUT ROWID;
