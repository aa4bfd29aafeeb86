import { plain } from './plain.ts'

const numbers: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    `dix 10, douze 12, quinze 15, vingt 20, trente 30, quarante 40, cinquante 50, soixante 60, cent 100, cents 100, mille 1000,
    dizaine 10, douzaine 12, quinzaine 15, vingtaine 20, trentaine 30, quarantaine 40, cinquantaine 50, soixantaine 60, centaine 100,
    millier 1000, ten 10, twelve 12, dozen 12, fifteen 15, twenty 20, thirty 30, forty 40, fifty 50, sixty 60, seventy 70, eighty 80,
    ninety 90, hundred 100, thousand 1000`
      .split(/,\s*/)
      .map((one) => one.trim().split(' '))
      .map(([word = '', value]) => [word, Number(value)]),
  ),
}

/** Words of such an answer are few: of more than this nothing is looked at. */
const longest = 60

/** A number near to what somebody says in words or between two others, to write instead: `une trentaine` is 30, `30-40` is 35. Null when it is no such answer. */
export function numberNear(text: string): number | null {
  if (text.length > longest) return null
  const said = plain(text).split(' ')
  const figures = said.filter((word) => /^\d{1,7}$/.test(word)).map(Number)
  const [from = 0, to = 0] = figures
  if (figures.length === 2) return /[.,]\d/.test(text) || from >= to ? null : Math.round((from + to) / 2)
  const named = said.flatMap((word) => numbers[word] ?? [])
  return figures.length === 0 && named.length === 1 ? (named[0] ?? null) : null
}
