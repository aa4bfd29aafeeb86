import { growingSections } from '#shared/record/section.ts'
import type { Sections } from '#shared/record/sections.ts'
import { announcementColumn } from './announcement.ts'
import { confirmationsColumn } from './confirmations.ts'
import { agreedColumn } from './consents.ts'
import { exitsColumn, exitsTable } from './exits.ts'
import { groupsLanguage } from './groups-language.ts'
import { historyColumn, namesColumn, revisionColumn } from './history.ts'
import { isInvited } from './invitations.ts'
import { askedPollColumn } from './polls.ts'
import { type RecordColumns, recordColumns } from './records.ts'
import { isTheirs } from './suppressions.ts'
import { writtenColumn } from './write-counts.ts'

/** What `linkSessionSql` selects; lists are JSON, in any order: an aggregate that sorts costs SQLite a temporary table for each. */
export type LinkSessionColumns = RecordColumns & {
  expires_at: string
  revoked_at: string | null
  submissions: number | null
  person_uid: string
  person_name: string
  person_language: string | null
  groups_language: string | null
  has_unsubscribed: 0 | 1
  agreed: string
  groups: string
  g_id: number | null
  merged_into: string | null
  invited: string
  new_addresses: string
  namings: string | null
  written: string | null
  number: number | null
  changes: string
  checks: string
  answers: string
  campaign_list: string
  announcement: string | null
  poll: string | null
  round: string | null
  round_opened_at: string | null
  about: string | null
  places: string
  suppressed: string
  unreached: string
  history: string
  revision: string | null
  names: string
  confirmations: string
  exits: string
}

/** Characters of what was written since a page was made: beyond, what is older counts as seen. D1 gives no value of more than 2 MB. */
const longestSince = 600_000

// Whether a change (JSON) touches what `asked` sends back: rows of a list; of those that grow, the rows that were sent
const isAbout = (sections: Sections, change: string, asked: string) => `
              ${change} ->> 'list' = ${asked} ->> 'list'
              AND (
                ${change} ->> 'list' NOT IN (${growingSections(sections.asked)
                  .map(({ list }) => `'${list}'`)
                  .join(', ')})
                OR ${change} ->> 'row' IN (SELECT value FROM json_each(${asked}, '$.uids'))
              )`

/** Whoever looks by a link, and the groups that are theirs; or the team, which looks at the one that it asks for. */
const lookers = {
  link: `
    holder AS (
      SELECT link.expires_at, link.revoked_at, mail.group_id AS about_person_id, person.*
      FROM link
      JOIN mail ON mail.id = link.mail_id
      JOIN person ON person.id = mail.person_id
      WHERE link.hash = ?1
    ),
    membership AS MATERIALIZED (
      SELECT g.id, g.uid, g.name, g.state
      FROM holder
      JOIN referent ON referent.person_id = holder.id AND referent.until_at IS NULL
      JOIN local_group g ON g.id = referent.group_id
    ),
    gone AS MATERIALIZED (${exitsTable}
    )`,
  // Nobody's row: what referents wrote is not the team's own, and whom they named keeps what is theirs
  team: `
    holder AS (
      SELECT '' AS expires_at, NULL AS revoked_at, NULL AS about_person_id, -1 AS id, '' AS uid, '' AS name, NULL AS email, NULL AS language
    ),
    membership AS MATERIALIZED (
      SELECT id, uid, name, state
      FROM local_group
      WHERE id = (SELECT iif(?12 ->> 'isAsItIs', id, coalesce(merged_into_id, id)) FROM local_group WHERE uid = ?2)
    ),
    gone AS (
      SELECT NULL AS id, '' AS uid, '' AS name, NULL AS until_at, NULL AS number, false AS is_own, false AS is_mistake, NULL AS by
      WHERE false
    )`,
} as const

// The one that is asked about; else the group's, of a movement in several
const countryOf = ({ ours }: Sections) => {
  const { unsaid } = ours.group.fields.country ?? {}
  return unsaid === undefined ? '?6' : `coalesce(?6, g.country, '${unsaid}')`
}

/** One text for a movement, each time the same: a page's first statement is 10 kB, and SQLite's compiled one is found by it. */
export function linkSessionSql(sections: Sections, looker: keyof typeof lookers = 'link'): string {
  const known = texts.get(sections) ?? {}
  texts.set(sections, known)
  known[looker] ??= writeVisitSql(sections, looker)
  return known[looker]
}

const texts = new WeakMap<Sections, Partial<Record<keyof typeof lookers, string>>>()

// Who looks, which groups are theirs, and what do we know of the one they look at?
const writeVisitSql = (sections: Sections, looker: keyof typeof lookers) => `
  WITH ${lookers[looker]},
    chosen AS (
      SELECT max(id) AS id
      FROM (
        SELECT id, uid
        FROM membership
        UNION ALL
        SELECT id, uid
        FROM gone
        WHERE is_own AND uid = ?12 ->> 'returns'
      )
      WHERE ?2 IS NULL OR uid = ?2 OR id = (SELECT merged_into_id FROM local_group WHERE uid = ?2)
      HAVING count(*) = 1
    )
  SELECT
    holder.expires_at,
    holder.revoked_at,
    (SELECT submissions FROM submission_count WHERE hour = ?8 AND client = ?1) AS submissions,
    holder.uid AS person_uid,
    holder.name AS person_name,
    holder.language AS person_language,
    ${looker === 'link' ? `iif(holder.language IS NULL, ${groupsLanguage('SELECT id FROM membership')}, NULL)` : 'NULL'} AS groups_language,
    EXISTS (SELECT 1 FROM suppression WHERE address = holder.email AND ${isTheirs}) AS has_unsubscribed,
    ${agreedColumn(sections.ours.referents.fields)} AS agreed,
    (
      SELECT json_group_array(
        json_array(
          uid,
          name,
          state,
          EXISTS (
            SELECT 1
            FROM answer
            WHERE answer.group_id = membership.id
              AND answer.round_key = (SELECT max(key) FROM round)
              AND answer.kind <> 'not_my_group'
          )
        )
      )
      FROM membership
    ) AS groups,
    ${exitsColumn} AS exits,
    (
      SELECT json_group_array(json_array(uid, name, held_on))
      FROM (
        SELECT uid, name, held_on
        FROM campaign
        WHERE ended_at IS NULL
        OR EXISTS (SELECT 1 FROM participation WHERE participation.campaign_id = campaign.id AND participation.group_id = g.id)
        ORDER BY held_on DESC, id
        LIMIT 40
      )
    ) AS campaign_list,
    ${announcementColumn} AS announcement,
    ${askedPollColumn} AS poll,
    (SELECT max(key) FROM round) AS round,
    (SELECT opened_at FROM round ORDER BY key DESC LIMIT 1) AS round_opened_at,
    (
      SELECT json_group_array(json_array(name, department, region, latitude, longitude, name_key))
      FROM (
        SELECT town.*
        FROM town
        WHERE country = ${countryOf(sections)} AND name_key = ?7
        UNION ALL
        SELECT town.*
        FROM town INDEXED BY town_department
        WHERE ?7 IS NULL AND country = ${countryOf(sections)} AND department = g.department
      )
    ) AS places,
    (SELECT json_array(uid, name) FROM local_group WHERE id = holder.about_person_id) AS about,
    (
      SELECT json_group_array(address)
      FROM suppression
      WHERE ?4
      AND address IN (
        SELECT person.email
        FROM referent
        JOIN person ON person.id = referent.person_id
        WHERE referent.group_id = g.id AND referent.until_at IS NULL
      )
    ) AS suppressed,
    (
      SELECT json_group_array(json_array(person.uid, person.name, suppression.since_at))
      FROM referent
      JOIN person ON person.id = referent.person_id
      JOIN suppression ON suppression.address = person.email AND suppression.reason = 'hard_bounce'
      WHERE referent.group_id = g.id AND referent.until_at IS NULL
    ) AS unreached,
    (SELECT max(number) FROM revision WHERE group_id = g.id) AS number,
    (
      SELECT json_group_array(json_array(number, json(changes), is_own, (SELECT name FROM person WHERE id = author_id)))
      FROM (
        SELECT number, changes, is_own, author_id, sum(length(changes)) OVER (ORDER BY number DESC) AS length
        FROM (
          SELECT number, person_id IS holder.id AS is_own, person_id AS author_id, (
            SELECT json_group_array(json(change.value))
            FROM json_each(revision.changes) AS change
            WHERE iif(change.type = 'object', ${isAbout(sections, 'change.value', '?12')}, false)
          ) AS changes
          FROM revision
          WHERE group_id = g.id AND number > ?3
        )
        WHERE changes <> '[]'
      )
      WHERE length <= ${longestSince}
    ) AS changes,
    (
      SELECT json_group_array(json_array(section_check.section, section_check.checked_at, person.name))
      FROM section_check
      LEFT JOIN person ON person.id = section_check.person_id
      WHERE section_check.group_id = g.id
    ) AS checks,
    (
      SELECT json_group_array(json_array(person.uid, person.name, answer.kind, answer.last_at))
      FROM answer
      LEFT JOIN person ON person.id = answer.person_id
      WHERE answer.group_id = g.id AND answer.round_key = (SELECT max(key) FROM round)
    ) AS answers,
    ${historyColumn('?5', '?9')} AS history,
    ${revisionColumn('?12')} AS revision,
    ${namesColumn(sections, '?5', '?9', '?12')} AS names,
    ${confirmationsColumn('?12', '?9')} AS confirmations,
    (
      SELECT json_group_array(json_array(invitation.uid, invitation.waiting_at IS NOT NULL))
      FROM invitation
      WHERE invitation.group_id = g.id AND ${isInvited}
    ) AS invited,
    (
      SELECT json_group_array(json_array(person.uid, invitation.email))
      FROM invitation
      JOIN person ON person.id = invitation.person_id
      WHERE invitation.group_id = g.id AND invitation.email IS NOT NULL
    ) AS new_addresses,
    iif(?4, json_array(
      (SELECT count(*) FROM naming WHERE naming.group_id = g.id AND naming.named_at > ?10),
      (SELECT count(*) FROM naming WHERE naming.named_by = holder.id AND naming.named_at > ?10)
    ), NULL) AS namings,
    ${writtenColumn('holder.id', '?11')} AS written,
    g.id AS g_id,
    (SELECT whole.uid FROM local_group AS whole WHERE whole.id = g.merged_into_id) AS merged_into,
    ${recordColumns(sections, '?12', { first: '(referent.person_id = holder.id)', withInvited: true })}
  FROM holder
  LEFT JOIN chosen
  LEFT JOIN local_group g ON g.id = chosen.id`
