-- How often something was submitted in an hour: with a link (its SHA-256), or by whoever asks for links (an HMAC of where they
-- ask from, which nobody can turn back). Rows of other hours are taken away with each submission.
CREATE TABLE submission_count (
  hour TEXT NOT NULL CHECK (hour IS strftime('%Y-%m-%dT%H', hour || ':00:00')),
  client TEXT NOT NULL CHECK (length(client) BETWEEN 43 AND 64),
  submissions INTEGER NOT NULL CHECK (submissions > 0),
  PRIMARY KEY (hour, client)
) STRICT, WITHOUT ROWID;
