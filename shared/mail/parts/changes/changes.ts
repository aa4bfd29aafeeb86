import { changeForGroup } from '#shared/domain/change-briefly.ts'
import { changeInWords } from '#shared/domain/change-words.ts'
import type { News } from '#shared/domain/mail-content.ts'
import { cut } from '#shared/text/cut.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Setting } from '../../kind.ts'

/** A mail that tells nothing but its words. */
export const noChanges = { tellsChanges: false, changes: [], tellsBriefly: false, brief: [], rights: '' } as const

/** Who wrote last, by name. */
export function authorOf({ revisions }: News, language: Language): string {
  return revisions.findLast(({ by }) => by !== null)?.by ?? textIn(language).page.somebody
}

/** How many changes a receipt tells, and so many characters of a value: the history, to which it leads, has all of it. */
const receiptLimit = 40
const valueLimit = 300

/** Each change on a line: what, and before → after. */
export function changesOf({ revisions, untold, names }: News, { movement: { sections }, language }: Setting) {
  const changes = revisions.flatMap((revision) => revision.changes)
  const lines = changes.slice(0, receiptLimit).map((change) => {
    const { what, before, after } = changeInWords(change, names, sections, language)
    const values = [before, after].filter((value) => value !== null).map((value) => cut(value, valueLimit))
    return { what: cut(what, valueLimit), values: values.join(' → ') }
  })
  const rest = changes.length - lines.length + untold
  return rest > 0 ? [...lines, { what: '…', values: textIn(language).form.andMore(rest) }] : lines
}

/** How many changes a mail tells in short: what is read at a glance. */
const briefLimit = 6

/** Each change in a line, for those who did not make it. */
export function briefOf({ revisions, untold, names }: News, { movement: { sections }, language }: Setting) {
  const changes = revisions.flatMap((revision) => revision.changes)
  const lines = changes.slice(0, briefLimit).map((change) => changeForGroup(change, names, sections, language))
  const rest = changes.length - lines.length + untold
  const more = rest > 0 ? [textIn(language).form.andMore(rest)] : []
  return [...lines, ...more].map((told) => ({ told }))
}
