import type { ListName } from '#shared/record/record.ts'
import type { AnyRow, Value } from '#shared/record/row.ts'
import { type GrowingSection, growingSections } from '#shared/record/section.ts'
import type { Sections } from '#shared/record/sections.ts'
import { askBeside, type Question } from './ask.ts'
import { findMergeToUndo, type MergePair, type MergeWritten } from './group-merges.ts'
import { isOfSection } from './grown-rows.ts'
import { type LinkSession, linkSessionQuestion } from './link-sessions.ts'
import type { ReadDatabase } from './read-only.ts'
import { parseRows, rowValues } from './row.ts'

/** Rows of one list that two groups may have together to be made one in a browser: what years of a large group hold many times over. */
export const mostRowsMerged = 4000

/**
 * Two groups with the whole of their records; null of one that there is none of. `isTooLarge`: a list has more rows than can be merged at once. `wrote`: what
 * a merge of the two wrote, where it may be undone.
 */
export type MergingRead = {
  kept: LinkSession | null
  other: LinkSession | null
  isTooLarge: boolean
  wrote: MergeWritten | null
}

/** One trip. */
export async function readMerging(
  db: ReadDatabase,
  sections: Sections,
  { kept, other }: MergePair,
  now: Date,
): Promise<MergingRead> {
  const session = (group: string) => linkSessionQuestion(db, sections, { hash: null, group, isAsItIs: true }, now)
  const growing = growingSections(sections.asked)
  const lists = Object.fromEntries(growing.map((section) => [section.list, rowsOfGroups(db, section, [kept, other])]))
  const questions = { kept: session(kept), other: session(other), wrote: findMergeToUndo(db, { kept, other }) }
  const [answers, rows] = await askBeside(db, questions, lists)
  const ofLists = Object.entries(rows)
  const whole = (one: LinkSession | null): LinkSession | null =>
    one?.group ? withAllRows({ ...one, group: one.group }, ofLists) : null
  return {
    kept: whole(answers.kept),
    other: whole(answers.other),
    isTooLarge: ofLists.some(([, of]) => [...of.values()].flat().length > mostRowsMerged),
    wrote: answers.wrote,
  }
}

function withAllRows(
  session: LinkSession & { group: NonNullable<LinkSession['group']> },
  rows: readonly (readonly [ListName, Map<string, AnyRow[]>])[],
): LinkSession {
  const { group } = session
  const all = Object.fromEntries(rows.map(([list, of]) => [list, of.get(group.uid) ?? []]))
  return { ...session, group: { ...group, record: { ...group.record, ...all } } }
}

/** All rows of a list that grows, by their group. */
function rowsOfGroups(
  db: ReadDatabase,
  section: GrowingSection,
  groups: readonly string[],
): Question<Map<string, AnyRow[]>> {
  return {
    // What did these groups do?
    statement: db
      .prepare(
        `SELECT g.uid AS "group", ${rowValues(section, 'listed')} AS "values"
         FROM local_group g
         JOIN ${section.store.table} AS listed ON listed.group_id = g.id
         WHERE g.uid IN (SELECT value FROM json_each(?1)) AND ${isOfSection(section, 'listed')}
         ORDER BY g.id, listed.id
         LIMIT ?2 + 0`,
      )
      .bind(JSON.stringify(groups), mostRowsMerged + 1),
    read: (rows: { group: string; values: string }[]) =>
      new Map(
        Array.from(
          Map.groupBy(rows, ({ group }) => group),
          ([group, own]) => [
            group,
            parseRows(
              section.fields,
              own.map(({ values }) => JSON.parse(values) as Value[]),
            ),
          ],
        ),
      ),
  }
}
