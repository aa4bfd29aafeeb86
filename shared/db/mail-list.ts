import type { MailKind, MailReason, MailState } from '#shared/domain/mail.ts'
import type { SummaryLine } from '#shared/domain/mail-summary.ts'
import { type SearchTerm, searchTerms } from '#shared/domain/search.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'
import { columnOf, found } from './terms.ts'

const latest = '(SELECT max(key) FROM round)'

// A mail that was tried in vain keeps the reason why while it waits
const isRetry = `mail.state = 'pending' AND mail.reason IS NOT NULL`

// A mail beside the rounds (a receipt, a new link …) of which somebody should know: it did not arrive, for certain or perhaps, this month
const isApart = `mail.round_key IS NULL
         AND mail.is_test = 0
         AND mail.state IN ('failed', 'unknown', 'suppressed')
         AND mail.settled_at >= coalesce((SELECT opened_at FROM round WHERE key = ${latest}), '')`

export type MailCount = {
  kind: MailKind
  state: MailState
  reason: MailReason | null
  /** Tried before, and to be tried again. */
  isRetry: boolean
  mails: number
}

export function mailCounts(db: ReadDatabase): Question<MailCount[]> {
  type Columns = Omit<MailCount, 'isRetry'> & { is_retry: number }
  return {
    // What became of this round's mails, and of those beside it? The counts are hidden from who sees some regions only.
    statement: db.prepare(
      `SELECT kind, state, nullif(reason, '') AS reason, state = 'pending' AND reason <> '' AS is_retry, mails
       FROM mail_rollup
       WHERE round_key = ${latest} AND mails > 0
       UNION ALL
       SELECT kind, state, reason, ${isRetry} AS is_retry, count(*) AS mails
       FROM mail
       WHERE round_key = (SELECT max(key) FROM round WHERE NOT EXISTS (SELECT 1 FROM mail_rollup))
       GROUP BY state, kind, reason
       UNION ALL
       SELECT kind, state, reason, ${isRetry} AS is_retry, count(*) AS mails
       FROM mail
       WHERE round_key IS NULL AND state = 'pending' AND is_test = 0
       GROUP BY state, kind, reason
       UNION ALL
       SELECT kind, state, reason, 0 AS is_retry, count(*) AS mails
       FROM mail
       WHERE ${isApart}
       GROUP BY state, kind, reason`,
    ),
    read: (rows: Columns[]) => rows.map(({ is_retry, ...row }) => ({ ...row, isRetry: is_retry === 1 })),
  }
}

export type ListedMail = {
  /** Null for a coordinator's. */
  to: string | null
  /** That it is about; else those of whom it is written to. */
  groups: { uid: string; name: string }[]
  kind: MailKind
  state: MailState
  reason: MailReason | null
  isRetry: boolean
  /** How often it was tried, and what the server said last. */
  attempts: number
  answer: string | null
  /** When it was settled, or is due. */
  at: Date
}

/** What coordinators look for among the mails: of one line, of one kind, to somebody. */
export type MailFilter = { line: SummaryLine | null; kind: MailKind | null; text: string }

// The latest round's, and those beside it that wait or did not arrive
const isCurrent = `(mail.round_key = ${latest} OR (mail.round_key IS NULL AND mail.state = 'pending' AND mail.is_test = 0) OR (${isApart}))`

/** People whom a text finds: each word begins one of their names, or one of their groups'. Of more than these, the first. */
const mostFound = 500

/** Mails to people whom a text finds, or of groups that it finds. Begun with the longest word, which is the rarest most often. */
function toSomebody(terms: readonly SearchTerm[]): string {
  const each = terms.map((term, index) => `id IN (${peopleOf(term, `?${index + 5}`)})`)
  return `
      SELECT ${columns}
      FROM mail
      WHERE person_id IN (
        SELECT id
        FROM person
        WHERE ${each.join(' AND ')}
        LIMIT ${mostFound}
      )
      AND ${isCurrent}
      AND (?1 IS NULL OR iif(${isRetry}, 'retry', mail.state) = ?1)
      AND (?4 IS NULL OR mail.kind = ?4)
      ORDER BY id DESC`
}

function peopleOf(term: SearchTerm, parameter: string): string {
  if (term.of !== 'word') return `SELECT id FROM person WHERE ${found(term, columnOf(term), parameter)}`
  return `
          SELECT person_id FROM person_search_token WHERE ${found(term, 'token', parameter)}
          UNION ALL
          SELECT referent.person_id
          FROM group_search_token
          JOIN referent ON referent.group_id = group_search_token.group_id AND referent.until_at IS NULL
          WHERE ${found(term, 'group_search_token.token', parameter)}`
}

/**
 * The mails that coordinators look at: the latest round's, and those beside it that wait, or did not arrive. Each line is
 * read from the index that has it, in that index's order: a huge round is never sorted.
 */
function linesOf({ line, kind }: MailFilter): string {
  const ofKind = kind === null ? 'AND ?4 IS NULL' : 'AND mail.kind = ?4'
  if (line === null)
    return `
      SELECT ${columns}
      FROM mail
      WHERE ?1 IS NULL
      AND ${isCurrent}
      ${ofKind}
      ORDER BY id DESC`
  if (line === 'pending' || line === 'retry')
    return `
      SELECT ${columns}
      FROM mail
      WHERE mail.state = 'pending'
      AND (mail.reason IS NOT NULL) = (?1 = 'retry')
      AND (mail.round_key IS NULL OR mail.round_key = ${latest})
      AND mail.is_test = 0
      ${ofKind}
      ORDER BY id DESC`
  return `
      SELECT ${columns}
      FROM mail
      WHERE mail.round_key = ${latest} AND mail.state = ?1 ${ofKind}
      UNION ALL
      SELECT ${columns}
      FROM mail
      WHERE mail.state = ?1 AND ${isApart} ${ofKind}
      ORDER BY kind DESC, reason DESC, id DESC`
}

const columns =
  'id, person_id, invitation_id, group_id, kind, state, reason, due_at, settled_at, attempts, server_reply'

/** One window of the current mails that a filter lets through, latest first; of one line in the order of its index. */
export function listMails(
  db: ReadDatabase,
  filter: MailFilter,
  { offset, limit }: { offset: number; limit: number },
): Question<ListedMail[]> {
  const terms = searchTerms(filter.text).sort((a, b) => b.text.length - a.text.length)
  const { line, kind } = filter
  const byId = terms.length > 0 || line === null || line === 'pending' || line === 'retry'
  type Columns = Omit<ListedMail, 'isRetry' | 'at' | 'groups'> & { is_retry: number; at: string; groups: string }
  return {
    // Whose mails are in this state, and why?
    statement: db
      .prepare(
        `SELECT
           coalesce(person.name, invitation.name) AS "to", mail.kind, mail.state, mail.reason, coalesce(mail.settled_at, mail.due_at) AS at,
           ${isRetry} AS is_retry, mail.attempts, mail.server_reply AS answer,
           (
             SELECT json_group_array(json_array(g.uid, g.name) ORDER BY g.name_key)
             FROM local_group g
             WHERE g.id IN (
               SELECT mail.group_id
               UNION ALL
               SELECT referent.group_id
               FROM referent
               WHERE mail.group_id IS NULL AND referent.person_id = mail.person_id AND referent.until_at IS NULL
             )
           ) AS groups
         FROM (${terms.length > 0 ? toSomebody(terms) : linesOf(filter)}
           LIMIT ?2 + 0 OFFSET ?3 + 0
         ) AS mail
         LEFT JOIN person ON person.id = mail.person_id
         LEFT JOIN invitation ON invitation.id = mail.invitation_id
         ORDER BY ${byId ? '' : 'mail.kind DESC, mail.reason DESC, '}mail.id DESC`,
      )
      .bind(line, limit, offset, kind, ...terms.map(({ text }) => text)),
    read: (rows: Columns[]) =>
      rows.map(({ is_retry, at, groups, ...row }) => ({
        ...row,
        isRetry: is_retry === 1,
        at: new Date(at),
        groups: (JSON.parse(groups) as [string, string][]).map(([uid, name]) => ({ uid, name })),
      })),
  }
}
