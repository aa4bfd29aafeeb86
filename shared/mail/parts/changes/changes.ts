import type { Change } from '#shared/domain/change.ts'
import { changeForGroup } from '#shared/domain/change-briefly.ts'
import { changeInWords } from '#shared/domain/change-words.ts'
import type { News } from '#shared/domain/mail-content.ts'
import { capital } from '#shared/text/capital.ts'
import { endsItself, semicolonIn } from '#shared/text/colon.ts'
import { cut } from '#shared/text/cut.ts'
import { inFull } from '#shared/text/fr/spoken.ts'
import { arrowIn } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Setting } from '../../kind.ts'
import { everyMail } from '../every/every.ts'

/** One thing that changed, on a line; `what` is empty where `told` says it all. */
type ChangeLine = { what: string; told: string }

/** How many changes an inbox shows; a mail to those who did not make them, who read at a glance; a receipt: the history has all. */
const previewLimit = 3
const briefLimit = 6
const receiptLimit = 40

/** Characters of a value that a receipt tells. */
const valueLimit = 300

/** Who wrote, by name or by whose link, as the first words of a sentence. */
export function authorsOf({ authors, passedBy }: News, { language, movement }: Setting): { n: number; by: string[] } {
  const { somebody, byLinkOf } = textIn(language, movement).page
  const [first = somebody, ...others] = [...authors, ...passedBy.map(byLinkOf)]
  return { n: others.length + 1, by: [authors.length > 0 ? first : capital(first), ...others] }
}

/** Each change with its values, for whose they are: `Membres : 12 → 20`. */
export function changesWhole(news: News, setting: Setting): ChangeLine[] {
  const { movement, language } = setting
  const say = everyMail(language)
  return withRest(news, receiptLimit, setting, (change) => {
    const { what, before, after } = changeInWords(change, news.names, movement.sections, language)
    // What is asked is ours to write; what is said is theirs
    const read = 'field' in change ? inFull : (words: string) => words
    const values = [before, after].filter((value) => value !== null).map((value) => cut(value, valueLimit))
    // A line may begin with an arrow, not end with one
    const label = cut(read(what), valueLimit)
    return {
      what: endsItself(label) ? label : say('label', { label }),
      told: values.join(` ${arrowIn(language)}\u00a0`),
    }
  })
}

/** The first changes without anything that is not the whole group’s, in a mail that may be forwarded. */
export function changesBriefly(news: News, setting: Setting): ChangeLine[] {
  return withRest(news, briefLimit, setting, (change) => ({
    what: '',
    told: brief(change, news, setting),
  }))
}

/** The first changes, and how many there are beside. */
function withRest(
  { changes, untold }: News,
  limit: number,
  { language, movement }: Setting,
  lineOf: (change: Change) => ChangeLine,
): ChangeLine[] {
  const lines = changes.slice(0, limit).map(lineOf)
  const rest = changes.length - lines.length + untold
  return rest > 0 ? [...lines, { what: '', told: textIn(language, movement).form.andMore(rest) }] : lines
}

/** What an inbox shows beside the subject. */
export function changesPreview(news: News, setting: Setting): string {
  return news.changes
    .slice(0, previewLimit)
    .map((change) => brief(change, news, setting))
    .join(semicolonIn(setting.language))
}

/** Of people it tells no name: then every word is ours. */
function brief(change: Change, { names }: News, { movement: { sections }, language }: Setting): string {
  const told = changeForGroup(change, names, sections, language)
  return sections.of(change.list)?.isAboutPeople ? inFull(told) : told
}
