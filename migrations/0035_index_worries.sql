-- Serve: which groups have nobody to write to? Which have a referent whom no mail reaches?
CREATE INDEX standing_orphaned ON standing (group_id) WHERE referents = 0;
CREATE INDEX standing_unreached ON standing (group_id) WHERE reachable < referents;

-- Serves: what changed since then, in how many groups?
CREATE INDEX revision_change ON revision (made_at, author, group_id);
DROP INDEX revision_made;

-- Serves: which groups were born, paused, woken, found a referent or lost one since then?
CREATE INDEX revision_event ON revision (made_at)
WHERE number = 1 OR instr(changes, '"field":"state"') > 0 OR (instr(changes, '"list":"referents"') > 0 AND instr(changes, 'ed":{') > 0);
