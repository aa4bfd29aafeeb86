import { fold } from '#shared/record/fold.ts'

const longestKey = 40

/** A key for something that is named for the first time: `A room of your own?` is `a_room_of_your_own`. Never one that is taken. */
export function ownKey(name: string, taken: readonly string[]): string {
  const letters = fold(name)
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, longestKey - 4)
    .replace(/^[_0-9]+|_$/g, '')
  const key = letters === '' ? 'question' : letters
  const free = [key, ...Array.from({ length: taken.length + 1 }, (_, index) => `${key}_${index + 2}`)]
  return free.find((one) => !taken.includes(one)) ?? key
}
