import { source } from '../originals.ts'

/** What a sentence says, once in each of its forms; `{name}` stands for a value. */
export function saidForms(sentence: unknown): string[] {
  if (typeof sentence === 'string') return [sentence]
  if (typeof sentence !== 'function') return unique(Object.values(Object(sentence)).flatMap(saidForms))
  const forms = unique(trials(sentence).filter(isSaid))
  return forms.length > 0 ? forms : [source(sentence)]
}

const unique = (forms: readonly string[]) => [...new Set(forms)]

/** For one, for several, and without each value that may be missing. */
function trials(sentence: unknown): string[] {
  const named = parametersOf(String(sentence))
  const without = named.filter((name) => !isNumber(name))
  const given = [{ n: 2 }, { n: 1 }, { n: 0 }, ...without.map((none) => ({ n: 2, none }))]
  return given.flatMap((values) => {
    try {
      return [Reflect.apply(sentence as () => unknown, undefined, argumentsFor(String(sentence), values))].flatMap(
        (said) => (typeof said === 'string' ? [said] : saidForms(said)),
      )
    } catch {
      // Not every value of a sentence may be missing: that form is none
      return []
    }
  })
}

type Given = { n: number; none?: string }

function argumentsFor(code: string, given: Given): unknown[] {
  const named = parametersOf(code)
  if (!isOfOneObject(code)) return named.map((name) => valueFor(name, given))
  return [Object.fromEntries(named.map((name) => [name, valueFor(name, given)]))]
}

function valueFor(name: string, { n, none }: Given): unknown {
  if (name === none) return null
  if (isNumber(name)) return n
  return /(names|labels|sections|lists)$/i.test(name) ? [`{${name}}`] : `{${name}}`
}

const isNumber = (name: string) => /^(n|more|done|all|answered|asked|count)$/.test(name)
const isOfOneObject = (code: string) => /^\(?\{/.test(code)
const isSaid = (form: string) => form !== '' && !/\b(NaN|null|undefined|Invalid Date)\b|\[object/.test(form)

/** The names of its values, as they were written: a compiler numbers those that stand in several sentences. */
function parametersOf(code: string): string[] {
  const [inside = ''] = code.replace(/^[({]{1,2}/, '').split(/[)}=]/)
  return inside.split(',').flatMap((one) => {
    const [name = ''] = one.split(':')
    return name.trim() === '' ? [] : [isOfOneObject(code) ? name.trim() : name.trim().replace(/(?<!\d)\d{1,4}$/, '')]
  })
}
