import { styleText } from 'node:util'
import { spokenKind } from '#shared/sheet/kinds.ts'
import type { Sheet } from '#shared/sheet/recognise.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { clip } from './table.ts'

/** The sheets that are left alone because they may be something else than they seem, why, and how to say otherwise. */
export function showDoubts(sheets: readonly Sheet[], language: Language): string[] {
  const { sheet: text } = textIn(language)
  return sheets.flatMap(({ title, kind, doubt }) => {
    if (!doubt) return []
    const signs = doubt.signs.map((sign) => clip(sign)).join(', ')
    const others =
      kind === 'groups' && doubt.code === 'people_of_groups' ? [] : (['groups', 'referents', 'places'] as const)
    const kinds = [kind, ...others.filter((other) => other !== kind && mayBe[doubt.code].includes(other))]
    return [
      styleText('bold', text.doubt(title, spokenKind(kind))),
      `  ${text.because(text.doubts[doubt.code], signs)}`,
      ...kinds.map((one) => `  ${text.sayKind(spokenKind(one))}`),
      '',
    ]
  })
}

/** What a sheet may be instead. */
const mayBe: Readonly<Record<NonNullable<Sheet['doubt']>['code'], readonly string[]>> = {
  people: ['groups'],
  people_of_groups: ['referents'],
  people_or_groups: ['groups'],
  places_or_groups: ['groups', 'places'],
}
