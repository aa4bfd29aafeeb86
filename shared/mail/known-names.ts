import type { NewNames } from '#shared/domain/new-names.ts'

/** Where a mail's content has what groups and people are called. */
const ofOne: ReadonlySet<string> = new Set(['group', 'by', 'about', 'name'])
const ofMany: ReadonlySet<string> = new Set(['groups', 'authors'])

/**
 * What a mail tells with the names that its reader has known for long: one that another referent gave is not what an inbox shows. Of whom nothing was
 * known before, `somebody` is said.
 */
export function withKnownNames<Content extends object>(
  content: Content,
  newNames: NewNames,
  somebody: string,
): Content {
  const known = (name: string) => (newNames.has(name) ? (newNames.get(name) ?? somebody) : name)
  const told = Object.entries(content).map(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [key, ofOne.has(key) ? known(value) : value]
    if (!Array.isArray(value) || !ofMany.has(key)) return [key, value]
    return [key, value.map((one) => (typeof one === 'string' ? known(one) : withKnownNames(one, newNames, somebody)))]
  })
  return Object.fromEntries(told) as Content
}

/** Whether words hold a new name, however it came there. */
export function tellsNewName(words: string, newNames: NewNames): boolean {
  return [...newNames].some(([name, before]) => (before ? words.replaceAll(before, '') : words).includes(name))
}
