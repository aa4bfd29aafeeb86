import { fold } from './fold.ts'

/** The numbers that have a word of their own. */
const numbers: ReadonlyMap<string, number> = new Map(
  `deux 2, trois 3, quatre 4, cinq 5, six 6, sept 7, huit 8, neuf 9, dix 10, onze 11, douze 12, treize 13, quatorze 14, quinze 15, seize 16,
  vingt 20, vingts 20, trente 30, quarante 40, cinquante 50, soixante 60, septante 70, huitante 80, nonante 90, cent 100, cents 100,
  mille 1000, couple 2, dizaine 10, douzaine 12, quinzaine 15, vingtaine 20, trentaine 30, quarantaine 40, cinquantaine 50, soixantaine 60,
  centaine 100, millier 1000, two 2, three 3, four 4, five 5, seven 7, eight 8, nine 9, ten 10, eleven 11, twelve 12, thirteen 13,
  fourteen 14, fifteen 15, sixteen 16, seventeen 17, eighteen 18, nineteen 19, dozen 12, twenty 20, thirty 30, forty 40, fifty 50,
  sixty 60, seventy 70, eighty 80, ninety 90, hundred 100, thousand 1000,
  twee 2, drie 3, vier 4, vijf 5, zes 6, zeven 7, acht 8, negen 9, tien 10, elf 11, twaalf 12, dertien 13, veertien 14, vijftien 15, zestien 16,
  zeventien 17, achttien 18, negentien 19, twintig 20, dertig 30, veertig 40, vijftig 50, zestig 60, zeventig 70, tachtig 80, negentig 90,
  honderd 100, duizend 1000, dozijn 12, tiental 10, vijftiental 15, twintigtal 20, dertigtal 30, veertigtal 40, vijftigtal 50, honderdtal 100`
    .split(/,\s*/)
    .map((one) => one.trim().split(' '))
    .map(([word = '', value]) => [word, Number(value)]),
)

/** `deux douzaines` are 24: these are counted. */
const counted = /^(?:dozen|dozijn|\w{3,12}(?:aine|tal))$/

/** « Quelques dizaines »: of several, nobody knows how many, unless a number stands before them. */
const several = /^(?:\w{3,12}aines|milliers|dozens|hundreds|thousands|\w{3,12}tallen|dozijnen|honderden|duizenden)$/

/** « Deux mille », « 3 centaines ». */
const multiple = /^(?:cent|mille|millier|hundred|thousand|honderd|duizend)$/

const none = /^(?:zero|aucune?|personne|none|nobody|no one|nul|niemand)$/
const alone =
  /^(?:une?|one|(?:une? |one )?(?:seule?|single)?(?: ?(?:personne|person|membre|member))|(?:juste |que )?moi(?: seule?| meme)?|seule?|(?:just|only) me)$/
const halfWord = /^(?:demie?|half)$/

/** What stands between the two ends of a guess, and between a whole and a part of it. */
const isBetween = (word: string) => /^(?:a|au|ou|et|to|or|and|tot|of|voire|peut|etre|maybe|misschien)$/.test(word)
const part = /^(?:dont|including|incl|of|which|whom|avec|with|waarvan)$/

const many = /^(?:quelques?|plusieurs|several|some|few|baker|enkele|paar|meerdere|verschillende)$/

/** One may stand in the middle of a number: `vingt et un`, `a hundred and one`. */
const joint = /^(?:et|and)$/
const one = /^(?:une?|one)$/

/** Words of such an answer are few: of more than this nothing is looked at. */
const longest = 60

/** A number near to what somebody says in words or between two others, to write instead: `une trentaine` is 30, `deux cents` is 200, `30-40` is 35. Null when it is no such answer. */
export function numberNear(text: string): number | null {
  if (text.length > longest) return null
  // In France and in Britain a point and a comma part thousands, or not
  if (/^\d{1,3}(?:[.,]\d{3}){1,3}$/.test(text)) return Number(text.replace(/[.,]/g, ''))
  const said = fold(text.replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '')).split(' ')
  const whole = said.join(' ')
  if (none.test(whole)) return 0
  if (alone.test(whole)) return 1
  return said.some((word) => figure.test(word)) ? nearFigures(said, text) : nearWords(said)
}

const figure = /^\d{1,7}$/

function nearFigures(said: readonly string[], text: string): number | null {
  const [from = 0, to, ...more] = said.filter((word) => figure.test(word)).map(Number)
  if (more.length > 0 || /\d[.,]\d/.test(text)) return null
  if (to === undefined) return timesOf(said, from) ?? (/\d/.test(text) ? null : from)
  if (/^\d{1,7}\s?\+\s?\d{1,7}$/.test(text)) return from + to
  const inside = insideOf(said, (word) => figure.test(word))
  if (inside.length > 0 && inside.every((word) => part.test(word))) return from
  const isRange = inside.length > 0 ? inside.every(isBetween) : /\d\s?[-–—&]\s?\d|\d\d\s?\/\s?\d/.test(text)
  return isRange ? between(from, to) : null
}

/** `3 douzaines`, `2 mille`: a figure, and how many times that is. */
function timesOf(said: readonly string[], times: number): number | null {
  const behind = said[said.findIndex((word) => figure.test(word)) + 1] ?? ''
  const word = behind.replace(/s$/, '')
  const value = numbers.get(word) ?? numbers.get(behind)
  return value !== undefined && (counted.test(word) || multiple.test(word)) ? times * value : null
}

function nearWords(said: readonly string[]): number | null {
  const short = said.map((word) => /^(\d{1,4})(?:t?aine|ne|ish)$/.exec(word)?.[1]).find(Boolean)
  if (short) return Number(short)
  if (said.some((word) => many.test(word))) return null
  if (said.some((word, index) => several.test(word) && !isOfNumber(said[index - 1] ?? ''))) return null
  const [first, second, ...more] = numbersInWords(said)
  if (first === undefined || more.length > 0) return null
  if (second === undefined) return halved(said, first)
  return insideOf(said, isOfNumber).every(isBetween) ? between(first, second) : null
}

/** `une demi-douzaine`, `une douzaine et demie`. */
function halved(said: readonly string[], value: number): number | null {
  const at = said.findIndex((word) => halfWord.test(word))
  if (at < 0) return value
  const isBefore = said.slice(at).some((word) => isOfNumber(word))
  const share = value * (isBefore ? 0.5 : 1.5)
  return Number.isInteger(share) && said.some((word) => counted.test(word)) ? share : null
}

/** The words between the first number and the last, that are none. */
function insideOf(said: readonly string[], isNumber: (word: string) => boolean): string[] {
  const at = said.flatMap((word, index) => (isNumber(word) ? [index] : []))
  return said.slice(at[0], at.at(-1)).filter((word) => !isNumber(word))
}

const between = (from: number, to: number) => (from < to ? Math.round((from + to) / 2) : null)

/** Whether words around a figure are a number too: `2 mille`, `3 douzaines`. */
export function saysMore(text: string): boolean {
  if (text.length > longest) return false
  const said = fold(text).split(' ')
  return said.length > 1 && said.some((word) => isOfNumber(word) || isOfNumber(word.replace(/s$/, '')))
}

/** Plain words, with each number that they say in figures: `vingt sept mars`, `27 mars`. */
export function inFigures(words: readonly string[]): string[] {
  const written: string[] = []
  for (let from = 0; from < words.length; ) {
    let to = from
    while (to < words.length && isOfNumber(words[to] ?? '', to > from)) to++
    const run = words.slice(from, to)
    const found = numbersInWords(run)
    written.push(...(found.length === 1 ? [String(found[0])] : run.length > 0 ? run : [words[from] ?? '']))
    from = Math.max(to, from + 1)
  }
  return written
}

export const isOfNumber = (word: string, isInside = false) =>
  numbers.has(word) || (isInside && (joint.test(word) || one.test(word)))

/** Thousands that are said already, and what is said behind them. */
type Said = { thousands: number; below: number }
const nothing: Said = { thousands: 0, below: 0 }
const whole = ({ thousands, below }: Said) => thousands + below

/** The numbers that plain words say, one after the other: `trente ou quarante` are two, `cent cinquante` is one. */
export function numbersInWords(words: readonly string[]): number[] {
  const found: number[] = []
  let said = nothing
  const end = (next: Said) => {
    if (whole(said) > 0) found.push(whole(said))
    said = next
  }
  for (const [index, word] of words.entries()) {
    const value = worth(word, joint.test(words[index - 1] ?? ''), said)
    if (value === null) {
      if (!joint.test(word)) end(nothing)
      continue
    }
    const [unit, next] = [said.below % 100, joined(said, value, counted.test(word.replace(/s$/, '')))]
    if (next) said = next
    else if (value === 100 && unit < 10) {
      // « entre cent et deux cents »
      said = { ...said, below: said.below - unit }
      end({ thousands: 0, below: unit * 100 })
    } else end({ thousands: 0, below: value })
  }
  end(nothing)
  return found
}

function worth(word: string, isJoined: boolean, said: Said): number | null {
  if (one.test(word)) return isJoined && said.below > 0 ? 1 : null
  return numbers.get(word) ?? numbers.get(word.replace(/s$/, '')) ?? null
}

/** A number with one more of its words; null where the word begins another: `vingt trente`. */
function joined({ thousands, below }: Said, value: number, isCounted: boolean): Said | null {
  if (value === 1000) return thousands === 0 ? { thousands: Math.max(below, 1) * 1000, below: 0 } : null
  if (value === 100 || isCounted) return below < 10 ? { thousands, below: Math.max(below, 1) * value } : null
  const last = below % 100
  if (value === 20 && last === 4) return { thousands, below: below + 76 }
  // « dix-sept », « cent cinquante », « vingt-cinq », « soixante-dix »
  if (last === 10 && value > 6 && value < 10) return { thousands, below: below + value }
  const room = last === 0 ? 100 : last % 10 > 0 || last < 20 ? 0 : last === 60 || last === 80 ? 20 : 10
  return value < room ? { thousands, below: below + value } : null
}
