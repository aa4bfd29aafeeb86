import { announcementIn } from '#shared/domain/announcement.ts'
import { linkPath } from '#shared/domain/link.ts'
import type { OwedRecords } from '#shared/domain/mail-content.ts'
import { capital } from '#shared/text/capital.ts'
import { semicolonIn } from '#shared/text/colon.ts'
import type { Language } from '#shared/text/language.ts'
import type { Setting } from '../../kind.ts'
import { type Say, sayIn } from '../../words.ts'
import { groupsBriefly, monthOf, whyReferent } from '../every/every.ts'
import { moreGroups, recordData } from '../record/record.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export const askWords = { fr, en }

/** What the month's three mails have in common: they ask about groups, and are tried until the next of them comes. */
export const asks = {
  patience: 5 * 24 * 3_600_000,
  reachesSuppressed: [],
  isStoppable: true,
  link: { path: linkPath.update, lasts: 'round' },
} as const

/** Up to so many groups their minutes are counted, one for each. */
const minutesCounted = 5

/** What they ask, about what we know, and how. */
export function askData(content: OwedRecords, say: Say<'subject' | 'kicker' | 'title' | 'lead'>, setting: Setting) {
  const { language, now, movement } = setting
  const { round, groups, count } = content
  const sayAsk = sayIn('ask', askWords, language, movement)
  const records = groups.map((group) => recordData(group, setting))
  const told = { n: count, groups: groupsBriefly(content, setting) }
  const lead = say('lead', told)
  return {
    subject: capital(say('subject', told)),
    preview: previewOf(records, language) || lead,
    kicker: capital(say('kicker', { month: monthOf(round ?? now.toISOString().slice(0, 7)) })),
    title: say('title'),
    lead,
    groups: records,
    more: moreGroups(count - groups.length, setting),
    announcement: announcementData(content, setting),
    open: count > minutesCounted ? sayAsk('checkMany') : sayAsk('check', { n: count }),
    effort: sayAsk('effort', { n: count }),
    together: groups.some(({ referents }) => referents.length > 1) ? sayAsk('together') : '',
    yours: sayAsk('yours'),
    why: whyReferent(content, setting),
    stop: sayAsk('stop'),
  }
}

/** The team's words of the month; nothing once their last day has passed. */
function announcementData({ announcement }: OwedRecords, { language, now, movement }: Setting) {
  const said = announcementIn(announcement, language, now)
  if (!said) return []
  const lines = said.body.split('\n').map((line) => ({ line }))
  return [
    {
      from: sayIn('ask', askWords, language, movement)('announced'),
      spoken: said.language,
      lines,
      address: said.url ?? '',
    },
  ]
}

/** What an inbox shows beside the subject: the record itself, or the groups' names. */
function previewOf(records: readonly ReturnType<typeof recordData>[], language: Language): string {
  const [only, another] = records
  if (!only || another) return records.map(({ name }) => name).join(', ')
  const [people, ...others] = only.lines
  return [
    only.missing,
    people && `${people.label} ${people.value}`,
    ...others.map(({ label, value }) => `${label} ${value}`),
  ]
    .filter((part) => part)
    .join(semicolonIn(language))
}
