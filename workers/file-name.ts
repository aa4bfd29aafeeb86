import type { Day } from '#shared/domain/day.ts'
import { fold } from '#shared/record/fold.ts'

/** Letters of a word at most. */
const most = 40

/** `Provence-Alpes-Côte d’Azur` → `provence-alpes-cote-d-azur`; '' of what has no letter of these. */
function inAscii(word: string): string {
  return fold(word.slice(0, 100))
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join('-')
    .slice(0, most)
}

/** The name of a file that is downloaded: what it is, what narrows it, its day. In ASCII, which each system and program keeps. */
export function fileName(words: readonly string[], day: Day, extension: string): string {
  const said = words.map(inAscii).filter((word) => word !== '')
  return `${[...said, day].join('-')}.${extension}`
}
