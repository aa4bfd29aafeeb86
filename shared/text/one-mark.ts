const mark = /[.?!…]$/

/** Whether something that is said ends as a sentence does: a group called "Un local ?", a name that ends in "S.A.". */
export function endsInMark(said: unknown): boolean {
  return typeof said === 'string' ? mark.test(said) : Array.isArray(said) && said.some(endsInMark)
}

/** A sentence in which such a name has the last word: it ends in the name's own mark, and in no second one. */
export function inOneMark(sentence: string): string {
  return sentence
    .replace(/(?<=[?!…]|[^.\s]\.)\.(?=\s(?!»)|$)/g, '')
    .replace(/\?\s?\?(?=\s(?!»)|$)/g, '?')
    .replace(/(?<=…)…/g, '')
}

type Say = Parameters<typeof Reflect.apply>[0]

/** The same texts, whose sentences end in one mark whatever they are said of. */
export function withOneMark<Whole>(whole: Whole): Whole {
  return marked(whole) as Whole
}

function marked(whole: unknown): unknown {
  if (typeof whole === 'function') return markedOnce(whole as Say)
  if (typeof whole !== 'object' || whole === null) return whole
  if (Array.isArray(whole)) return whole.map(marked)
  return Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, marked(value)]))
}

function markedOnce(say: Say) {
  const once = (...given: unknown[]): unknown => {
    const answer: unknown = Reflect.apply(say, undefined, given)
    return typeof answer === 'string' && given.some(endsInMark) ? inOneMark(answer) : answer
  }
  // How many values it is said of
  return Object.defineProperty(once, 'length', { value: say.length })
}
