import type { ListedGroup } from '#shared/db/group-list.ts'
import { departmentName } from '#shared/domain/departments.ts'
import { bandOf, daysSince } from '#shared/domain/freshness.ts'
import type { GroupSort } from '#shared/domain/group-filter.ts'
import { silence } from '#shared/domain/silence.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Child } from '#shared/html/jsx-runtime.ts'
import type { Movement } from '#shared/movement.ts'
import { columnLabels } from '#shared/record/column-labels.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { groupStates } from '#shared/record/sections/identity.ts'
import type { Sections } from '#shared/record/sections.ts'
import { showAge, showDay } from '#shared/record/show.ts'
import type { Language, Words } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { Spark } from './chart/spark.tsx'
import { monthName } from './dates.ts'
import { fieldColumns, ownColumns } from './field-columns.tsx'

/** What a cell is written for. */
export type CellView = {
  movement: Movement
  language: Language
  now: Date
  rounds: readonly { key: string; openedAt: Date }[]
}

/** One thing that lists of groups show. */
export type TableColumn = {
  label: Words
  sort?: GroupSort
  isNumber?: boolean
  cell: (group: ListedGroup, view: CellView) => Child
  /** For spreadsheets: days as 2026-12-31, numbers bare. */
  text: (group: ListedGroup, view: CellView) => string
}

const nothing = <span class="soft">–</span>
/** The movement's day, as its pages name it. */
const dayOf = (at: Date | null, { movement }: CellView) => (at ? localTime(at, movement.timeZone).day : '')

const ourColumns = ({
  ours: {
    group: { fields: groupFields },
    referents: { words: referentWords },
  },
}: Sections) =>
  ({
    town: {
      label: groupFields.town.label,
      cell: ({ town, department }) => (town ? `${town}${department ? ` (${department})` : ''}` : nothing),
      text: ({ town }) => town ?? '',
    },
    department: {
      label: groupFields.department.label,
      cell: ({ department }, { movement }) =>
        department === null ? nothing : departmentName(movement.countries, department),
      text: ({ department }, { movement }) =>
        department === null ? '' : departmentName(movement.countries, department),
    },
    region: {
      label: groupFields.region.label,
      cell: ({ region }) => region ?? nothing,
      text: ({ region }) => region ?? '',
    },
    state: {
      label: columnLabels.state,
      cell: ({ state }, { language }) => groupStates[state][language],
      text: ({ state }, { language }) => groupStates[state][language],
    },
    members: {
      label: columnLabels.members,
      sort: 'members',
      isNumber: true,
      cell: (group, { language, movement }) => <Members group={group} language={language} movement={movement} />,
      text: ({ members }) => String(members ?? ''),
    },
    referents: {
      label: referentWords.title,
      isNumber: true,
      cell: ({ referents, reachable }, { language, movement }) =>
        reachable === referents ? (
          String(referents)
        ) : (
          <>
            {referents} <span class="trouble">{textIn(language, movement).dashboard.groups.reachable(reachable)}</span>
          </>
        ),
      text: ({ referents }) => String(referents),
    },
    contacts: {
      label: columnLabels.contacts,
      cell: ({ contacts }, { movement }) =>
        contacts.length === 0
          ? nothing
          : contacts.map(({ name, phone, email }) => (
              <span class="contact">
                {name}{' '}
                {phone ? (
                  <a href={`tel:${phone}`}>{showPhone(phone, movement.country)}</a>
                ) : (
                  <a href={`mailto:${email}`}>{email}</a>
                )}
              </span>
            )),
      text: ({ contacts }, { movement }) =>
        contacts
          .map(({ name, phone, email }) => [name, phone && showPhone(phone, movement.country), email])
          .map((said) => said.filter(Boolean).join(' '))
          .join(', '),
    },
    answered: {
      label: columnLabels.answered,
      sort: 'answered',
      cell: (group, view) => <LastAnswer movement={view.movement} group={group} view={view} />,
      text: ({ lastAnswerAt }, view) => dayOf(lastAnswerAt, view),
    },
    silent: {
      label: columnLabels.silent,
      isNumber: true,
      cell: (group, { rounds }) => String(silence(rounds, group)),
      text: (group, { rounds }) => String(silence(rounds, group)),
    },
    checked: {
      label: columnLabels.checked,
      sort: 'checked',
      cell: ({ checkedAt }, { language, movement, now }) => (
        <Age at={checkedAt} now={now} language={language} movement={movement} />
      ),
      text: ({ checkedAt }, view) => dayOf(checkedAt, view),
    },
    founded: {
      label: groupFields.founded_on.label,
      sort: 'founded',
      cell: ({ foundedOn }, { language }) => (foundedOn ? showDay(foundedOn, language) : nothing),
      text: ({ foundedOn }) => foundedOn ?? '',
    },
    website: {
      label: groupFields.website.label,
      cell: ({ website }) => (website && /^https?:/.test(website) ? <a href={website}>{website}</a> : nothing),
      text: ({ website }) => website ?? '',
    },
    email: {
      label: groupFields.public_email.label,
      cell: ({ publicEmail }) => publicEmail ?? nothing,
      text: ({ publicEmail }) => publicEmail ?? '',
    },
  }) as const satisfies Record<string, TableColumn>

export type ColumnName = keyof ReturnType<typeof ourColumns> | `own_${string}` | `field_${string}`
export type ColumnSet = Readonly<Record<ColumnName, TableColumn>>

/** Ours, and one for each other field and each own question about the group. */
export function tableColumns(sections: Sections): ColumnSet {
  return { ...ourColumns(sections), ...fieldColumns(sections), ...ownColumns(sections) }
}

export const columnNames = (sections: Sections) => Object.keys(tableColumns(sections)) as ColumnName[]
export const defaultColumns: readonly ColumnName[] = ['town', 'state', 'members', 'answered', 'checked']

function Members({
  group: { members, trend },
  language,
  movement,
}: {
  group: ListedGroup
  language: Language
  movement: OwnWords
}) {
  if (members === null) return nothing
  const [first, last] = [trend[0], trend.at(-1)]
  const { trendOf } = textIn(language, movement).dashboard.groups
  return (
    <span class="members">
      {first !== undefined && last !== undefined && <Spark values={trend} label={trendOf(first, last, trend.length)} />}
      {members.toLocaleString(language)}
    </span>
  )
}

function LastAnswer({
  group,
  movement,
  view: { language, rounds },
}: {
  group: ListedGroup
  view: CellView
  movement: OwnWords
}) {
  const text = textIn(language, movement).dashboard.groups
  if (!group.lastRound) return <span class="soft">{text.never}</span>
  if (group.lastRound === rounds[0]?.key) return <b class="yes">{text.thisRound}</b>
  return <>{monthName(group.lastRound, language)}</>
}

/** How long ago, with its band as a mark that differs without colour. */
export function Age({
  at,
  now,
  language,
  movement,
}: {
  at: Date | null
  now: Date
  language: Language
  movement: OwnWords & Pick<Movement, 'calendar'>
}) {
  const days = at && daysSince(at, now)
  return (
    <span class="age">
      <svg class="swatch" width="12" height="12" aria-hidden="true">
        <rect class={`band-${bandOf(days, movement.calendar.every)}`} x="1" y="1" width="10" height="10" />
      </svg>
      {days === null ? textIn(language, movement).dashboard.groups.never : showAge(days, language)}
    </span>
  )
}
