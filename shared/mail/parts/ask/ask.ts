import { linkPath } from '#shared/domain/link.ts'
import type { GroupFacts } from '#shared/domain/mail-content.ts'
import { showAge } from '#shared/record/show.ts'
import type { Setting } from '../../kind.ts'
import { type Say, sayIn } from '../../words.ts'
import { groupsBriefly, moreGroups, namesOf, whyReferent } from '../every/every.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

type SayAsk = Say<keyof typeof fr>
type StepKey = 'subject' | 'title' | 'lead'

/** What the month's three mails have in common: they ask about groups, and are tried until the next of them comes. */
export const asks = {
  patience: 5 * 24 * 3_600_000,
  reachesShut: [],
  isStoppable: true,
  link: { path: linkPath.update, lasts: 'round' },
} as const

/** Groups of which a mail says what we know; of others it says how many they are. */
const mostTold = 40

export function askData(groups: readonly GroupFacts[], say: Say<StepKey>, setting: Setting) {
  const { language, links } = setting
  const sayAsk = sayIn('ask', { fr, en }, language)
  const known = groups.slice(0, mostTold).map((group) => ({
    name: group.name,
    known: knownOf(group, sayAsk),
    checked: checkedOf(group, sayAsk, setting),
  }))
  const rest = groups.length - known.length
  const [only, another] = known
  const isOne = only !== undefined && another === undefined
  return {
    subject: say('subject', { groups: groupsBriefly(groups, language) }),
    preview: isOne ? sayAsk('previewOne', only) : sayAsk('previewSeveral', { groups: namesOf(groups, language) }),
    title: say('title'),
    lead: say('lead', { n: groups.length }),
    groups: rest > 0 ? [...known, { name: moreGroups(rest, language), known: '', checked: '' }] : known,
    open: sayAsk('confirm', { n: groups.length }),
    correct: isOne ? sayAsk('correct') : '',
    effort: sayAsk('effort'),
    together: groups.some(({ referents }) => referents > 1) ? sayAsk('together') : '',
    yours: sayAsk('yours'),
    why: whyReferent(groups, language),
    stop: sayAsk('stop'),
    unsubscribe: links.unsubscribe,
  }
}

/** `3 référent·es, 2 formations`: what there is, not what there is not. */
function knownOf({ referents, activities, campaigns, trainings }: GroupFacts, say: SayAsk): string {
  return [
    say('referents', { n: referents }),
    ...(activities > 0 ? [say('activities', { n: activities })] : []),
    ...(campaigns > 0 ? [say('campaigns', { n: campaigns })] : []),
    ...(trainings > 0 ? [say('trainings', { n: trainings })] : []),
  ].join(', ')
}

function checkedOf({ checked }: GroupFacts, say: SayAsk, { language, now, movement }: Setting): string {
  if (!checked) return say('neverChecked')
  const age = (at: Date) => showAge(Math.floor((now.getTime() - at.getTime()) / 86_400_000), language)
  return checked.sections < movement.sections.names.length
    ? say('partlyChecked', { age: age(checked.latest) })
    : say('checked', { age: age(checked.oldest) })
}
