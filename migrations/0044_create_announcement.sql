-- The team's words of the month: some lines and a link, which the round's mails and the groups' pages show until a day. One at a time.
CREATE TABLE announcement (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- {language: {body, url}}: url is null where there is no link
  words TEXT NOT NULL CHECK (json_type(words) = 'object'),
  -- The last day on which it is shown, and the instant at which that day ends
  until_on TEXT NOT NULL CHECK (until_on IS strftime('%Y-%m-%d', until_on)),
  until_at TEXT NOT NULL,
  written_at TEXT NOT NULL
) STRICT;
