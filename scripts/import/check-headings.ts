import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { unknownHeadings } from '#shared/sheet/recognise.ts'

/** @throws Stop when the movement's configuration leads a column to a heading that we do not have. */
export function checkHeadings(): void {
  const unknown = unknownHeadings()
  if (unknown.length > 0) throw new Stop(words.headingsUnknown(unknown))
}
