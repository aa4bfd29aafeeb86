import type { Entry, SheetFault } from './problem.ts'
import { type RecognisedSheet, reasonHeadings } from './recognise.ts'

/** Something of a row that was not taken, and why, in words. */
export type Refused = { entry: Entry; fault: SheetFault; reason: string }

/**
 * The rows of a sheet that somebody has to mend, in its own shape with a first column that says why. A row of which nothing
 * was taken is there in full. Of a row that lost a cell there is what it takes to mend it, so that importing the file
 * later brings the mended cells and nothing old with them: an empty cell changes nothing.
 */
export function refusedSheet(
  sheet: RecognisedSheet,
  refused: readonly Refused[],
  language: keyof typeof reasonHeadings,
): string[][] {
  const byRow = Map.groupBy(refused, ({ entry }) => entry.row)
  const reasons: readonly string[] = Object.values(reasonHeadings)
  const old = sheet.headings.findIndex((heading) => reasons.includes(heading))
  const without = (cells: readonly string[]) => (old < 0 ? cells : cells.toSpliced(old, 1))
  const rows = Array.from(byRow, ([{ cells }, faults]) => {
    const reason = faults.map((one) => one.reason).join(' ; ')
    return [reason, ...without(keptCells(sheet, cells, faults))]
  })
  return [[reasonHeadings[language], ...without(sheet.headings)], ...rows]
}

function keptCells(sheet: RecognisedSheet, cells: readonly string[], faults: readonly Refused[]): readonly string[] {
  if (sheet.kind !== 'groups' || faults.some(({ fault }) => fault.loses === 'row')) return cells
  const naming = sheet.columns.filter(({ part, field }) => part === 'own' && field === 'name').map(({ index }) => index)
  const kept = new Set([...naming, ...faults.flatMap(({ fault }) => fault.columns)])
  return sheet.headings.map((_, index) => (kept.has(index) ? (cells[index] ?? '') : ''))
}
