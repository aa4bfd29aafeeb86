import { pathStep } from '../path-step.ts'

/** The paths of sentences that were marked: a mark is a place in it. */
const paths: string[] = []
const numbers = new Map<string, number>()

/** Stands behind a sentence, through everything that a page does with it. No sentence has these brackets, and nobody types them. */
export function sentenceMark(path: string): string {
  const number = numbers.get(path) ?? paths.push(path)
  numbers.set(path, number)
  return `⟦${number}⟧`
}

/** Each sentence below a path with its mark; what is said of values is marked when it is said. */
export function withMarks(path: string, whole: unknown, isSaid = false): unknown {
  if (typeof whole === 'string') return whole === '' ? whole : whole + sentenceMark(path)
  if (typeof whole === 'function') {
    const say = (...given: unknown[]) => withMarks(path, Reflect.apply(whole, undefined, given), true)
    return Object.defineProperty(say, 'length', { value: whole.length })
  }
  if (Array.isArray(whole)) return whole.map((one) => withMarks(path, one, isSaid))
  if (typeof whole !== 'object' || whole === null || Object.getPrototypeOf(whole) !== Object.prototype) return whole
  return Object.fromEntries(
    Object.entries(whole).map(([key, one]) => [
      key,
      withMarks(isSaid ? path : `${path}.${pathStep(key)}`, one, isSaid),
    ]),
  )
}

/** A page whose marks are taken out. `seen` stand in it, `unseen` are heard, or stand where only text may (a title, an option). */
export type Unmarked = { html: string; seen: Set<string>; unseen: Set<string> }

/** Puts `shown` of each sentence in its mark's place, wherever a page may have it. */
export function unmark(html: string, shown: (path: string) => string): Unmarked {
  const [seen, unseen] = [new Set<string>(), new Set<string>()]
  const put = (part: string, isSeen: boolean) =>
    part.replace(/⟦(\d{1,5})⟧/g, (_, number) => {
      const path = paths[Number(number) - 1] ?? ''
      ;(isSeen ? seen : unseen).add(path)
      return isSeen ? shown(path) : ''
    })
  let holder = ''
  const parts = html.split(/(<[^<>]*>)/).map((part) => {
    if (!part.startsWith('<')) return put(part, holder === '')
    const [, end = '', name = ''] = /^<(\/?)(title|option|textarea|style|script)\b/i.exec(part) ?? []
    if (name !== '') holder = end === '' ? name : ''
    return put(part, false)
  })
  for (const path of seen) unseen.delete(path)
  return { html: parts.join(''), seen, unseen }
}
