import { styleText } from 'node:util'
import { type KindName, type Part, type SheetKinds, spokenKind } from '#shared/sheet/kinds.ts'
import type { Language } from '#shared/text/language.ts'
import { ourWords, textIn } from '#shared/text/text.ts'

/** Every heading that we know, by kind of sheet, one string a line. */
export function showColumns(kinds: SheetKinds, language: Language): string[] {
  const { sheet: text } = textIn(language, ourWords)
  return [text.columnsLead, ...kinds.names.flatMap((kind) => ['', ...showKind(kinds, kind, language)])]
}

function showKind(kinds: SheetKinds, kind: KindName, language: Language): string[] {
  const { title, parts, needs } = kinds.of(kind)
  const isNeeded = (part: Part, field: string) => needs.some(([needed, name]) => needed === part && name === field)
  const lines = Object.entries(parts).flatMap(([part, fields]) =>
    Object.entries(fields).map(([field, { headings }]) => {
      const mark = isNeeded(part as Part, field) ? '*' : ' '
      return `  ${mark} ${headings[language].join(', ').replaceAll('{n}', '1')}`
    }),
  )
  return [styleText('bold', title?.[language] ?? textIn(language, ourWords).sheet.kinds[spokenKind(kind)]), ...lines]
}
