import { signInMinutes } from '#shared/domain/link.ts'
import type { GroupFacts, MailContent, RoundEnd } from '#shared/domain/mail-content.ts'
import type { Movement } from '#shared/movement.ts'
import { sectionNames } from '#shared/record/record.ts'
import { showAge } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Slots } from './fill.ts'
import { newsSlots, wrongSlots } from './news-slots.ts'

/** Where a mail's links lead: whole addresses. */
export type MailLinks = { open: string; unsubscribe: string }

export type Setting = { movement: Pick<Movement, 'name' | 'sender'>; language: Language; links: MailLinks; now: Date }

/** The words of a mail, by the names that its template gives them. */
export function slotsOf(content: MailContent, setting: Setting): Slots & { subject: string } {
  const { mail: words } = textIn(setting.language)
  const common = {
    language: setting.language,
    movement: setting.movement.name,
    hello: words.hello(content.name),
    link: setting.links.open,
    plainAddress: words.plainAddress,
    who: words.who(setting.movement.sender.name),
  }
  switch (content.kind) {
    case 'sign_in':
      return { ...common, ...signInSlots(setting) }
    case 'silent_groups':
      return { ...common, ...silentSlots(content, setting) }
    case 'wrong_address':
      return { ...common, ...wrongSlots(content, setting) }
    case 'receipt':
    case 'news':
    case 'welcome':
    case 'farewell':
      return { ...common, ...newsSlots(content, setting) }
    case 'new_link':
      return { ...common, ...newLinkSlots(content.groups, setting) }
    default:
      return { ...common, ...askSlots(content.kind, content.groups, setting) }
  }
}

function askSlots(kind: 'invitation' | 'reminder' | 'last_call', groups: readonly GroupFacts[], setting: Setting) {
  const { mail: words } = textIn(setting.language)
  const known = groups.map((group) => ({
    name: group.name,
    known: knownOf(group, setting.language),
    checked: checkedOf(group, setting),
  }))
  const [only, another] = known
  const isOne = only !== undefined && another === undefined
  return {
    subject: words[kind].subject(groupsOf(groups, setting.language)),
    preview: isOne
      ? words.ask.preview(only.known, only.checked)
      : words.ask.previewSeveral(words.listed(groups.map(({ name }) => name))),
    title: words[kind].title,
    lead: words[kind].lead(groups.length),
    groups: known,
    open: isOne ? words.ask.confirm : words.ask.confirmSeveral,
    correct: isOne ? words.ask.correct : '',
    effort: words.ask.effort,
    together: groups.some(({ referents }) => referents > 1) ? words.ask.together : '',
    yours: words.ask.yours,
    why: words.whyReferent(groups.map(({ name }) => name)),
    stop: words.ask.stop,
    unsubscribe: setting.links.unsubscribe,
  }
}

function newLinkSlots(groups: readonly GroupFacts[], { language }: Setting) {
  const { mail: words } = textIn(language)
  return {
    subject: words.new_link.subject(groupsOf(groups, language)),
    preview: words.new_link.lead(groups.length),
    title: words.new_link.title,
    lead: words.new_link.lead(groups.length),
    open: words.new_link.open(groups.length),
    notMe: words.new_link.notMe,
    why: words.whyReferent(groups.map(({ name }) => name)),
  }
}

function signInSlots({ movement, language }: Setting) {
  const { sign_in: words } = textIn(language).mail
  const lead = words.lead(signInMinutes)
  const { title, open, notMe, why } = words
  return { subject: words.subject(movement.name), preview: lead, title, lead, open, notMe, why }
}

function silentSlots(content: MailContent & { kind: 'silent_groups' }, { language, links }: Setting) {
  const { round, asked, silent, named, months } = content
  const { month, silent_groups: words } = textIn(language).mail
  const subject = words.subject(silent, month(round))
  const lead = words.lead(asked - silent, asked)
  return {
    subject,
    preview: lead,
    title: subject,
    lead,
    call: silent > 0 ? words.call : words.nobody,
    silent: named.map(({ uid, name, rounds }) => ({
      name,
      address: `${links.open}/groups/${uid}`,
      rounds: words.rounds(rounds),
    })),
    picture: months.length > 1 ? words.picture : '',
    months: months.length > 1 ? months.map((one) => monthSlots(one, round, language)) : [],
    more: silent > named.length ? words.more(silent - named.length) : '',
    open: words.open(silent),
    why: words.why,
  }
}

/** A month as a bar of a mail, which needs no image: a cell that is as wide as the share of answers. */
function monthSlots({ round, asked, answered }: RoundEnd['months'][number], latest: string, language: Language) {
  const { month, silent_groups: words } = textIn(language).mail
  const share = Math.round((100 * answered) / asked)
  return {
    month: month(round),
    share: words.share(share),
    width: String(Math.max(share, 1)),
    tone: round === latest ? 'now' : 'past',
    colour: round === latest ? '#14604e' : '#b4d3c6',
  }
}

/** `Archipel Pau`, `Archipel Pau et Archipel Bayonne`, `Vos 3 groupes`: short enough for a subject. */
function groupsOf(groups: readonly GroupFacts[], language: Language): string {
  const { mail: words } = textIn(language)
  return groups.length > 2 ? words.yourGroups(groups.length) : words.listed(groups.map(({ name }) => name))
}

/** `3 référent·es, 2 formations`: what there is, not what there is not. */
function knownOf({ referents, activities, campaigns, trainings }: GroupFacts, language: Language): string {
  const { known } = textIn(language).mail
  const rest = [
    activities > 0 && known.activities(activities),
    campaigns > 0 && known.campaigns(campaigns),
    trainings > 0 && known.trainings(trainings),
  ]
  return [known.referents(referents), ...rest.filter((words) => words !== false)].join(', ')
}

function checkedOf({ checked }: GroupFacts, { language, now }: Setting): string {
  const { known } = textIn(language).mail
  if (!checked) return known.never
  const age = (at: Date) => showAge(Math.floor((now.getTime() - at.getTime()) / 86_400_000), language)
  return checked.sections < sectionNames.length ? known.partly(age(checked.latest)) : known.all(age(checked.oldest))
}
