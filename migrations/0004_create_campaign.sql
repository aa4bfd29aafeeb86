-- A mobilisation of the whole movement.
CREATE TABLE campaign (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  held_on TEXT NOT NULL CHECK (held_on IS strftime('%Y-%m-%d', held_on)),
  created_at TEXT NOT NULL,
  -- Since when groups are not asked about it any more; what they said stays
  ended_at TEXT
) STRICT;

-- A group's part in a campaign.
CREATE TABLE participation (
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  -- An option of the field `role`
  role TEXT NOT NULL,
  people INTEGER CHECK (people >= 0),
  -- Answers to the movement's own questions, by their keys, as in local_group
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object'),
  PRIMARY KEY (group_id, campaign_id)
) STRICT, WITHOUT ROWID;

-- Serves: which groups took part in this campaign?
CREATE INDEX participation_campaign ON participation (campaign_id);
