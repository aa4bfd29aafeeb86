-- That somebody left a group, or was erased, so that no old sheet puts them back. It names nobody: an HMAC of their mail address, or of their
-- number when they had no address, by a key of its own. One who was erased is gone from every group.
CREATE TABLE departed_person (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL CHECK (length(hash) = 43),
  group_id INTEGER REFERENCES local_group (id) ON DELETE CASCADE,
  reason TEXT NOT NULL CHECK (reason IN ('left', 'not_my_group', 'erased')),
  departed_on TEXT NOT NULL CHECK (departed_on IS strftime('%Y-%m-%d', departed_on)),
  CHECK ((group_id IS NULL) = (reason = 'erased'))
) STRICT;

-- What these hashes are made with: one row, by chance, and never changed. It is not LINK_SECRET, which may be
CREATE TABLE departed_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  key TEXT NOT NULL CHECK (length(key) = 64)
) STRICT;

INSERT INTO departed_key (id, key)
VALUES (1, lower(hex(randomblob(32))));

-- Once a person and group, and once for all groups. Serves: has whoever has this address left, which group, and when?
CREATE UNIQUE INDEX departed_person_hash ON departed_person (hash, coalesce(group_id, 0));

-- Serves: does a group that goes take them with it?
CREATE INDEX departed_person_group ON departed_person (group_id) WHERE group_id IS NOT NULL;
