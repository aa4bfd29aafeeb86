import { checkHeadings } from '#scripts/import/check-headings.ts'
import { showInstant } from '#scripts/text/show-instant.ts'
import { words } from '#scripts/text/text.ts'
import { nextRound, opening } from '#shared/domain/round.ts'
import { movementOf } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'

export const options: readonly string[] = []

export async function main(_args: string[], fixed: SomeSettings): Promise<void> {
  const movement = movementOf(fixed)
  checkHeadings(sheetKinds(movement))
  const next = nextRound(new Date(), movement)
  console.log(words.configRight(movement.name))
  console.log(next ? words.nextRound(showInstant(opening(next).dueAt, movement)) : words.noRound)
}
