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

/** The same, of questions that are known by name and of any number that are alike, such as one a list: one trip. */
export async function askBeside<Asked extends Questions, Answer>(
  db: ReadDatabase,
  questions: Asked,
  alike: Readonly<Record<string, Question<Answer>>>,
): Promise<[Answers<Asked>, Record<string, Answer>]> {
  const count = Object.keys(questions).length
  const asked = [...Object.values(questions), ...Object.values(alike)]
  const results = await db.batch<unknown>(asked.map(({ statement }) => statement))
  const answerOf = (index: number) => asked[index]?.read(results[index]?.results ?? [])
  const named = Object.keys(questions).map((name, index) => [name, answerOf(index)])
  const others = Object.keys(alike).map((name, index) => [name, answerOf(count + index)])
  return [Object.fromEntries(named), Object.fromEntries(others)]
}
