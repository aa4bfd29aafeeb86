-- How many mails of a round are in which state, and why; a mail without a reason has ''. Triggers keep it. It is of the whole country
-- ('*'): for a coordinator of some regions mails are counted one by one.
CREATE TABLE mail_rollup (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  region TEXT NOT NULL DEFAULT '*' CHECK (region = '*'),
  mails INTEGER NOT NULL,
  PRIMARY KEY (round_key, state, kind, reason)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER mail_rollup_more AFTER INSERT ON mail WHEN new.round_key IS NOT NULL
BEGIN
  INSERT INTO mail_rollup (round_key, state, kind, reason, mails)
  VALUES (new.round_key, new.state, new.kind, coalesce(new.reason, ''), 1)
  ON CONFLICT DO UPDATE
  SET mails = mails + 1;
END;

CREATE TRIGGER mail_rollup_changed AFTER UPDATE OF state, reason ON mail
WHEN new.round_key IS NOT NULL AND (new.state, new.reason) IS NOT (old.state, old.reason)
BEGIN
  UPDATE mail_rollup
  SET mails = mails - 1
  WHERE round_key = old.round_key AND state = old.state AND kind = old.kind AND reason = coalesce(old.reason, '');
  INSERT INTO mail_rollup (round_key, state, kind, reason, mails)
  VALUES (new.round_key, new.state, new.kind, coalesce(new.reason, ''), 1)
  ON CONFLICT DO UPDATE
  SET mails = mails + 1;
END;

CREATE TRIGGER mail_rollup_less AFTER DELETE ON mail WHEN old.round_key IS NOT NULL
BEGIN
  UPDATE mail_rollup
  SET mails = mails - 1
  WHERE round_key = old.round_key AND state = old.state AND kind = old.kind AND reason = coalesce(old.reason, '');
END;
