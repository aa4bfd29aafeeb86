import { countryName } from '#shared/record/country-formats.ts'
import type { Value } from '#shared/record/row.ts'
import { showValue } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { Part } from './kinds.ts'
import type { RecognisedSheet } from './recognise.ts'
import type { Remark } from './summary.ts'

/** To whom it is said, and how a long value is cut. */
type Telling = { language: Language; movement: OwnWords; cut: (text: string) => string }

/** What is remarked of a row, beside whom it is about; '' where the remark says it all. */
export function remarkWords(
  { note, entry }: Remark,
  sheet: RecognisedSheet,
  { language, movement, cut }: Telling,
): string {
  const { sheet: text } = textIn(language, movement)
  switch (note.code) {
    case 'doubled':
      return text.lines(note.lines)
    case 'differs': {
      const field = sheet.shape.parts[note.part]?.[note.field]
      const show = (value: Value) => text.quote(cut(field ? showValue(field, value, language) : String(value)))
      const words = text.kept(show(note.kept), show(note.other))
      return text.at(text.line(entry.row.line), headingOf(sheet, note.part, note.field), words)
    }
    case 'repaired':
      return text.at(text.line(entry.row.line), headingOf(sheet, 'own', note.field), `${note.from} → ${note.to}`)
    case 'understood': {
      const field = sheet.shape.parts.own?.[note.field]
      const to = field && typeof note.to === 'string' ? showValue(field, note.to, language) : String(note.to)
      return text.at(text.line(entry.row.line), headingOf(sheet, 'own', note.field), `${cut(note.from)} → ${cut(to)}`)
    }
    case 'beyond':
      return text.at(text.line(entry.row.line), cut(note.name), cut(note.said))
    case 'mailbox':
      return text.at(text.line(entry.row.line), cut(note.known), cut(note.name))
    case 'language':
    case 'language_other':
      return text.because(cut(note.name), note.language)
    case 'called':
      return cut(note.name)
    case 'place_nearly':
      return `${cut(note.town)} → ${cut(note.place)}`
    case 'country_assumed':
      return text.because(cut(note.town), countryName(note.country, language))
    case 'place_unknown':
      return cut(note.town)
    case 'name_assumed':
    case 'departed':
      return cut(note.name)
    default:
      return ''
  }
}

/** A field as the sheet calls it. */
export function headingOf(sheet: RecognisedSheet, part: Part, field: string): string {
  const column = sheet.columns.find((candidate) => candidate.part === part && candidate.field === field)
  return column ? (sheet.headings[column.index] ?? field) : field
}
