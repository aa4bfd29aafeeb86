-- The program on a coordinator's phone that shows a code (RFC 6238), asked for after the mail's link. Its secret is not kept: it is derived from
-- this row and from the server's own secret (RFC 4226 §7.5), so that neither alone gives a code.
CREATE TABLE second_factor (
  coordinator TEXT PRIMARY KEY CHECK (coordinator = lower(coordinator)),
  salt TEXT NOT NULL CHECK (length(salt) = 36),
  -- A sum of the server's secret: under another one the row counts for nothing, and is set up anew
  server_key TEXT NOT NULL,
  made_at TEXT NOT NULL,
  -- The half minute of the last code that was taken: no code counts twice
  last_step INTEGER NOT NULL,
  -- Tries in vain in a row, and when the last one was
  failed INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0),
  failed_at TEXT,
  -- A list of the HMACs of the recovery codes that were not used
  recovery_hashes TEXT NOT NULL CHECK (json_type(recovery_hashes) = 'array')
) STRICT, WITHOUT ROWID;
