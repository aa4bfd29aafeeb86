import type { ReadDatabase, ReadStatement } from './read-only.ts'

/** Something to be read, and what its rows mean. */
export type Question<Answer> = {
  statement: ReadStatement
  // biome-ignore lint/suspicious/noExplicitAny: each question knows the columns that it asks for
  read: (rows: any[]) => Answer
}

// biome-ignore lint/suspicious/noExplicitAny: as above
type Questions = Readonly<Record<string, Question<any>>>
type Answers<Asked extends Questions> = {
  [Name in keyof Asked]: Asked[Name] extends Question<infer Answer> ? Answer : never
}

/** Asks everything that a page needs at once: one trip to the database, however many questions. */
export async function ask<Asked extends Questions>(db: ReadDatabase, questions: Asked): Promise<Answers<Asked>> {
  const entries = Object.entries(questions)
  const results = await db.batch<unknown>(entries.map(([, { statement }]) => statement))
  const answers = entries.map(([name, { read }], index) => [name, read(results[index]?.results ?? [])])
  return Object.fromEntries(answers) as Answers<Asked>
}
