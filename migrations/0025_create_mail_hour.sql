-- How many mails left, or may have left, in each hour (UTC): what the caps of movement.config.ts are held against.
CREATE TABLE mail_hour (
  hour TEXT PRIMARY KEY CHECK (hour GLOB '????-??-??T??'),
  mails INTEGER NOT NULL CHECK (mails >= 0)
) STRICT, WITHOUT ROWID;
