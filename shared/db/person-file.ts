import type { D1Database } from '@cloudflare/workers-types'

/** Rows of one read; and of these, as many as take so many characters: D1 gives answers of a few megabytes. */
const [rowsRead, charactersRead] = [500, 1_000_000]

/** A table of which a person's file has rows, with what of a row is theirs to read, and whose it is. */
type Kept = { name: string; table: string; item: string; whose?: string }

// Their row, and those of whom they were known as before
const theirs = '(SELECT id FROM person WHERE id = ?1 OR merged_into_id = ?1)'

const kept: readonly Kept[] = [
  {
    name: 'memberships',
    table: 'referent',
    item: "'group', g.name, 'role', kept.role, 'since', kept.since_at, 'until', kept.until_at",
  },
  {
    name: 'consents',
    table: 'consent',
    item: "'field', kept.field, 'wording', kept.wording, 'agreed_at', kept.agreed_at, 'withdrawn_at', kept.withdrawn_at",
  },
  {
    name: 'mails',
    table: 'mail',
    item: "'kind', kept.kind, 'state', kept.state, 'at', coalesce(kept.settled_at, kept.created_at)",
  },
  {
    name: 'answers',
    table: 'answer',
    item: "'group', g.name, 'round', kept.round_key, 'kind', kept.kind, 'at', kept.last_at",
  },
  {
    name: 'corrections',
    table: 'revision',
    item: "'group', g.name, 'at', kept.made_at, 'changes', json(kept.changes)",
  },
  {
    name: 'words',
    table: 'note',
    item: "'group', g.name, 'body', kept.body, 'at', kept.written_at, 'answer', kept.answer",
  },
  {
    name: 'events',
    table: 'event',
    item: "'action', kept.action, 'group', g.name, 'at', kept.happened_at",
    whose: `(kept.actor_id IN ${theirs} OR kept.person_id IN ${theirs})`,
  },
]
const withoutGroup = ['consent']

const headSql = `
  SELECT
    id,
    json_object(
      'name', name, 'email', email,
      'other_addresses', json((
        SELECT json_group_array(part.email) FROM person AS part WHERE part.merged_into_id = person.id AND part.email IS NOT NULL
      )), 'phone', phone, 'language', language, 'known_since', created_at,
      'subscriptions', json((
        SELECT json_group_array(json_object('list', list, 'since', since_at)) FROM subscription WHERE person_id = person.id
      )),
      'lists_by_page', json((
        SELECT json_group_array(json_object('list', list, 'asked_at', asked_at, 'confirmed_at', confirmed_at, 'left_at', left_at))
        FROM list_subscriber
        WHERE list_subscriber.email = person.email
      )),
      'no_mail', json((SELECT json_object('reason', reason, 'since', since_at) FROM suppression WHERE address = person.email))
    ) AS head
  FROM person
  WHERE uid = ?1`

// The next rows of a table, in their order, as many as fit into one answer; one at least
const rowsSql = ({ table, item, whose = `kept.person_id IN ${theirs}` }: Kept) => `
  SELECT id, item
  FROM (
    SELECT id, item, sum(length(item)) OVER (ORDER BY id) - length(item) AS before
    FROM (
      SELECT kept.id, json_object(${item}) AS item
      FROM ${table} AS kept
      ${withoutGroup.includes(table) ? '' : 'LEFT JOIN local_group g ON g.id = kept.group_id'}
      WHERE ${whose} AND kept.id > ?2
      ORDER BY kept.id
      LIMIT ${rowsRead}
    )
  )
  WHERE before < ${charactersRead}
  ORDER BY id`

/** All that is kept about a person, as JSON, piece by piece, however much it is. Nothing when nobody has this uid. */
export async function* personFile(db: D1Database, uid: string): AsyncGenerator<string> {
  // Who is this?
  const person = await db.prepare(headSql).bind(uid).first<{ id: number; head: string }>()
  if (!person) return
  yield JSON.stringify(JSON.parse(person.head), null, 2).replace(/\n\}$/, '')
  for (const one of kept) {
    yield `,\n  "${one.name}": [`
    yield* rowsOf(db, one, person.id)
    yield ']'
  }
  yield '\n}\n'
}

async function* rowsOf(db: D1Database, one: Kept, person: number): AsyncGenerator<string> {
  // What else is kept about them in this table?
  const statement = db.prepare(rowsSql(one))
  let comma = ''
  for (let last = 0; ; ) {
    const { results } = await statement.bind(person, last).all<{ id: number; item: string }>()
    if (results.length === 0) break
    yield `${comma}\n    ${results.map(({ item }) => item).join(',\n    ')}`
    comma = ','
    last = results.at(-1)?.id ?? Number.MAX_SAFE_INTEGER
  }
  if (comma) yield '\n  '
}
