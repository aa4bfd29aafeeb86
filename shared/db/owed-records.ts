import type { GroupFacts, OwedRecords, ReferentFacts } from '#shared/domain/mail-content.ts'
import { expectedNames, type Fields } from '#shared/record/field.ts'
import type { ListName } from '#shared/record/record.ts'
import type { Value } from '#shared/record/row.ts'
import { grows, type Section } from '#shared/record/section.ts'
import { isOfMembership } from '#shared/record/sections/referents.ts'
import type { Sections } from '#shared/record/sections.ts'
import { type AnnouncementColumns, announcementColumn, announcementOf } from './announcement.ts'
import { isOfSection } from './grown-rows.ts'
import { isInvited } from './invitations.ts'
import type { MailSources } from './mail-contents.ts'
import { type NearbyColumns, nearbyColumn, nearbyOf } from './nearby.ts'
import { groupsTold, readersMemberships } from './own-groups.ts'
import { valueIn } from './row.ts'

/** The latest row of each section whose rows have a day, and how many there are. */
function latestRows({ asked }: Sections): string {
  return asked
    .flatMap((section) => {
      const dated = datedRows(section)
      return dated ? [latestOf(section.list, dated)] : []
    })
    .join(', ')
}

type Dated = { from: string; name: string; day: string; within: string }

const latestOf = (list: ListName, { from, name, day, within }: Dated) => `json((
        SELECT json_array('${list}', ${name}, ${day}, count(*) OVER ())
        FROM ${from}
        WHERE group_id = g.id AND ${within}
        ORDER BY ${day} DESC
        LIMIT 1
      ))`

function datedRows(section: Section): Dated | null {
  const { store, fields, nameField, dayField } = section
  if (store.kind === 'parts') {
    const { table, of } = store
    const from = `${table} JOIN ${of} ON ${of}.id = ${table}.${of}_id`
    return { from, name: `${of}.name`, day: `${of}.held_on`, within: 'true' }
  }
  if (!grows(section) || !nameField || !dayField) return null
  const { table } = section.store
  const [name, day] = [valueIn(fields, nameField, table), valueIn(fields, dayField, table)]
  return { from: table, name, day, within: isOfSection(section, table) }
}

const columns = (fields: Fields, column: (name: string) => string) => expectedNames(fields).map(column).join(', ')

const referentsOf = ({ ours }: Sections) => `
        SELECT json_group_array(json_array(
          person.name, person.id = mail.person_id,
          json_array(${columns(ours.referents.fields, (name) => `${valueIn(ours.referents.fields, name, isOfMembership(name) ? 'referent' : 'person')} IS NULL`)})
        ) ORDER BY referent.id)
        FROM referent
        JOIN person ON person.id = referent.person_id
        WHERE referent.group_id = g.id AND referent.until_at IS NULL`

const invitedOf = `
        SELECT json_group_array(invitation.name ORDER BY invitation.id)
        FROM invitation
        WHERE invitation.group_id = g.id AND ${isInvited}`

// Worked out once for all mails of a statement: none of a round leaves once a later one is open
const network = `(
      SELECT json_array(sum(asked), sum(answered))
      FROM round_rollup
      WHERE round_key = (SELECT max(key) FROM round)
    )`

/**
 * SQL: about which groups is the reader of `mail` owed a mail in its round, and what do we know of each? `?3` as in `contentColumn`.
 */
export const owedRecordsColumn = ({ sections, feeds }: MailSources) => `(
    SELECT json_array(
      mail.round_key,
      max(own.total),
      json(${network}),
      json(${announcementColumn}),
      json(${feeds.inMail === 'nearby' ? nearbyColumn(sections) : 'NULL'}),
      json_group_array(json(json_array(
        g.name,
        json_array(${columns(sections.ours.group.fields, (name) => valueIn(sections.ours.group.fields, name, 'g'))}),
        json((${referentsOf(sections)})),
        json_array(${latestRows(sections)}),
        json((
          SELECT json_array(count(*), min(checked_at), max(checked_at))
          FROM section_check
          WHERE section_check.group_id = g.id
        )),
        json((${invitedOf}))
      )) ORDER BY g.name_key)
    )
    FROM (
      SELECT membership.group_id, count(*) OVER () AS total
      FROM ${readersMemberships} AS membership
      JOIN local_group named ON named.id = membership.group_id
      ORDER BY named.name_key
      LIMIT ${groupsTold}
    ) AS own
    JOIN local_group g ON g.id = own.group_id
  )`

type ReferentColumns = [name: string, isReader: number, lacks: number[]]
type LatestColumns = [list: ListName, name: string, on: string, rows: number]
type CheckedColumns = [sections: number, oldest: string | null, latest: string | null]
type FactsColumns = [
  name: string,
  values: Value[],
  referents: ReferentColumns[],
  latest: (LatestColumns | null)[],
  checked: CheckedColumns,
  invited: string[],
]

export function owedRecordsFrom(json: string, sections: Sections): OwedRecords | null {
  const [round, count, [asked, answered], announcement, nearby, groups] = JSON.parse(json) as [
    round: string | null,
    count: number | null,
    network: [asked: number | null, answered: number | null],
    announcement: AnnouncementColumns | null,
    nearby: NearbyColumns | null,
    groups: FactsColumns[],
  ]
  if (count === null) return null
  return {
    round,
    count,
    network: { asked: asked ?? 0, answered: answered ?? 0 },
    announcement: announcement && announcementOf(announcement),
    ...(nearby ? { nearby: nearbyOf(nearby) } : {}),
    groups: groups.map((columns) => factsFrom(columns, sections)),
  }
}

function factsFrom([name, values, referents, latest, checked, invited]: FactsColumns, { ours }: Sections): GroupFacts {
  const [checkedSections, oldest, newest] = checked
  const names = expectedNames(ours.group.fields)
  return {
    name,
    values: Object.fromEntries(names.map((field, index) => [field, values[index] ?? null])),
    referents: [
      ...referents.map((one) => referentFrom(one, ours.referents.fields)),
      ...invited.map((name) => ({ name, isReader: false, isInvited: true, lacks: [] })),
    ],
    latest: latest.flatMap((row) => (row ? [latestFrom(row)] : [])),
    checked:
      oldest && newest ? { sections: checkedSections, oldest: new Date(oldest), latest: new Date(newest) } : null,
  }
}

function referentFrom([name, isReader, lacks]: ReferentColumns, fields: Fields): ReferentFacts {
  return {
    name,
    isReader: isReader === 1,
    isInvited: false,
    lacks: expectedNames(fields).filter((_, index) => lacks[index] === 1),
  }
}

function latestFrom([list, name, on, rows]: LatestColumns) {
  return { list, name, on, rows }
}
