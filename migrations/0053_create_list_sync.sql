-- A mailing list that Relance keeps up to date in another program, by the list's key: how far that is. Written by the cron, and by whoever lets it begin.
CREATE TABLE list_sync (
  list TEXT PRIMARY KEY,
  -- The program and the list there, as the settings name them: where they name another, all begins anew
  program TEXT NOT NULL,
  -- Since when the team lets the list be changed there; NULL: it is only read, so that the team sees what would change
  begun_at TEXT,
  -- The page that is read next; NULL: all of it has been read
  next_page TEXT,
  read_at TEXT,
  -- Members there whom nobody here is: how many, and of the look that is going on
  others INTEGER NOT NULL DEFAULT 0 CHECK (others >= 0),
  others_so_far INTEGER NOT NULL DEFAULT 0 CHECK (others_so_far >= 0),
  -- The next look; while somebody works, when that is over
  due_at TEXT NOT NULL,
  -- When a look last came to its end, since when none does, and why
  worked_at TEXT,
  failing_since TEXT,
  trouble TEXT,
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  -- Since when nothing is changed, because too many would leave at once: how many were placed, how many would stay
  held_at TEXT,
  held_before INTEGER,
  held_now INTEGER,
  is_accepted INTEGER NOT NULL DEFAULT 0 CHECK (is_accepted IN (0, 1))
) STRICT;

-- An address that Relance has put on a list there, or that somebody here has and that was read there. Of strangers nothing is kept.
CREATE TABLE list_entry (
  list TEXT NOT NULL REFERENCES list_sync (list) ON DELETE CASCADE,
  address TEXT NOT NULL,
  -- It is there because it is on the list here
  is_placed INTEGER NOT NULL DEFAULT 0 CHECK (is_placed IN (0, 1)),
  -- It was there when the list was last read
  is_there INTEGER NOT NULL DEFAULT 0 CHECK (is_there IN (0, 1)),
  -- Its owner has unsubscribed there, or may not be written to
  is_barred INTEGER NOT NULL DEFAULT 0 CHECK (is_barred IN (0, 1)),
  -- When its owner left it there; who has joined anew since is put back
  left_at TEXT,
  -- When the program last refused it
  refused_at TEXT,
  PRIMARY KEY (list, address)
) STRICT, WITHOUT ROWID;
