-- Generated from the migrations: npx vitest run tests/db/schema.test.ts -u

-- A local group of the movement. GROUP is a word of SQL, hence the name.
CREATE TABLE local_group (
  id INTEGER PRIMARY KEY,
  -- The id that addresses, feeds and exports carry
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  -- The group above it, where there is one
  parent_id INTEGER REFERENCES local_group (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- The name as two people would compare it: no case, no accents
  name_key TEXT NOT NULL,
  -- In two letters, of a movement in several countries; nothing: in its first
  country TEXT CHECK (country GLOB '[A-Z][A-Z]'),
  town TEXT,
  town_key TEXT,
  postcode TEXT,
  department TEXT,
  region TEXT,
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  -- An option of the field `state`, or closed: by the team, since when; not asked and not counted, and kept
  state TEXT NOT NULL,
  closed_at TEXT,
  founded_on TEXT CHECK (founded_on IS strftime('%Y-%m-%d', founded_on)),
  active_members INTEGER CHECK (active_members >= 0),
  website TEXT,
  networks TEXT,
  public_email TEXT,
  on_map INTEGER NOT NULL DEFAULT 0 CHECK (on_map IN (0, 1)),
  note TEXT,
  -- Answers to the movement's own questions, by their keys; also to those that are not asked any more
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object'),
  created_at TEXT NOT NULL,
  -- The group that it is one with since a merge: all that is its own is there, and its row stays for its history, its old links and the undo
  merged_into_id INTEGER REFERENCES local_group (id) ON DELETE CASCADE,
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;

-- One group of a name in a place: its town, and the department or region around it. A group of which no place is known is told apart
-- from those that have one.
CREATE UNIQUE INDEX local_group_name ON local_group (name_key, coalesce(town_key, ''), coalesce(department, region, ''))
WHERE merged_into_id IS NULL;

-- Serves: which groups have this name?
CREATE INDEX local_group_name_key ON local_group (name_key);

-- Serves: which groups became one with this one?
CREATE INDEX local_group_merged ON local_group (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Serves: which group do people mean by this town?
CREATE INDEX local_group_town ON local_group (town_key);

-- Serves: which groups are in this region or department?
CREATE INDEX local_group_place ON local_group (region, department);

-- Serves: which groups are in this department?
CREATE INDEX local_group_department ON local_group (department);

-- Serve: which groups have most members? Which are the oldest?
CREATE INDEX local_group_members ON local_group (active_members, name_key);

-- Serve: which groups have most members? Which are the oldest?
CREATE INDEX local_group_founded ON local_group (founded_on, name_key);

-- Serves: which groups that want to be shown are near here?
CREATE INDEX local_group_on_map ON local_group (latitude, longitude) WHERE on_map = 1 AND latitude IS NOT NULL;

-- Serves: which groups are starting, asleep or closed?
CREATE INDEX local_group_not_active ON local_group (state) WHERE state <> 'active';

-- Serves: which groups are new since?
CREATE INDEX local_group_created ON local_group (created_at);

-- Serves: which groups are below this one?
CREATE INDEX local_group_parent ON local_group (parent_id) WHERE parent_id IS NOT NULL;

-- Triggers
-- local_group_above_itself: BEFORE UPDATE OF parent_id ON local_group
-- former_name_renamed: AFTER UPDATE OF name_key ON local_group
-- group_check_begins: AFTER INSERT ON local_group
-- group_check_moved: AFTER UPDATE OF region, state, name_key ON local_group
-- group_search_token_first: AFTER INSERT ON local_group
-- group_search_token_again: AFTER UPDATE OF name_key, town_key, postcode, department ON local_group
-- group_summary_begins: AFTER INSERT ON local_group
-- group_summary_renamed: AFTER UPDATE OF name_key ON local_group
-- group_rollup_more: AFTER INSERT ON local_group
-- group_rollup_less: AFTER DELETE ON local_group
-- group_rollup_moved: AFTER UPDATE OF region, department, state, active_members, merged_into_id ON local_group
-- check_rollup_less: BEFORE DELETE ON local_group
-- round_snapshot_opened_again: AFTER UPDATE OF state ON local_group
-- activity_rollup_group_gone: BEFORE DELETE ON local_group
-- activity_rollup_group_moved: AFTER UPDATE OF region, department ON local_group
-- changed_calendar_group_opened: undefined
-- own_rollup_more: AFTER INSERT ON local_group
-- own_rollup_changed: AFTER UPDATE OF own, region, state ON local_group
-- own_rollup_less: AFTER DELETE ON local_group
-- own_answer_more: AFTER INSERT ON local_group
-- own_answer_changed: AFTER UPDATE OF own ON local_group
-- own_answer_less: AFTER DELETE ON local_group


-- A name that a group had; when it was renamed its revisions tell. A trigger keeps it.
CREATE TABLE former_name (
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (group_id, name_key)
) STRICT, WITHOUT ROWID;

-- Serves: which groups were called so?
CREATE INDEX former_name_key ON former_name (name_key);


-- Somebody whom we know: with a mail address or, when they have none, a phone. Then they are called, and never written to.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  email TEXT UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'),
  name TEXT NOT NULL,
  -- The name as two people would compare it: no case, no accents
  name_key TEXT NOT NULL,
  -- E.164
  phone TEXT CHECK (phone GLOB '+[1-9]*'),
  -- One of the movement's; NULL: its first
  language TEXT,
  created_at TEXT NOT NULL,
  -- Whom they are part of since a merge: their row stays for their address, which leads there, and for the undo
  merged_into_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  CHECK (email IS NOT NULL OR phone IS NOT NULL)
) STRICT;

-- Serves: who became part of this person?
CREATE INDEX person_merged ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Serve: who has this number, or this name, and may be somebody whom we know twice?
CREATE INDEX person_number ON person (phone) WHERE phone IS NOT NULL;

-- Serve: who has this number, or this name, and may be somebody whom we know twice?
CREATE INDEX person_name ON person (name_key);

-- Serves: who has this number, and no address?
CREATE INDEX person_phone ON person (phone) WHERE email IS NULL;

-- Serves: whose number is this, with or without its country?
CREATE INDEX person_phone_end ON person (substr(phone, -8)) WHERE phone IS NOT NULL;

-- Triggers
-- mail_address_taken_away: AFTER UPDATE OF email ON person
-- mail_address_corrected: AFTER UPDATE OF email ON person
-- suppression_follows: AFTER UPDATE OF email ON person
-- suppression_taken: AFTER INSERT ON person
-- group_check_person_gone: AFTER DELETE ON person
-- person_search_token_first: AFTER INSERT ON person
-- person_search_token_again: AFTER UPDATE OF name_key, email ON person
-- group_summary_address_changed: AFTER UPDATE OF email ON person
-- published_person_corrected: undefined


-- A person's membership in a group as its contact: somebody whom the team imported or added, or who said yes to an invitation. One that ended
-- stays, with its end.
CREATE TABLE referent (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role TEXT,
  -- Answers to the movement's own questions, by their keys, as in local_group
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object'),
  since_at TEXT NOT NULL,
  until_at TEXT
) STRICT;

-- One membership a person in a group. Serves: who are this group's referents?
CREATE UNIQUE INDEX referent_current ON referent (group_id, person_id) WHERE until_at IS NULL;

-- Serves: which groups is this person referent of, and which did they leave? Of all rows, or whoever asks for both would read the table
CREATE INDEX referent_person ON referent (person_id, until_at);

-- Serves: who was this group's referent, and left?
CREATE INDEX referent_ended ON referent (group_id) WHERE until_at IS NOT NULL;

-- Triggers
-- group_summary_referent_came: AFTER INSERT ON referent
-- group_summary_referent_left: AFTER UPDATE OF until_at, group_id, person_id ON referent
-- group_summary_referent_gone: AFTER DELETE ON referent
-- referent_rollup_more: AFTER INSERT ON referent
-- referent_rollup_less: AFTER DELETE ON referent
-- referent_rollup_left: AFTER UPDATE OF until_at ON referent
-- referent_rollup_back: AFTER UPDATE OF until_at ON referent
-- referent_rollup_moved: AFTER UPDATE OF person_id ON referent
-- invitation_needless: AFTER INSERT ON referent
-- published_person_left: undefined
-- published_person_seat_gone: undefined
-- published_person_answered: undefined


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

-- Triggers
-- participation_rollup_more: AFTER INSERT ON participation
-- participation_rollup_less: AFTER DELETE ON participation
-- participation_rollup_changed: AFTER UPDATE OF role, people, group_id, campaign_id ON participation


-- A training that a group gave.
CREATE TABLE training (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  theme TEXT NOT NULL,
  held_on TEXT NOT NULL CHECK (held_on IS strftime('%Y-%m-%d', held_on)),
  attendees INTEGER CHECK (attendees >= 0),
  -- Answers to the movement's own questions, by their keys, as in local_group
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object')
) STRICT;

-- Serves: what trainings did this group give, latest first?
CREATE INDEX training_group ON training (group_id, held_on);

-- Serves: which trainings were there in these months?
CREATE INDEX training_held ON training (held_on, theme, attendees);

-- Triggers
-- activity_rollup_training_more: AFTER INSERT ON training
-- activity_rollup_training_less: AFTER DELETE ON training
-- activity_rollup_training_changed: AFTER UPDATE OF theme, held_on, attendees, group_id ON training
-- changed_calendar_training_added: undefined
-- changed_calendar_training_changed: undefined
-- changed_calendar_training_gone: undefined


-- Something that a group did or plans.
CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  held_on TEXT NOT NULL CHECK (held_on IS strftime('%Y-%m-%d', held_on)),
  kind TEXT,
  attendees INTEGER CHECK (attendees >= 0),
  -- Answers to the movement's own questions, by their keys, as in local_group
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object')
) STRICT;

-- Serves: what did this group do, latest first?
CREATE INDEX activity_group ON activity (group_id, held_on);

-- Serves: which activities were there in these months?
CREATE INDEX activity_held ON activity (held_on, attendees);

-- Triggers
-- activity_rollup_activity_more: AFTER INSERT ON activity
-- activity_rollup_activity_less: AFTER DELETE ON activity
-- activity_rollup_activity_changed: AFTER UPDATE OF held_on, attendees, group_id ON activity
-- changed_calendar_activity_added: undefined
-- changed_calendar_activity_changed: undefined
-- changed_calendar_activity_gone: undefined


-- That a person is on one of the movement's mailing lists, by the list's key in the configuration.
CREATE TABLE subscription (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  list TEXT NOT NULL,
  since_at TEXT NOT NULL,
  PRIMARY KEY (person_id, list)
) STRICT, WITHOUT ROWID;

-- Serves: who is on this list?
CREATE INDEX subscription_list ON subscription (list);


-- That a person agreed to one thing about them being public. One who takes it back keeps the row, with when: it is the proof that we stopped.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- A name in `shared/domain/public-group.ts`
  field TEXT NOT NULL,
  -- The sentence that they agreed to, as they read it
  wording TEXT NOT NULL,
  agreed_at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

-- One consent a person and field. Serves: may this be shown?
CREATE UNIQUE INDEX consent_given ON consent (person_id, field) WHERE withdrawn_at IS NULL;

-- Triggers
-- published_person_consent_withdrawn: undefined
-- published_person_consent_gone: undefined


-- One monthly update, keyed by its local month.
CREATE TABLE round (
  key TEXT PRIMARY KEY CHECK (key GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  opened_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;


-- One step of a round's sequence, once it has run. A step that a later one overtook is skipped.
CREATE TABLE round_step (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  -- A name of the movement's sequence
  name TEXT NOT NULL,
  -- The mail that it sends. NULL: it was skipped, or is of a sample's past
  kind TEXT,
  due_at TEXT NOT NULL,
  opened_at TEXT,
  skipped_at TEXT,
  -- While its mails and figures are being written: the id up to which those of people and groups are; -1 while it takes back what it overtakes.
  -- NULL: all is written
  written_until INTEGER,
  PRIMARY KEY (round_key, name),
  CHECK ((opened_at IS NULL) <> (skipped_at IS NULL)),
  CHECK (written_until IS NULL OR opened_at IS NOT NULL)
) STRICT, WITHOUT ROWID;


-- When the sender first looked at this database. A round that was due before is not caught up: nobody wants mails for
-- having installed something. The first run writes it, so that it is told by the same clock as all the rest.
CREATE TABLE installation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  began_at TEXT NOT NULL
) STRICT;


-- The outbox: the only truth about who was written to. A row is one mail to one person or one coordinator.
CREATE TABLE mail (
  id INTEGER PRIMARY KEY,
  -- What the mail's link and Message-ID are derived from
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  -- A kind of `shared/domain/mail.ts`
  kind TEXT NOT NULL,
  -- Transactional: somebody asked for it and waits, so that it leaves at once, also at night. All the rest leaves in the calm of the day; what
  -- goes to whom a referent named or took off apart from the others, so that a round leaves as if there were none.
  stream TEXT NOT NULL DEFAULT 'bulk' CHECK (stream IN ('bulk', 'transactional', 'named')),
  -- Of a round: which one, and which step of its sequence
  round_key TEXT REFERENCES round (key) ON DELETE CASCADE,
  step TEXT,
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  -- Of a coordinator; a person's address is read when the mail leaves, so that a correction counts
  address TEXT CHECK (address = lower(address)),
  -- Of somebody who is invited: the invitation that it asks about, at its address. After a yes the mail is the person's
  invitation_id INTEGER REFERENCES invitation (id) ON DELETE CASCADE,
  -- Of what was written in a group: which group, and the first revision that the mail tells of
  group_id INTEGER REFERENCES local_group (id) ON DELETE CASCADE,
  since_number INTEGER,
  -- Of a wrong address: whose
  about_person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  -- Of what became of an invitation, or of a new address that waits for a yes: which
  about_invitation_id INTEGER REFERENCES invitation (id) ON DELETE CASCADE,
  -- For a sign-in: SHA-256 of the asking browser's cookie
  browser_hash TEXT,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'sent', 'unknown', 'failed', 'cancelled', 'suppressed')),
  -- When it may leave, or be tried again
  due_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  lease_id TEXT,
  lease_until TEXT,
  -- Set just before the message may begin to leave: a lease that ran out after it cannot be retried safely
  leaving_at TEXT,
  settled_at TEXT,
  -- Why it is in this state: a name in `shared/domain/mail.ts`
  reason TEXT,
  -- The server's last words, without addresses, links and tokens
  server_reply TEXT,
  -- Since when a server says that its address is missing, of so many at once that it is not believed
  doubted_at TEXT,
  -- Of somebody who became part of another person, who got the same: both are kept
  is_double INTEGER NOT NULL DEFAULT 0 CHECK (is_double IN (0, 1)),
  -- What a coordinator sends themselves to see it: it carries no link, and counts nowhere
  is_test INTEGER NOT NULL DEFAULT 0 CHECK (is_test IN (0, 1)),
  created_at TEXT NOT NULL,
  CHECK ((person_id IS NOT NULL) + (address IS NOT NULL) + (invitation_id IS NOT NULL) = 1),
  CHECK ((round_key IS NULL) = (step IS NULL)),
  CHECK (round_key IS NULL OR group_id IS NULL),
  CHECK (
    (group_id IS NOT NULL)
    = (coalesce(since_number, about_person_id, invitation_id, about_invitation_id) IS NOT NULL)
  ),
  CHECK (state <> 'sending' OR (lease_id IS NOT NULL AND lease_until IS NOT NULL)),
  CHECK ((state IN ('pending', 'sending')) = (settled_at IS NULL))
) STRICT;

-- At most one mail a person, round and step, whatever crashes, runs twice or overlaps
CREATE UNIQUE INDEX mail_once_a_person ON mail (round_key, step, person_id) WHERE round_key IS NOT NULL AND person_id IS NOT NULL AND is_double = 0;

-- At most one mail a person, round and step, whatever crashes, runs twice or overlaps
CREATE UNIQUE INDEX mail_once_an_address ON mail (round_key, step, address) WHERE round_key IS NOT NULL AND address IS NOT NULL;

-- What is written in a group within the digest window is told in one mail. One that was claimed before, and waits to be tried again, is
-- not counted: it must always be able to come back.
CREATE UNIQUE INDEX mail_once_a_digest ON mail (kind, person_id, group_id, coalesce(about_person_id, 0), coalesce(about_invitation_id, 0))
  WHERE state = 'pending' AND attempts = 0 AND group_id IS NOT NULL;

-- Serves: what is due?
CREATE INDEX mail_due ON mail (stream, due_at) WHERE state = 'pending';

-- Serves: which leases ran out?
CREATE INDEX mail_leased ON mail (lease_until) WHERE state = 'sending';

-- Serves: what was this person written?
CREATE INDEX mail_person ON mail (person_id);

-- Serves: was a mail written about this group? Which go with a group that is deleted?
CREATE INDEX mail_group ON mail (group_id) WHERE group_id IS NOT NULL;

-- Serves: does a mail tell of somebody who is erased?
CREATE INDEX mail_about ON mail (about_person_id) WHERE about_person_id IS NOT NULL;

-- Serve: what was somebody written who is invited? Which mails tell of an invitation that is forgotten?
CREATE INDEX mail_invitation ON mail (invitation_id) WHERE invitation_id IS NOT NULL;

-- Serve: what was somebody written who is invited? Which mails tell of an invitation that is forgotten?
CREATE INDEX mail_about_invitation ON mail (about_invitation_id) WHERE about_invitation_id IS NOT NULL;

-- Serves: how many sign-in links did this address ask for lately?
CREATE INDEX mail_address ON mail (address) WHERE address IS NOT NULL;

-- Serves: what became of a round's mails? Whose are in this state?
CREATE INDEX mail_state ON mail (round_key, state, kind, reason) WHERE round_key IS NOT NULL;

-- Serves: which mails beside the rounds' need somebody to look?
CREATE INDEX mail_apart ON mail (state, kind, reason, settled_at)
  WHERE round_key IS NULL AND state IN ('failed', 'unknown', 'suppressed');

-- Serves: since when is this person's address doubted? How many wait for that?
CREATE INDEX mail_doubted ON mail (person_id, doubted_at, state) WHERE doubted_at IS NOT NULL;

-- Triggers
-- mail_nobody_without_address: BEFORE INSERT ON mail
-- mail_rollup_more: AFTER INSERT ON mail
-- mail_rollup_changed: AFTER UPDATE OF state, reason ON mail
-- mail_rollup_less: AFTER DELETE ON mail
-- test_mail_settled: undefined


-- The personal address in a mail. Only its SHA-256 is kept: who reads this table cannot open a link.
CREATE TABLE link (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  mail_id INTEGER NOT NULL UNIQUE REFERENCES mail (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;


-- That somebody asked for a link, known or not: the answer to them takes the same work for both. The sender makes mails of it, and takes it away.
CREATE TABLE link_request (
  id INTEGER PRIMARY KEY,
  -- Of mail; what it takes is checked there
  kind TEXT NOT NULL,
  -- The address that was typed, or the SHA-256 of an earlier link
  address TEXT,
  link_hash TEXT CHECK (length(link_hash) = 64),
  -- Of a coordinator's: the SHA-256 of the browser's cookie, and whether it is one in which they have signed in before
  browser_hash TEXT CHECK (length(browser_hash) = 64),
  is_known INTEGER NOT NULL DEFAULT 0 CHECK (is_known IN (0, 1)),
  asked_at TEXT NOT NULL,
  CHECK ((address IS NULL) <> (link_hash IS NULL))
) STRICT;


-- What holds all mails back, or leads them elsewhere: decided by whoever runs Relance, or by a server that lets nobody through; and what servers said.
-- One row; without it mails leave.
CREATE TABLE mail_control (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Since when nothing leaves, and why, in words for the dashboard
  paused_at TEXT,
  pause_reason TEXT,
  -- Since when each mail goes to this address instead of its reader's
  redirected_at TEXT,
  redirect_address TEXT CHECK (redirect_address = lower(redirect_address)),
  -- The server lets nobody through: until when nothing is tried, and how often in a row that was so
  backoff_until TEXT,
  backoff_times INTEGER NOT NULL DEFAULT 0 CHECK (backoff_times >= 0),
  -- What servers said lately of addresses, the latest first: taken or missing, with a sum of the domain (`shared/domain/address-answer.ts`); until
  -- when; and when they were last not believed
  address_answers TEXT NOT NULL DEFAULT '',
  answered_at TEXT,
  doubted_at TEXT,
  -- How many reports were read since when, and how many of them were about a mail of ours
  reports_since TEXT,
  reports_read INTEGER NOT NULL DEFAULT 0 CHECK (reports_read >= 0),
  reports_known INTEGER NOT NULL DEFAULT 0 CHECK (reports_known BETWEEN 0 AND reports_read),
  CHECK ((redirected_at IS NULL) = (redirect_address IS NULL)),
  CHECK (pause_reason IS NULL OR paused_at IS NOT NULL)
) STRICT;


-- How many mails left, or may have left, in each hour (UTC): what the caps of the configuration are held against.
CREATE TABLE mail_hour (
  hour TEXT PRIMARY KEY CHECK (hour GLOB '????-??-??T??'),
  mails INTEGER NOT NULL CHECK (mails >= 0),
  -- Those of them to whom a referent named or took off
  named INTEGER NOT NULL DEFAULT 0 CHECK (named >= 0)
) STRICT, WITHOUT ROWID;


-- An address that must not get mail, why, and how that ends: its row is taken away.
CREATE TABLE suppression (
  address TEXT PRIMARY KEY CHECK (address = lower(address)),
  reason TEXT NOT NULL CHECK (reason IN ('hard_bounce', 'complaint', 'unsubscribed')),
  -- What was said: the server's words, or the person's
  explanation TEXT,
  since_at TEXT NOT NULL,
  -- Who may end it: anyone who finds that the address is read (its owner's link, a save, the team), or its owner alone
  ends_by TEXT NOT NULL GENERATED ALWAYS AS (iif(reason = 'hard_bounce', 'anyone', 'owner')) VIRTUAL,
  -- Since when they want no mails, where the address was found not to exist after that: it opens again, they stay unsubscribed
  unsubscribed_at TEXT CHECK (unsubscribed_at IS NULL OR reason = 'hard_bounce'),
  -- When the others of the person's groups were told that this address does not exist: once
  notified_at TEXT,
  -- Of an address that nobody has any more: whose it was
  former_owner_id INTEGER REFERENCES person (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Serves: who has unsubscribed lately?
CREATE INDEX suppression_since ON suppression (since_at);

-- Serves: which addresses did somebody have who is erased?
CREATE INDEX suppression_former_owner ON suppression (former_owner_id) WHERE former_owner_id IS NOT NULL;

-- Triggers
-- suppression_opened: AFTER DELETE ON suppression
-- group_summary_address_suppressed: AFTER INSERT ON suppression
-- group_summary_address_opened: AFTER DELETE ON suppression


-- One write to a group's record. `number` counts a group's revisions from 1: two writes from the same state cannot both land.
CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  made_at TEXT NOT NULL,
  author TEXT NOT NULL CHECK (author IN ('referent', 'import', 'coordinator', 'system', 'passed_link')),
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- Of a coordinator, who has no row: their name; also where they passed a link on
  author_name TEXT CHECK (author_name IS NULL OR author IN ('coordinator', 'passed_link')),
  -- [{list, row, field, before, after} | {list, row, added: {…}} | {list, row, removed: {…}}]
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  -- The revision that this one takes back
  undoes INTEGER REFERENCES revision (id),
  CHECK (author <> 'referent' OR undoes IS NULL OR undoes <> id)
) STRICT;

-- Serves: what is a group's history, latest first? Two writes from one state ask for one number
CREATE UNIQUE INDEX revision_number ON revision (group_id, number);

-- Serves: what changed since then, in how many groups?
CREATE INDEX revision_made ON revision (made_at, author, group_id);

-- Serves: which groups were born, paused, woken, found a referent or lost one since then?
CREATE INDEX revision_event ON revision (made_at)
WHERE number = 1 OR instr(changes, '"field":"state"') > 0 OR (instr(changes, '"list":"referents"') > 0 AND instr(changes, 'ed":{') > 0);

-- Serves: what were a group and its people called lately?
CREATE INDEX revision_naming ON revision (group_id, made_at) WHERE instr(changes, '"name"') > 0;

-- Serves: which revision took this one back?
CREATE INDEX revision_undone ON revision (undoes)
WHERE undoes IS NOT NULL;


-- What a group's referent said in a round. The latest word of a person stands; their first one is when the group answered.
-- That a group answered outlives the person who said so.
CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (kind IN ('updated', 'confirmed', 'paused', 'not_my_group')),
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL
) STRICT;

-- One answer a person and group in a round. Serves: has this group answered? What did it answer, round after round?
CREATE UNIQUE INDEX answer_once ON answer (group_id, round_key, person_id);

-- Serves: who said since that it is not their group? Other answers are found by group_summary: an index of all would be one row more for each
CREATE INDEX answer_disowned ON answer (last_at) WHERE kind = 'not_my_group';

-- Triggers
-- group_summary_answered: AFTER INSERT ON answer
-- group_summary_answer_changed: AFTER UPDATE ON answer
-- group_summary_answer_gone: AFTER DELETE ON answer
-- round_snapshot_answer_given: AFTER INSERT ON answer
-- round_snapshot_answer_changed: AFTER UPDATE OF kind ON answer
-- round_snapshot_answer_gone: AFTER DELETE ON answer
-- round_snapshot_answer_disowned: AFTER UPDATE OF kind ON answer


-- The sections that the movement asks, as far as they age a whole record: mailing lists, which few keep in order, age on their own. Who sets
-- sections keeps it (`shared/db/asked-sections.ts`); here are those of a movement that has said nothing.
CREATE TABLE asked_section (
  section TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Triggers
-- group_check_section_asked: AFTER INSERT ON asked_section
-- group_check_section_left: AFTER DELETE ON asked_section


-- When each section of a group's record was last updated or confirmed: a row a group, so that "all is right" writes one. A trigger makes it.
CREATE TABLE group_check (
  group_id INTEGER PRIMARY KEY REFERENCES local_group (id) ON DELETE CASCADE,
  -- {section: [checked_at, id of who checked it, or null]}; a section that is not there was never checked since it was imported
  checks TEXT NOT NULL DEFAULT '{}' CHECK (json_type(checks) = 'object'),
  -- When the section was checked that was checked longest ago; NULL while one of those that the form asks never was. Whoever writes `checks`
  -- writes it (`oldestCheck`)
  checked_at TEXT,
  -- The group's; a region that is not known is ''. Triggers keep them
  region TEXT NOT NULL,
  state TEXT NOT NULL,
  name_key TEXT NOT NULL
) STRICT;

-- Serves: whose record is the oldest, by name where it never was checked?
CREATE INDEX group_check_oldest ON group_check (coalesce(checked_at, ''), name_key);

-- Triggers
-- check_rollup_changed: AFTER UPDATE OF checks, region, state ON group_check


-- The same, a row a section. Not to be the right side of a LEFT JOIN: all groups would be read.
CREATE VIEW section_check AS
SELECT
  group_check.group_id,
  item.key AS section,
  item.value ->> 0 AS checked_at,
  item.value ->> 1 AS person_id
FROM group_check, json_each(group_check.checks) AS item;


-- A note to the team, from somebody who holds a link.
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  -- The mail that answers it begins its own uid with it
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  group_id INTEGER REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  written_at TEXT NOT NULL,
  -- What the team answered by mail, who of it (an address), and when
  answer TEXT CHECK (length(answer) BETWEEN 1 AND 4000),
  answered_by TEXT,
  answered_at TEXT,
  -- Who said that it is dealt with
  done_by TEXT,
  done_at TEXT,
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)),
  CHECK ((done_by IS NULL) = (done_at IS NULL))
) STRICT;

-- Serves: what waits for an answer?
CREATE INDEX note_open ON note (id) WHERE done_at IS NULL;

-- Serves: what were we told lately?
CREATE INDEX note_written ON note (written_at);

-- Serves: what did somebody of this group write to us?
CREATE INDEX note_group ON note (group_id, written_at);


-- How often something was submitted in an hour: with a link (its SHA-256), or by whoever asks for links (an HMAC of where they
-- ask from, which nobody can turn back). Rows of other hours are taken away with each submission.
CREATE TABLE submission_count (
  hour TEXT NOT NULL CHECK (hour IS strftime('%Y-%m-%dT%H', hour || ':00:00')),
  client TEXT NOT NULL CHECK (length(client) BETWEEN 43 AND 64),
  submissions INTEGER NOT NULL CHECK (submissions > 0),
  PRIMARY KEY (hour, client)
) STRICT, WITHOUT ROWID;


-- The towns of the movement's country, so that a group's position needs no network. `npm run import` fills it from an open
-- list, once, and from sheets of places, which win.
CREATE TABLE town (
  country TEXT NOT NULL,
  -- The name as two people would compare it: no case, no accents, Saint in full
  name_key TEXT NOT NULL,
  -- The department's number in France; elsewhere the name of what comes closest, or nothing
  department TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  region TEXT,
  latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  -- Serves: where is this town?
  PRIMARY KEY (country, name_key, department)
) STRICT, WITHOUT ROWID;

-- Serves: which towns are there around this group, to be offered while one types? Named in the statement: without figures of how
-- many towns a country has, SQLite would read all of them by the primary key.
CREATE INDEX town_department ON town (country, department);


-- The words that groups and people are found by, searched by how they begin: those of a group's name, town and postal code and the code of its department (`2A`), those
-- of a person's name and of their address before the @. A word behind short ones is also kept as one with them: `N'Diaye` is found as
-- `ndiaye`, `Le Gall` as `legall`, `Van den Berg` as `vandenberg`, `Saint-Denis` as `saintdenis`. Triggers keep them.
CREATE TABLE group_search_token (
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  token TEXT NOT NULL,
  -- Serves: is this group found by this word too?
  PRIMARY KEY (group_id, token)
) STRICT, WITHOUT ROWID;

-- Serve: which groups, and which people, are found by this word?
CREATE INDEX group_search_token_token ON group_search_token (token);


-- The same of a person
CREATE TABLE person_search_token (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  token TEXT NOT NULL,
  PRIMARY KEY (person_id, token)
) STRICT, WITHOUT ROWID;

-- Serve: which groups, and which people, are found by this word?
CREATE INDEX person_search_token_token ON person_search_token (token);


-- How each group stands: what lists are sorted, filtered and counted by. Triggers keep it, whatever writes.
CREATE TABLE group_summary (
  group_id INTEGER PRIMARY KEY REFERENCES local_group (id) ON DELETE CASCADE,
  -- Its referents, those of them who have a mail address, and those whose address may be written to; -1 asks for a recount
  referents INTEGER NOT NULL DEFAULT 0,
  with_address INTEGER NOT NULL DEFAULT 0,
  reachable INTEGER NOT NULL DEFAULT 0,
  -- The latest round in which somebody answered, and when they last did; '?' asks for a recount
  last_round TEXT,
  last_answer_at TEXT,
  -- The group's
  name_key TEXT NOT NULL
) STRICT;

-- Serves: who answered longest ago, by name where nobody ever did?
CREATE INDEX group_summary_last_answer ON group_summary (coalesce(last_answer_at, ''), name_key);

-- Serve: which groups have nobody to write to? Which have a referent whom no mail reaches?
CREATE INDEX group_summary_orphaned ON group_summary (group_id) WHERE referents = 0;

-- Serve: which groups have nobody to write to? Which have a referent whom no mail reaches?
CREATE INDEX group_summary_unreached ON group_summary (group_id) WHERE reachable < referents;

-- Triggers
-- group_summary_counts_referents: AFTER UPDATE OF referents ON group_summary
-- group_summary_counts_answers: AFTER UPDATE OF last_round ON group_summary


-- How many groups there are, and how many active members, by place and state: a hundred rows to read instead of the network.
-- A place that is not known is ''. Triggers keep it.
CREATE TABLE group_rollup (
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  state TEXT NOT NULL,
  groups INTEGER NOT NULL,
  members INTEGER NOT NULL,
  PRIMARY KEY (region, department, state)
) STRICT, WITHOUT ROWID;

-- Triggers
-- group_rollup_emptied: AFTER UPDATE OF groups ON group_rollup


-- On which day how many groups last checked each section, by region and state. Groups that never did are those of group_rollup that
-- are missing here. Triggers keep it.
CREATE TABLE check_rollup (
  region TEXT NOT NULL,
  state TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  -- {section: how many groups}; one that is left with none goes at the end of a round (`deleteEmptyChecks`)
  groups TEXT NOT NULL CHECK (json_type(groups) = 'object'),
  PRIMARY KEY (region, state, checked_on)
) STRICT, WITHOUT ROWID;


-- All checks up to this day (UTC) are counted on it: they are older than any figure tells apart. It moves on at the end of a round
-- (`gatherOldChecks`). One row, or none
CREATE TABLE check_floor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  day TEXT NOT NULL
) STRICT;


-- How each group stood in a round: one row a group and round, the network's past. Written when the round opens; it names nobody.
CREATE TABLE round_snapshot (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  state TEXT NOT NULL,
  members INTEGER,
  -- Whether anybody was written to about it
  asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
  -- When somebody first answered for it
  answered_at TEXT,
  -- How many members it had six rounds earlier
  members_before INTEGER,
  PRIMARY KEY (round_key, group_id)
) STRICT, WITHOUT ROWID;

-- Serves: how did this group stand, round after round?
CREATE INDEX round_snapshot_group ON round_snapshot (group_id, round_key);

-- Serves: which groups are shrinking? Those that lost a quarter of their members, and three people at least.
-- With all that is asked of it, or SQLite would rather read the whole round.
CREATE INDEX round_snapshot_shrinking ON round_snapshot (round_key, members, members_before, group_id)
WHERE members * 4 <= members_before * 3 AND members_before - members >= 3;

-- Serves: about which groups was nobody asked?
CREATE INDEX round_snapshot_not_asked ON round_snapshot (round_key, group_id) WHERE asked = 0;

-- Triggers
-- round_snapshot_counts: AFTER INSERT ON round_snapshot
-- round_snapshot_asked: AFTER UPDATE OF asked ON round_snapshot
-- round_snapshot_unasked: AFTER UPDATE OF asked ON round_snapshot
-- round_snapshot_answered: AFTER UPDATE OF answered_at ON round_snapshot
-- answer_rollup_changed: AFTER UPDATE OF asked, answered_at ON round_snapshot
-- round_snapshot_unanswered: AFTER UPDATE OF answered_at ON round_snapshot


-- The same added up by place and state. `answered` is of those that were asked.
CREATE TABLE round_rollup (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  state TEXT NOT NULL,
  groups INTEGER NOT NULL,
  members INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  PRIMARY KEY (round_key, region, department, state)
) STRICT, WITHOUT ROWID;


-- How many groups that were asked first answered in which quarter of a day since the round opened, by region. One row for all quarters:
-- two years of a large network would be tens of thousands
CREATE TABLE answer_rollup (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  region TEXT NOT NULL,
  -- {quarter of a day, from 0: how many groups}
  groups TEXT NOT NULL CHECK (json_type(groups) = 'object'),
  PRIMARY KEY (round_key, region)
) STRICT, WITHOUT ROWID;


-- How old each section was at the end of a round, in groups by region; of the groups that are written to
CREATE TABLE freshness_rollup (
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  section TEXT NOT NULL,
  region TEXT NOT NULL,
  month INTEGER NOT NULL,
  quarter INTEGER NOT NULL,
  half INTEGER NOT NULL,
  older INTEGER NOT NULL,
  never INTEGER NOT NULL,
  PRIMARY KEY (round_key, section, region)
) STRICT, WITHOUT ROWID;


-- How old each section was at the end of a round, by department too: `freshness_rollup`, which has it by region, is their sum. Read for
-- one department at a time.
CREATE TABLE freshness_snapshot (
  department TEXT NOT NULL,
  round_key TEXT NOT NULL REFERENCES round (key) ON DELETE CASCADE,
  section TEXT NOT NULL,
  region TEXT NOT NULL,
  month INTEGER NOT NULL,
  quarter INTEGER NOT NULL,
  half INTEGER NOT NULL,
  older INTEGER NOT NULL,
  never INTEGER NOT NULL,
  PRIMARY KEY (department, round_key, section, region)
) STRICT, WITHOUT ROWID;

-- Serves: does a round that goes take its ages with it?
CREATE INDEX freshness_snapshot_round ON freshness_snapshot (round_key);

-- Triggers
-- freshness_snapshot_sums: AFTER INSERT ON freshness_snapshot
-- freshness_snapshot_grows: AFTER UPDATE ON freshness_snapshot


-- What groups did, added up by month, place and theme: a year of a large network is a few thousand rows instead of its activities. Triggers
-- keep it. What a group did is counted where the group is now, as its record says.
CREATE TABLE activity_rollup (
  -- 'training' or 'activity'
  kind TEXT NOT NULL,
  month TEXT NOT NULL,
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  -- Of trainings; '' of activities
  theme TEXT NOT NULL,
  activities INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (kind, month, region, department, theme)
) STRICT, WITHOUT ROWID;

-- Triggers
-- activity_rollup_emptied: AFTER UPDATE OF activities ON activity_rollup


-- The parts that groups took in campaigns, likewise
CREATE TABLE participation_rollup (
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  region TEXT NOT NULL,
  department TEXT NOT NULL,
  role TEXT NOT NULL,
  participations INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, region, department, role)
) STRICT, WITHOUT ROWID;

-- Triggers
-- participation_rollup_emptied: AFTER UPDATE OF participations ON participation_rollup


-- How many people are referents of a group, once each: one row, of the whole country ('*'), which no coordinator of some regions sees
CREATE TABLE referent_rollup (
  region TEXT PRIMARY KEY CHECK (region = '*'),
  people INTEGER NOT NULL
) STRICT, WITHOUT ROWID;


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


-- Somebody whom a referent named, or whose address a referent corrected, and who has not said yes yet: what was typed of them, and no way to
-- anybody whom we know. Whether the address is known is looked at when they say yes.
CREATE TABLE invitation (
  id INTEGER PRIMARY KEY,
  -- Of their row in the group's record, and of the person that a yes makes where the address is new to us
  uid TEXT NOT NULL CHECK (length(uid) BETWEEN 8 AND 40),
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- Whose address it would be, where one was corrected; NULL for somebody new
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- The name as two people would compare it: no case, no accents
  name_key TEXT NOT NULL,
  -- Taken away with the phone once there is nothing to wait for
  email TEXT CHECK (email = lower(email) AND email LIKE '%_@_%'),
  phone TEXT CHECK (phone GLOB '+[1-9]*'),
  role TEXT,
  -- Answers to the movement's own questions, as a referent's
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object'),
  invited_at TEXT NOT NULL,
  -- Who named them, as long as we know them
  invited_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- Named beyond what a group may name by itself: since when they wait for the team. Until it lets them through, nothing is written to them
  waiting_at TEXT,
  -- When the team asked them once more: that is done once
  asked_again_at TEXT,
  -- What became of it. One that was accepted is gone, unless the former address may still object
  answer TEXT CHECK (answer IN ('accepted', 'declined', 'expired', 'objected', 'returned')),
  answered_at TEXT,
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK ((email IS NULL) = coalesce(answer <> 'accepted', 0)),
  CHECK (answer IS NOT 'accepted' OR person_id IS NOT NULL)
) STRICT;

-- One invitation a mailbox and group. Serve: whom did this group invite? Is this row of the record somebody who is invited?
CREATE UNIQUE INDEX invitation_address ON invitation (group_id, email) WHERE email IS NOT NULL;

-- One invitation a mailbox and group. Serve: whom did this group invite? Is this row of the record somebody who is invited?
CREATE UNIQUE INDEX invitation_row ON invitation (group_id, uid);

-- One new address a person at a time. Serves: what becomes of this person's address?
CREATE UNIQUE INDEX invitation_person ON invitation (person_id) WHERE email IS NOT NULL AND person_id IS NOT NULL;

-- Serves: what goes with a person who is erased?
CREATE INDEX invitation_of_person ON invitation (person_id) WHERE person_id IS NOT NULL;

-- Serves: what goes with a person who is erased?
CREATE INDEX invitation_inviter ON invitation (invited_by) WHERE invited_by IS NOT NULL;

-- Serves: which invitations has nobody answered for thirty days? Which may be forgotten?
CREATE INDEX invitation_age ON invitation (coalesce(answered_at, invited_at));

-- Serves: who waits for the team?
CREATE INDEX invitation_waiting ON invitation (group_id) WHERE waiting_at IS NOT NULL;


-- An address of somebody that a referent wrote in a group's record, and that our mails were let reach: what the limits of
-- `shared/domain/naming.ts` are counted from. Each new one takes away those that no limit counts any more.
CREATE TABLE naming (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- Which invitation it let through, as long as that lasts
  invitation_id INTEGER REFERENCES invitation (id) ON DELETE SET NULL,
  -- Who wrote it; NULL once they were erased
  named_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- An HMAC of the mailbox, however its address is spelled
  mailbox TEXT NOT NULL CHECK (length(mailbox) = 43),
  named_at TEXT NOT NULL
) STRICT;

-- Serve: how many did this group name lately? This referent? How often was this mailbox named?
CREATE INDEX naming_group ON naming (group_id, named_at);

-- Serve: how many did this group name lately? This referent? How often was this mailbox named?
CREATE INDEX naming_referent ON naming (named_by, named_at);

-- Serve: how many did this group name lately? This referent? How often was this mailbox named?
CREATE INDEX naming_mailbox ON naming (mailbox, named_at);

-- Serves: which of them does no limit count any more?
CREATE INDEX naming_age ON naming (named_at);

-- Serves: was this invitation let through?
CREATE INDEX naming_invitation ON naming (invitation_id) WHERE invitation_id IS NOT NULL;


-- Something that somebody did, written in the transaction of what they did. What it changed in a group's record is the revision's to tell.
-- A person is named by their row: once erased, what they did stays, and who did it is gone.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  happened_at TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (actor IN ('referent', 'coordinator', 'import', 'system', 'passed_link')),
  -- The referent who acted
  actor_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- The address of the coordinator who acted, or passed on the link by which somebody did, as the movement's settings have it
  coordinator TEXT,
  action TEXT NOT NULL,
  -- What it was done to
  group_id INTEGER REFERENCES local_group (id) ON DELETE SET NULL,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- The address of the coordinator that it was done to
  about_coordinator TEXT,
  -- The number of the group's revision that it made
  revision INTEGER,
  -- {…}: names of fields, numbers, days, states, ids. DANGER: erasing somebody does not look here: never a name, a number, an address or words
  details TEXT NOT NULL DEFAULT '{}' CHECK (json_type(details) = 'object' AND length(details) <= 2000 AND instr(details, '@') = 0),
  CHECK (actor = 'referent' OR actor_id IS NULL),
  CHECK ((actor IN ('coordinator', 'passed_link')) = (coordinator IS NOT NULL))
) STRICT;

-- Serves: what was done about this group, latest first?
CREATE INDEX event_group ON event (group_id, id) WHERE group_id IS NOT NULL;

-- Serves: what was done to this person?
CREATE INDEX event_person ON event (person_id) WHERE person_id IS NOT NULL;

-- Serves: forgetting somebody, and what did they do?
CREATE INDEX event_actor ON event (actor_id) WHERE actor_id IS NOT NULL;

-- Serves: what did the team do, latest first? Among the answers of all groups they are few
CREATE INDEX event_team ON event (id) WHERE actor = 'coordinator';

-- Triggers
-- delivery_event_told: undefined


-- A setting of the movement that movement.config.ts does not fix, by its key, such as calendar.at. Value: as JSON; NULL once it was
-- taken back, so that versions go on. Version: counts the changes of settings, each of which has one of its own; workers remember the latest.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT CHECK (json_valid(value)),
  -- Which is the latest?
  version INTEGER NOT NULL UNIQUE,
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Triggers
-- setting_set: AFTER INSERT ON setting
-- setting_changed: AFTER UPDATE OF value ON setting


-- What a setting was before a change of it, and after, by the change's version: each can be taken back. Who is in the team, `coordinators`, is not remembered.
CREATE TABLE setting_change (
  version INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  before TEXT CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after)),
  changed_at TEXT NOT NULL,
  -- What tells who did it; NULL of a change that Relance made by itself
  event_id INTEGER REFERENCES event (id) ON DELETE SET NULL
) STRICT;

-- Serves: what did this event change?
CREATE INDEX setting_change_event ON setting_change (event_id) WHERE event_id IS NOT NULL;


-- How much a referent wrote in groups' records on a day (UTC): what the limits of `shared/domain/record-limits.ts` are counted by. The first
-- write of anybody's day takes away those of days before.
CREATE TABLE write_count (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  day TEXT NOT NULL CHECK (day IS strftime('%Y-%m-%d', day)),
  -- New rows of lists. A write that would come over the limit gives NULL: it does not land
  added INTEGER NOT NULL CHECK (added >= 0),
  -- Characters of the groups' histories
  characters INTEGER NOT NULL CHECK (characters >= 0),
  PRIMARY KEY (person_id, day)
) STRICT, WITHOUT ROWID;

-- Serves: which are of days before?
CREATE INDEX write_count_day ON write_count (day);


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

-- Once a person and group, and once for all groups. Serves: has whoever has this address left, which group, and when?
CREATE UNIQUE INDEX departed_person_hash ON departed_person (hash, coalesce(group_id, 0));

-- Serves: does a group that goes take them with it?
CREATE INDEX departed_person_group ON departed_person (group_id) WHERE group_id IS NOT NULL;


-- What these hashes are made with: one row, by chance, and never changed. It is not LINK_SECRET, which may be
CREATE TABLE departed_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  key TEXT NOT NULL CHECK (length(key) = 64)
) STRICT;


-- What opens a feed to another system. The key is shown once, when it is made; only its SHA-256 is kept.
CREATE TABLE feed_key (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  -- The feed that it opens, and what whoever made it calls it
  purpose TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- A list, of which it shows the groups; NULL: all
  regions TEXT CHECK (json_type(regions) = 'array'),
  -- A list of answers to the movement's own questions, such as ["room.oui"]: it shows the groups that gave one of those of each question; NULL: all
  answers TEXT CHECK (json_type(answers) = 'array'),
  made_at TEXT NOT NULL,
  -- The name of a coordinator
  made_by TEXT,
  revoked_at TEXT
) STRICT;


-- That a referent said of sections that they are right as they stand, with what that replaced, so that it can be taken back.
CREATE TABLE confirmation (
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- 1, 2, 3 … within the group
  number INTEGER NOT NULL CHECK (number > 0),
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- They said so on the phone, to somebody of the team who noted it
  is_heard INTEGER NOT NULL DEFAULT 0 CHECK (is_heard IN (0, 1)),
  made_at TEXT NOT NULL,
  round_key TEXT REFERENCES round (key) ON DELETE SET NULL,
  -- {section: [checked_at, uid of who checked it] | null}, as they were before
  checks_before TEXT NOT NULL CHECK (json_type(checks_before) = 'object'),
  -- [kind, first_at, last_at], what the person had answered in this round before; NULL: nothing
  answer_before TEXT CHECK (json_type(answer_before) = 'array'),
  undone_at TEXT,
  -- Who took it back
  undone_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
  PRIMARY KEY (group_id, number)
) STRICT, WITHOUT ROWID;


-- What the cron published last of the groups: one row once it has run. Reading a feed writes nothing.
CREATE TABLE publication (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Counts the changes of what is published: what a reader keeps is good as long as it stands
  version INTEGER NOT NULL DEFAULT 0,
  -- When what is published last changed, and the version that it was then: a consent taken back counts on its own
  changed_at TEXT NOT NULL,
  dated_version INTEGER NOT NULL DEFAULT 0,
  -- How far the look at every group has come (local_group.id), which may take several runs; 0 between two looks
  looked_until INTEGER NOT NULL DEFAULT 0,
  -- When the last whole look began and ended; NULL before the first
  look_began_at TEXT NOT NULL,
  looked_at TEXT,
  -- The last event and revision whose group was looked at
  seen_event INTEGER NOT NULL DEFAULT 0,
  seen_revision INTEGER NOT NULL DEFAULT 0,
  -- [[what, groups before, groups now]]: of which the feed shrank too much, and is held back
  held TEXT NOT NULL DEFAULT '[]' CHECK (json_type(held) = 'array'),
  held_at TEXT,
  -- When a coordinator said that there are no groups to show
  emptied_at TEXT,
  -- What the page of all groups shows: {groups, regions: [[name, groups]], points: [[latitude, longitude, groups, uid, name]]}
  overview TEXT CHECK (json_type(overview) = 'object'),
  -- What the cron could not do in its last run, by the name of the integration: since when
  faults TEXT NOT NULL DEFAULT '{}' CHECK (json_type(faults) = 'object')
) STRICT;


-- A group as feeds show it, as the cron last published it. It outlives the group itself: one that is gone is counted, until the feed has
-- been found whole without it.
CREATE TABLE published_group (
  group_id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  -- Its public fields; NULL: not shown any more
  shown TEXT CHECK (json_type(shown) = 'object'),
  -- When what is shown of it last changed
  changed_at TEXT NOT NULL,
  -- What feeds are filtered by, such as ["all","placed","region=Bretagne"]; NULL: not shown any more
  facts TEXT CHECK (json_type(facts) = 'array'),
  -- The same when the feed was last found whole
  facts_before TEXT CHECK (json_type(facts_before) = 'array'),
  region TEXT GENERATED ALWAYS AS (shown ->> 'region') VIRTUAL,
  latitude REAL GENERATED ALWAYS AS (shown ->> 'latitude') VIRTUAL,
  longitude REAL GENERATED ALWAYS AS (shown ->> 'longitude') VIRTUAL,
  CHECK ((shown IS NULL) = (facts IS NULL))
) STRICT;

-- Serves: which groups came, went or moved since the feed was last found whole?
CREATE INDEX published_group_moved ON published_group (group_id) WHERE facts_before IS NOT facts;

-- Serves: which groups want to be shown, and have no place on the map?
CREATE INDEX published_group_unplaced ON published_group (group_id) WHERE facts IS NOT NULL AND instr(facts, '"placed"') = 0;

-- Serves: which group has this address?
CREATE INDEX published_group_uid ON published_group (uid);

-- Serves: which groups are shown in this region?
CREATE INDEX published_group_region ON published_group (region) WHERE shown IS NOT NULL;

-- Serves: which groups are shown, by their names? And those of a region?
CREATE INDEX published_group_name ON published_group (shown ->> 'name') WHERE shown IS NOT NULL;

-- Serves: which groups are shown, by their names? And those of a region?
CREATE INDEX published_group_region_name ON published_group (region, shown ->> 'name') WHERE shown IS NOT NULL;

-- Serves: which groups are near here, and how many are at each point of the map?
CREATE INDEX published_group_point ON published_group (latitude, longitude, uid) WHERE latitude IS NOT NULL;


-- Of a group's people what they agreed to have shown. Whoever takes it back, leaves or is erased is gone from here in the same moment.
CREATE TABLE published_person (
  group_id INTEGER NOT NULL REFERENCES published_group (group_id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  name TEXT,
  email TEXT,
  phone TEXT,
  -- Their answers to the movement's own questions, by the questions' keys
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object'),
  PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;

-- Serves: where is this person shown?
CREATE INDEX published_person_person ON published_person (person_id);

-- Triggers
-- publication_person_changed: undefined
-- publication_person_gone: undefined


-- A coordinator who is signed in, in one browser. Signing out takes it away, and so does the first to sign in after its end.
CREATE TABLE session (
  -- SHA-256 of what the browser shows: whoever reads this table cannot show it
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  coordinator TEXT NOT NULL CHECK (coordinator = lower(coordinator)),
  began_at TEXT NOT NULL,
  -- When the code of a phone was given; NULL: not yet, or none is asked for
  factor_at TEXT,
  ends_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;


-- That somebody left a mailing list where it is kept, by its key: no sync puts them back. Only they themselves end it, by joining again.
CREATE TABLE list_departure (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  list TEXT NOT NULL,
  -- What the list's program said: unsubscribed, bounced…
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 60),
  left_at TEXT NOT NULL,
  PRIMARY KEY (person_id, list)
) STRICT, WITHOUT ROWID;


-- How many members a key's list had when it was last found whole, written by the cron; since when it is held back.
CREATE TABLE list_count (
  key_id INTEGER PRIMARY KEY REFERENCES feed_key (id) ON DELETE CASCADE,
  members INTEGER NOT NULL CHECK (members >= 0),
  members_now INTEGER NOT NULL CHECK (members_now >= 0),
  held_at TEXT
) STRICT;


-- A row of a section of the movement's own: a meeting, a member of the board.
CREATE TABLE section_row (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- The section's key in settings
  section TEXT NOT NULL,
  -- Its answers, as in local_group
  own TEXT NOT NULL DEFAULT '{}' CHECK (json_type(own) = 'object')
) STRICT;

-- Serves: which rows has this group in this section?
CREATE INDEX section_row_group ON section_row (group_id, section);


-- An activity or a training as calendars show it, as the cron last published it. One that was taken back stays, cancelled, until its day
-- has long passed: calendars take away nothing by themselves.
CREATE TABLE published_event (
  -- Of the activity or training
  uid TEXT PRIMARY KEY,
  group_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT,
  held_on TEXT NOT NULL,
  -- How often it was changed, and when last (RFC 5545 §3.8.7.4)
  sequence INTEGER NOT NULL DEFAULT 0,
  changed_at TEXT NOT NULL,
  cancelled_at TEXT
) STRICT, WITHOUT ROWID;

-- Serves: what is shown from this day on?
CREATE INDEX published_event_held ON published_event (held_on);

-- Serves: what does this group show?
CREATE INDEX published_event_group ON published_event (group_id, held_on);


-- A group of which calendars may show something else than what it plans now: something of that was written, or it opened or closed. Those
-- that are published anew are taken out; of a network in which nothing happened nothing is read.
CREATE TABLE changed_calendar (
  -- Also of a group that is gone: what it planned is cancelled
  group_id INTEGER PRIMARY KEY
) STRICT;


-- A visitor's words to a group. Nobody hears of them before the visitor has confirmed their address; kept for sixty days.
CREATE TABLE enquiry (
  id INTEGER PRIMARY KEY,
  -- Mails about it begin their own uid with it
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  email TEXT NOT NULL CHECK (email = lower(email)),
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  -- The sentence that they agreed to, as they read it
  consent TEXT NOT NULL,
  -- In which they read it: their mail is in it too
  language TEXT,
  -- Their browser worked for it: more of these may wait at once
  is_proven INTEGER NOT NULL CHECK (is_proven IN (0, 1)),
  asked_at TEXT NOT NULL,
  confirmed_at TEXT,
  -- When somebody of the group said that they had answered
  answered_at TEXT
) STRICT;

-- Serves: how many wait for their confirmation? Which are old?
CREATE INDEX enquiry_asked ON enquiry (asked_at, confirmed_at);

-- Serves: has this address written lately?
CREATE INDEX enquiry_email ON enquiry (email, asked_at);

-- Serves: how many did this group get?
CREATE INDEX enquiry_group ON enquiry (group_id, asked_at);

-- Triggers
-- enquiry_rollup_confirmed: undefined
-- enquiry_rollup_answered: undefined


-- How many enquiries came in a month (UTC), and how many of them were marked answered. Triggers keep it, beyond the sixty days.
CREATE TABLE enquiry_rollup (
  month TEXT PRIMARY KEY,
  enquiries INTEGER NOT NULL,
  answered INTEGER NOT NULL
) STRICT, WITHOUT ROWID;


-- What groups' numbers in answer to own questions add up to, by the question's key, region and state: a hundred rows to read instead of the
-- network. A place that is not known is ''. Triggers keep it.
CREATE TABLE own_rollup (
  key TEXT NOT NULL,
  region TEXT NOT NULL,
  state TEXT NOT NULL,
  total REAL NOT NULL,
  PRIMARY KEY (key, region, state)
) STRICT, WITHOUT ROWID;


-- The team's words of the month: some lines and a link, which the round's mails and the groups' pages show until a day. One at a time.
CREATE TABLE announcement (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- {language: {body, url}}: url is null where there is no link
  words TEXT NOT NULL CHECK (json_type(words) = 'object'),
  -- The last day on which it is shown, and the instant at which that day ends
  until_on TEXT NOT NULL CHECK (until_on IS strftime('%Y-%m-%d', until_on)),
  until_at TEXT NOT NULL,
  written_at TEXT NOT NULL
) STRICT;


-- The question of the month: one that is asked on the groups' pages for one round, written before or while it is open.
CREATE TABLE poll (
  -- The round's; it may be still to open
  round_key TEXT PRIMARY KEY CHECK (round_key GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  -- A name in `shared/record/poll.ts`
  type TEXT NOT NULL,
  -- {language: {label, options: […]}}: options are of a choice; their places are what answers hold
  words TEXT NOT NULL CHECK (json_type(words) = 'object'),
  written_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;


-- What a group answered to the question of a round: the last word of its referents. It outlives the person who said so.
CREATE TABLE poll_answer (
  id INTEGER PRIMARY KEY,
  round_key TEXT NOT NULL REFERENCES poll (round_key) ON DELETE CASCADE,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- As the form's control writes it
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 400),
  answered_at TEXT NOT NULL
) STRICT;

-- One answer a group and round. Serves: what did this group answer?
CREATE UNIQUE INDEX poll_answer_once ON poll_answer (round_key, group_id);

-- Serves: how many groups answered what?
CREATE INDEX poll_answer_value ON poll_answer (round_key, value);

-- Serves: what goes with a group?
CREATE INDEX poll_answer_group ON poll_answer (group_id);

-- Serves: whose answers lose their name when somebody is erased?
CREATE INDEX poll_answer_person ON poll_answer (person_id) WHERE person_id IS NOT NULL;


-- Another program that is told what happens here: an address that is called with what is signed (Standard Webhooks), or that of a chat.
CREATE TABLE webhook (
  id INTEGER PRIMARY KEY,
  -- What its secret is derived from. The secret itself is not kept
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- DANGER: a chat's address is a secret itself: never in a log
  url TEXT NOT NULL CHECK (length(url) BETWEEN 1 AND 2000),
  format TEXT NOT NULL CHECK (format IN ('standard', 'chat')),
  -- A list of the actions that it is told of, and of the regions whose groups they are about; NULL: all
  actions TEXT CHECK (json_type(actions) = 'array'),
  regions TEXT CHECK (json_type(regions) = 'array'),
  -- Whether it may be told who
  tells_people INTEGER NOT NULL DEFAULT 0 CHECK (tells_people IN (0, 1)),
  -- Of a chat
  language TEXT,
  -- Local time of day at which it is told what happened since the day before, at once; NULL: of each thing as it happens
  digest_at TEXT,
  -- The last event that a digest looked at, and the day of that digest
  digest_event INTEGER NOT NULL DEFAULT 0,
  digest_on TEXT,
  made_at TEXT NOT NULL,
  -- The address of a coordinator
  made_by TEXT,
  stopped_at TEXT,
  stopped_why TEXT CHECK (stopped_why IN ('gone', 'team')),
  -- Failures in a row: since when, and until when it is left alone
  failures INTEGER NOT NULL DEFAULT 0,
  failing_since TEXT,
  wait_until TEXT,
  -- When it last took something
  worked_at TEXT,
  CHECK ((stopped_at IS NULL) = (stopped_why IS NULL)),
  CHECK (format = 'chat' OR (digest_at IS NULL AND language IS NULL))
) STRICT;


-- An event that a webhook is to be told, or was: the outbox of calls. At least once, and for each group and each person in the order of their events.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  webhook_id INTEGER NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  -- Of a digest: its last event, and the one after which it begins
  event_id INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  after_event INTEGER,
  -- Whose order it keeps: of the group, and of whom it was done to; where there is no group, of who did it
  group_id INTEGER,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed', 'cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0,
  -- When it may be tried next. Whoever tries it puts that off for as long as a call may take: that is the lease
  due_at TEXT NOT NULL,
  -- What the last attempt came to: the HTTP status, or why there was none
  status INTEGER,
  trouble TEXT,
  ended_at TEXT,
  UNIQUE (event_id, webhook_id),
  CHECK ((state = 'pending') = (ended_at IS NULL))
) STRICT;

-- Serves: what is to be delivered to this webhook now?
CREATE INDEX delivery_due ON delivery (webhook_id, due_at) WHERE state = 'pending';

-- Serves: does an earlier event of this group still wait?
CREATE INDEX delivery_waiting ON delivery (webhook_id, group_id, id) WHERE state = 'pending';

-- Serves: does an earlier event of this person still wait? Whose are to be let go of, when they are erased?
CREATE INDEX delivery_person ON delivery (person_id, webhook_id, id) WHERE person_id IS NOT NULL;

-- Serves: what was delivered to this webhook last?
CREATE INDEX delivery_last ON delivery (webhook_id, id);

-- Serves: what ended so long ago that it need not be kept?
CREATE INDEX delivery_ended ON delivery (ended_at) WHERE ended_at IS NOT NULL;


-- That two groups were made one: what came from which, so that it can be taken back as long as nobody has written to it.
CREATE TABLE group_merge (
  id INTEGER PRIMARY KEY,
  -- The group that stays, and the one that became part of it
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  from_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  merged_at TEXT NOT NULL,
  -- The numbers of their last revisions, before and after
  number_before INTEGER NOT NULL,
  number_after INTEGER NOT NULL,
  from_number_before INTEGER NOT NULL,
  from_number_after INTEGER NOT NULL,
  -- {what: ids of rows that came over, or what stood before}. DANGER: erasing somebody does not look here: ids, keys and instants alone
  moved TEXT NOT NULL CHECK (json_type(moved) = 'object'),
  undone_at TEXT,
  CHECK (group_id <> from_id)
) STRICT;

-- A group becomes part of one other at a time. Serves: which merge took this group in?
CREATE UNIQUE INDEX group_merge_from ON group_merge (from_id) WHERE undone_at IS NULL;

-- Serves: which groups became part of this one?
CREATE INDEX group_merge_group ON group_merge (group_id) WHERE undone_at IS NULL;


-- What tells LINK_SECRET from another one, and nothing of it: one row. With another secret than the one of this mark, whatever was derived from it is ended.
CREATE TABLE secret_mark (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mark TEXT NOT NULL CHECK (length(mark) = 43),
  since TEXT NOT NULL,
  -- Those of secrets that were ended, a JSON array: whoever knows one of them could open what would be derived from it again
  ended TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(ended))
) STRICT;


-- Somebody who was invited to the team, and has not signed in yet. Until they have, they are no coordinator: they get no mail of the team and open nothing.
CREATE TABLE team_invitation (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  role TEXT NOT NULL CHECK (role IN ('reads', 'acts', 'administers')),
  -- A list, to which they will be limited; NULL: all
  regions TEXT CHECK (json_type(regions) = 'array'),
  language TEXT,
  -- The address of the coordinator who invited them
  invited_by TEXT NOT NULL,
  invited_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;


-- That two people were found to be one: what came from which, so that it can be taken back as long as nobody has written to their groups.
CREATE TABLE person_merge (
  id INTEGER PRIMARY KEY,
  -- The person who stays, at the address that is written to, and the one who became part of them
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  from_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  merged_at TEXT NOT NULL,
  -- {id of a group: number of its last revision}, once it was written there
  groups TEXT NOT NULL CHECK (json_type(groups) = 'object'),
  -- What the person who stays was called, called at and written to in before: it goes with either of the two
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  phone TEXT,
  language TEXT,
  -- {what: ids of rows that came over or were withdrawn, or what stood before}
  moved TEXT NOT NULL CHECK (json_type(moved) = 'object'),
  undone_at TEXT,
  CHECK (person_id <> from_id)
) STRICT;

-- Somebody becomes part of one other at a time. Serves: which merge took this person in?
CREATE UNIQUE INDEX person_merge_from ON person_merge (from_id) WHERE undone_at IS NULL;

-- Serve: who became part of this person? What goes with somebody who is erased?
CREATE INDEX person_merge_person ON person_merge (person_id);

-- Serve: who became part of this person? What goes with somebody who is erased?
CREATE INDEX person_merge_from_all ON person_merge (from_id);


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


-- That somebody of the team calls a group: who has taken it, and before which day nobody needs to.
CREATE TABLE group_call (
  group_id INTEGER PRIMARY KEY REFERENCES local_group (id) ON DELETE CASCADE,
  -- The address of a coordinator, as the movement's settings have it, and since when
  taken_by TEXT CHECK (taken_by = lower(taken_by)),
  taken_at TEXT,
  -- The last day on which it was called, and the next on which it is to be
  called_on TEXT CHECK (called_on IS strftime('%Y-%m-%d', called_on)),
  next_on TEXT CHECK (next_on IS strftime('%Y-%m-%d', next_on)),
  CHECK ((taken_by IS NULL) = (taken_at IS NULL))
) STRICT;

-- Serves: whom is the team to call again, and when?
CREATE INDEX group_call_next ON group_call (next_on) WHERE next_on IS NOT NULL;


-- What the team notes of a group, in a call or beside: only the team reads it. DANGER: it may name people; erasing somebody looks here.
CREATE TABLE team_note (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- The address of the coordinator who wrote it
  coordinator TEXT NOT NULL,
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
  -- Of a call: its day
  called_on TEXT CHECK (called_on IS strftime('%Y-%m-%d', called_on)),
  written_at TEXT NOT NULL
) STRICT;

-- Serves: what does the team know of this group, latest first?
CREATE INDEX team_note_group ON team_note (group_id, id);


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


-- Somebody's word that a new group is there. The team hears of it once they have confirmed their address; kept for sixty days after the team's answer.
CREATE TABLE registration (
  id INTEGER PRIMARY KEY,
  -- Mails about it begin their own uid with it
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
  group_name TEXT NOT NULL CHECK (length(group_name) BETWEEN 1 AND 120),
  name_key TEXT NOT NULL,
  town TEXT NOT NULL CHECK (length(town) BETWEEN 1 AND 80),
  town_key TEXT NOT NULL,
  postcode TEXT,
  -- In two letters, of a movement in several
  country TEXT CHECK (country GLOB '[A-Z][A-Z]'),
  -- Of its town, where that is known: its coordinators see it. Others are seen by who looks after all of the movement
  region TEXT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  email TEXT NOT NULL CHECK (email = lower(email)),
  phone TEXT,
  body TEXT CHECK (length(body) BETWEEN 1 AND 4000),
  language TEXT NOT NULL,
  -- The sentence that they agreed to, as they read it
  consent TEXT NOT NULL,
  -- Their browser worked for it: more of these may wait at once
  is_proven INTEGER NOT NULL CHECK (is_proven IN (0, 1)),
  asked_at TEXT NOT NULL,
  confirmed_at TEXT,
  -- Who of the team (an address) answered, and when; the group that it became, or why it did not
  answered_by TEXT,
  answered_at TEXT,
  group_id INTEGER REFERENCES local_group (id) ON DELETE SET NULL,
  answer TEXT CHECK (length(answer) BETWEEN 1 AND 4000),
  CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
  CHECK (answered_at IS NOT NULL OR (group_id IS NULL AND answer IS NULL))
) STRICT;

-- Serves: how many wait for their confirmation? Which are old?
CREATE INDEX registration_asked ON registration (asked_at, confirmed_at);

-- Serves: has this address registered a group lately? Whose are to be erased?
CREATE INDEX registration_email ON registration (email, asked_at);

-- Serves: which groups wait for the team?
CREATE INDEX registration_open ON registration (confirmed_at) WHERE confirmed_at IS NOT NULL AND answered_at IS NULL;

-- Triggers
-- registration_answered_once: BEFORE UPDATE OF answered_at ON registration


-- Somebody who put their address on a mailing list by its public page (its key), and is nothing else here: no person, counted nowhere, asked nothing.
CREATE TABLE list_subscriber (
  id INTEGER PRIMARY KEY,
  -- The mail that asks whether it is them has a uid that begins with it
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
  list TEXT NOT NULL,
  email TEXT NOT NULL CHECK (email = lower(email)),
  -- In which they read the list's page: their mail is in it too
  language TEXT,
  -- Their browser worked for it: more of these may wait at once
  is_proven INTEGER NOT NULL CHECK (is_proven IN (0, 1)),
  -- When they last asked for a mail
  asked_at TEXT NOT NULL,
  confirmed_at TEXT,
  -- Forgotten a month later
  left_at TEXT,
  UNIQUE (list, email)
) STRICT;

-- Serves: how many wait for their confirmation? Which are old?
CREATE INDEX list_subscriber_asked ON list_subscriber (asked_at, confirmed_at);

-- Serves: on which lists is this address?
CREATE INDEX list_subscriber_email ON list_subscriber (email);


-- A link to one group's record that a coordinator passes on by message, for who does not read mail. It shows and takes nothing about people. Only its SHA-256 is kept.
CREATE TABLE passed_link (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  -- What it is stopped by
  uid TEXT NOT NULL UNIQUE,
  group_id INTEGER NOT NULL REFERENCES local_group (id) ON DELETE CASCADE,
  -- For whom it was made, where that was said
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  -- The address of the coordinator
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT,
  -- What was written by it, in new rows and in characters: whoever holds it is nobody whose day could be counted
  added INTEGER NOT NULL DEFAULT 0,
  characters INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Serves: which links to this group's record were passed on?
CREATE INDEX passed_link_group ON passed_link (group_id, made_at);

-- Serves: forgetting somebody
CREATE INDEX passed_link_person ON passed_link (person_id) WHERE person_id IS NOT NULL;


-- A mail that a coordinator sends themselves to see it, as it was written. It names people of a group, so that it is kept only until it has left.
CREATE TABLE test_mail (
  mail_id INTEGER PRIMARY KEY REFERENCES mail (id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  html TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL
) STRICT;


-- The address of somebody's own calendar, which their program reads again and again. It is derived from the uid with the secret of links; only its SHA-256 is kept.
CREATE TABLE calendar_link (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  person_id INTEGER NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;


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


-- What groups answered to own questions, by question and answer: of a choice each option that was chosen, of a box 1 or 0; '' of what is said in words or
-- figures. Who answered so is found without reading every group. Triggers keep it: a row for each answer that changed.
CREATE TABLE own_answer (
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  group_id INTEGER NOT NULL,
  PRIMARY KEY (key, value, group_id)
) STRICT, WITHOUT ROWID;
