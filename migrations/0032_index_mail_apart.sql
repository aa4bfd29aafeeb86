-- Serves: which mails beside the rounds' need somebody to look?
CREATE INDEX mail_apart ON mail (state, kind, reason, settled_at)
  WHERE round_key IS NULL AND state IN ('failed', 'unknown', 'suppressed');
