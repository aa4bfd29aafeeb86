import movement from '#movement'
import { checkHeadings } from '#scripts/import/check-headings.ts'
import { language, words } from '#scripts/text/text.ts'
import { nextRound, opening } from '#shared/domain/round.ts'

export const options: readonly string[] = []

export async function main(): Promise<void> {
  checkHeadings()
  const { timeZone } = movement
  const show = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone })
  const next = nextRound(new Date(), movement)
  console.log(words.configRight(movement.name))
  console.log(next ? words.nextRound(show.format(opening(next).dueAt)) : words.noRound)
}
