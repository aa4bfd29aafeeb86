import { styleText } from 'node:util'
import { spokenKind } from '#shared/sheet/kinds.ts'
import { possibleKinds } from '#shared/sheet/possible-kinds.ts'
import type { RecognisedSheet } from '#shared/sheet/recognise.ts'
import type { Language } from '#shared/text/language.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import { clip } from './table.ts'

/** The sheets that are left alone because they may be something else than they seem, why, and how to say otherwise. */
export function showDoubts(sheets: readonly RecognisedSheet[], language: Language): string[] {
  const { sheet: text } = textIn(language, ourWords)
  return sheets.flatMap(({ title, kind, doubt }) => {
    if (!doubt) return []
    const signs = doubt.signs.map((sign) => clip(sign)).join(', ')
    const kinds = possibleKinds({ kind, doubt })
    return [
      styleText('bold', text.doubt(title, spokenKind(kind))),
      `  ${text.because(text.doubts[doubt.code], signs)}`,
      ...kinds.map((one) => `  ${text.sayKind(spokenKind(one))}`),
      '',
    ]
  })
}
