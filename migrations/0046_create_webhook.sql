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

-- In the transaction of what the event tells. Without a webhook it writes nothing
CREATE TRIGGER delivery_event_told
AFTER INSERT ON event
BEGIN
  INSERT INTO delivery (webhook_id, event_id, group_id, person_id, due_at)
  SELECT id, NEW.id, NEW.group_id, coalesce(NEW.person_id, iif(NEW.group_id IS NULL, NEW.actor_id, NULL)), NEW.happened_at
  FROM webhook
  WHERE stopped_at IS NULL
  AND iif(
    NEW.action = 'try_webhook',
    -- Somebody wants to see that this one works
    uid = NEW.details ->> 'webhook',
    digest_at IS NULL
    AND (actions IS NULL OR NEW.action IN (SELECT value FROM json_each(webhook.actions)))
    AND (
      regions IS NULL
      OR (SELECT region FROM local_group WHERE local_group.id = NEW.group_id) IN (SELECT value FROM json_each(webhook.regions))
    )
  );
END;
