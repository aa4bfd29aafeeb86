import movement from '#movement'
import { checkHeadings } from '#scripts/import/check-headings.ts'
import { showInstant } from '#scripts/text/show-instant.ts'
import { words } from '#scripts/text/text.ts'
import { nextRound, opening } from '#shared/domain/round.ts'

export const options: readonly string[] = []

export async function main(): Promise<void> {
  checkHeadings()
  const next = nextRound(new Date(), movement)
  console.log(words.configRight(movement.name))
  console.log(next ? words.nextRound(showInstant(opening(next).dueAt, movement)) : words.noRound)
}
