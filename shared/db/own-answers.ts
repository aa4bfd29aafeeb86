import type { Value } from '#shared/record/row.ts'
import { tableOf } from '#shared/record/section.ts'
import { ourSections } from '#shared/record/sections.ts'
import type { Question } from './ask.ts'
import type { ReadDatabase } from './read-only.ts'

/** Answers to an own question: how many rows have one, and, where there are few different ones, each with how many rows have it. */
export type OwnAnswers = { rows: number; different: readonly { answer: Value; rows: number }[] }

/** So many different answers are looked at one by one. */
const mostLooked = 2000

/** What is kept in answer to a question (its section as settings name it, its key), whether it is asked or not. */
export function ownAnswersTo(
  db: ReadDatabase,
  { section, key }: { section: string; key: string },
): Question<OwnAnswers> {
  const ours = ourSections.find(({ name }) => name === section)
  const table = ours && tableOf(ours)
  return {
    // How many rows have an answer to this question, and which?
    statement: db
      .prepare(
        `SELECT own -> ?1 AS answer, count(*) AS rows, sum(count(*)) OVER () AS total
         FROM ${table ?? 'section_row'}
         WHERE own ->> ?1 IS NOT NULL AND ?2 = ${table ? '?2' : 'section'}
         GROUP BY answer
         ORDER BY rows DESC
         LIMIT ?3 + 0`,
      )
      .bind(`$.${key}`, `own_${section}`, mostLooked),
    read: (rows: { answer: string; rows: number; total: number }[]) => ({
      rows: rows[0]?.total ?? 0,
      different: rows.map(({ answer, rows: count }) => ({ answer: JSON.parse(answer) as Value, rows: count })),
    }),
  }
}

/** How many rows a section of a movement's own has, whether it is asked or not. */
export function countOwnRows(db: ReadDatabase, key: string): Question<number> {
  return {
    // How many rows has this section of a movement's own?
    statement: db.prepare('SELECT count(*) AS n FROM section_row WHERE section = ?1').bind(`own_${key}`),
    read: ([row]: { n: number }[]) => row?.n ?? 0,
  }
}
