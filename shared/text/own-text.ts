type Put = (sentence: string) => string

const kept = new WeakMap<object, Map<string, unknown>>()

/** What is made of a movement's words, made once for each of these names: a language, say. */
export function keptOnce<Made>(own: object, name: string, make: () => Made): Made {
  const byName = kept.get(own) ?? new Map<string, unknown>()
  kept.set(own, byName)
  if (!byName.has(name)) byName.set(name, make())
  return byName.get(name) as Made
}

/** The same texts with a movement's nouns in them; each is made when it is first read. */
export function withNouns<Whole>(whole: Whole, put: Put): Whole {
  return said(whole, put) as Whole
}

function said(whole: unknown, put: Put): unknown {
  if (typeof whole === 'string') return put(whole)
  if (typeof whole === 'function') return parsedRow(whole, put)
  if (typeof whole !== 'object' || whole === null) return whole
  if (Array.isArray(whole)) return whole.map((one) => said(one, put))
  return Object.defineProperties({}, lazily(whole, put))
}

function lazily(whole: object, put: Put): PropertyDescriptorMap {
  const entries = Object.entries(whole).map(([key, value]) => {
    let made: unknown
    return [key, { enumerable: true, get: () => (made ??= said(value, put)) }] as const
  })
  return Object.fromEntries(entries)
}

/** What is said of values: in the movement's words around them, never in them: a group called "Groupe de Pau" keeps its name. */
function parsedRow(say: Parameters<typeof Reflect.apply>[0], put: Put) {
  const spoken = (...given: unknown[]): unknown => {
    const answer: unknown = Reflect.apply(say, undefined, given)
    if (typeof answer !== 'string') return said(answer, put)
    const names = typedTexts(given).filter((text) => put(text) !== text)
    return shown(put(names.reduce(hidden, answer)))
  }
  // How many values it is said of
  return Object.defineProperty(spoken, 'length', { value: say.length })
}

/** Texts that a person may have typed; codes of ours are one word in small letters. */
function typedTexts(given: unknown, depth = 0): string[] {
  if (typeof given === 'string') return /^[a-z_]+$/.test(given) ? [] : [given.replace(/^Les? /, '')]
  if (typeof given !== 'object' || given === null || depth > 3) return []
  return Object.values(given).flatMap((value) => typedTexts(value, depth + 1))
}

/** Stands between the letters of a name while nouns are looked for; nobody types it (Unicode: not a character). */
const apart = '\uffff'

function hidden(text: string, name: string): string {
  return text.replaceAll(name, () => [...name].join(apart))
}

function shown(text: string): string {
  return text.replaceAll(apart, '')
}
