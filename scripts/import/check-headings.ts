import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import type { SheetKinds } from '#shared/sheet/kinds.ts'
import { unknownHeadings } from '#shared/sheet/recognise.ts'

/** @throws Stop when the movement's configuration leads a column to a heading that we do not have. */
export function checkHeadings(kinds: SheetKinds): void {
  const unknown = unknownHeadings(kinds)
  if (unknown.length > 0) throw new Stop(words.headingsUnknown(unknown))
}
