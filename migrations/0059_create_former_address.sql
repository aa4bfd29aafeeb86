-- An address that somebody had, where a yes of a new one moved them: whoever reads the old one hears of it, and can take it back for thirty days.
CREATE TABLE former_address (
  id INTEGER PRIMARY KEY,
  -- What the uid of its mail begins with
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  email TEXT NOT NULL CHECK (email = lower(email) AND email LIKE '%_@_%'),
  left_at TEXT NOT NULL
) STRICT;

-- Serves: which addresses did somebody have who takes one back, is merged, or is erased?
CREATE INDEX former_address_person ON former_address (person_id);

-- Serves: which were left just now? Which may be forgotten?
CREATE INDEX former_address_left ON former_address (left_at);
