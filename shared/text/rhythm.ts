import { capital } from './capital.ts'

/** Words of ours that say a month, and what stands for them by how many months lie between two updates: 2, 3, 4, 6 or 12. */
export type RhythmWords = readonly (readonly [ours: RegExp, instead: Readonly<Record<number, string>>])[]

/** The same words whatever the rhythm is, but for those that are named. */
export const ofAny = (words: string, named: Readonly<Record<number, string>> = {}) => ({
  2: words,
  3: words,
  4: words,
  6: words,
  12: words,
  ...named,
})

/** Months of thirty days between two updates, and two more for who is late: what was checked in them is up to date. */
export const agesOf = (every: number) => ({ month: every, quarter: every + 2, half: 2 * (every + 2) })
type Ages = ReturnType<typeof agesOf>

/** What says how old something is: in days where there is an update each month, else in months. */
export const ofAges = (say: (ages: Ages) => string) =>
  Object.fromEntries([2, 3, 4, 6, 12].map((every) => [every, say(agesOf(every))]))

/** A sentence of ours as it is said where there is an update every so many months; one of a month stands as it is. */
export function putRhythm(sentence: string, words: RhythmWords, every: number): string {
  return words.reduce((text, [ours, instead]) => text.replace(ours, (whole) => like(whole, instead[every])), sentence)
}

function like(ours: string, instead: string | undefined): string {
  if (instead === undefined) return ours
  return ours.charAt(0) === ours.charAt(0).toLowerCase() ? instead : capital(instead)
}
