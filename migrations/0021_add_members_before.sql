-- How many members the group had six rounds earlier
ALTER TABLE census ADD COLUMN members_before INTEGER;

-- Serves: which groups are shrinking? Those that lost a quarter of their members, and three people at least.
CREATE INDEX census_shrinking ON census (round_key, group_id)
WHERE members * 4 <= members_before * 3 AND members_before - members >= 3;
