import { Stop } from '#scripts/run.ts'
import { language } from '#scripts/text/text.ts'
import { fold } from '#shared/record/fold.ts'
import { type KindName, kindNames } from '#shared/sheet/kinds.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import type { SheetFile } from './read-files.ts'

const { sheet: text } = textIn(language, ourWords)

/**
 * What sheets are, as `--as groups` says of all of them and `--as "Tab=groups"` of one.
 * @throws Stop for a kind that there is none of.
 */
export function kindsSaid(said: readonly string[]): (title: string) => KindName | undefined {
  const entries = said.map((one) => {
    const at = one.lastIndexOf('=')
    const kind = kindNames.find((name) => name === one.slice(at + 1).trim())
    if (!kind) throw new Stop(text.unknownKind(kindNames))
    return { title: at < 0 ? null : fold(one.slice(0, at)), kind }
  })
  return (title) => entries.find((entry) => entry.title === null || fold(title).includes(entry.title))?.kind
}

/**
 * What headings mean, as `--means "Mail = Mail réf 1"` says.
 * @throws Stop where nothing is said of one.
 */
export function meaningsSaid(said: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    said.map((one) => {
      const at = one.lastIndexOf('=')
      const [heading, meaning] = [one.slice(0, at).trim(), one.slice(at + 1).trim()]
      if (at < 1 || heading === '' || meaning === '') throw new Stop(text.meaningUnread(one))
      return [heading, meaning]
    }),
  )
}

/** Headings of `--means` that none of these sheets has; a column without heading goes by its letter. */
export function unmetHeadings(said: readonly string[], files: readonly SheetFile[]): string[] {
  const known = new Set(files.flatMap(({ sheets }) => sheets.flatMap(({ headings }) => headings.map(fold))))
  const named = said.map((one) => one.split(' = ')[0]?.trim() ?? one)
  return named.filter((heading) => !known.has(fold(heading)) && !/^[A-Z]{1,2}$/.test(heading))
}
