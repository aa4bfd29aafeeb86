import type { Announcement } from '#shared/domain/announcement.ts'
import type { Change } from '#shared/domain/change.ts'
import type { MailKind } from '#shared/domain/mail.ts'
import type { GroupFacts, Nearby, News, OwedRecords } from '#shared/domain/mail-content.ts'
import type { ContentOf } from '#shared/domain/outgoing-mail.ts'

/** A mail as it might be, for tests and pictures. */
export type Sample<Kind extends MailKind> = { reader: string; content: ContentOf<Kind> }

/** The samples of a kind by what they are of; `''` is the usual one. */
export type Samples<Kind extends MailKind> = { readonly '': Sample<Kind> } & Readonly<Record<string, Sample<Kind>>>

/** When these mails leave. */
export const sampleNow = new Date('2026-12-01T09:00:00Z')

const daysAgo = (days: number) => new Date(sampleNow.getTime() - days * 86_400_000)

const lou = { name: 'Lou Martin', isReader: false, isInvited: false, lacks: ['phone'] }
const sam = { name: 'Sam Bonnet', isReader: false, isInvited: false, lacks: [] }
const joelle = { name: 'Joëlle Dumont', isReader: true, isInvited: false, lacks: [] }

export const pau: GroupFacts = {
  name: 'Archipel Pau',
  referents: [lou, joelle, sam],
  values: { town: 'Pau', active_members: 96 },
  latest: [
    { list: 'activities', name: 'Stand au marché', on: '2026-11-14', rows: 5 },
    { list: 'campaigns', name: 'Marche d’automne', on: '2026-10-17', rows: 4 },
    { list: 'trainings', name: 'Prise de parole', on: '2026-05-03', rows: 1 },
  ],
  checked: { sections: 6, oldest: daysAgo(160), latest: daysAgo(40) },
}

export const bayonne: GroupFacts = {
  name: 'Archipel Bayonne',
  referents: [{ ...joelle, lacks: ['phone'] }],
  values: { town: 'Bayonne', active_members: null },
  latest: [{ list: 'activities', name: 'Réunion de rentrée', on: '2026-09-08', rows: 1 }],
  checked: { sections: 2, oldest: daysAgo(60), latest: daysAgo(33) },
}

export const dax: GroupFacts = {
  name: 'Archipel Dax',
  referents: [joelle, { name: 'Inès Ba', isReader: false, isInvited: true, lacks: ['phone'] }],
  values: { town: 'Dax', active_members: 9 },
  latest: [],
  checked: null,
}

/** What a mail of December says of these groups. */
export function owedOf(...groups: GroupFacts[]): OwedRecords {
  return { round: '2026-12', groups, count: groups.length, network: { asked: 106, answered: 71 }, announcement: null }
}

/** The team's words of the month, as they might be. */
export const sampleAnnouncement: Announcement = {
  words: {
    fr: { body: 'La marche du climat est le 12 décembre.\nVenez en bleu\u00a0!', url: 'https://example.org/marche' },
    en: { body: 'The climate march is on 12 December.\nWear blue!', url: 'https://example.org/march' },
  },
  untilOn: '2026-12-12',
  until: new Date('2026-12-12T23:00:00Z'),
}

/** What is near Pau, as it might be. */
export const sampleNearby: Nearby = {
  groups: [
    { name: 'Archipel Tarbes', kilometres: 38 },
    { name: 'Archipel Dax', kilometres: 71 },
  ],
  planned: [
    { on: '2026-12-05', title: 'Repas partagé, 19h30', group: 'Archipel Tarbes' },
    { on: '2026-12-12', title: 'Marche aux flambeaux', group: 'Archipel Dax' },
  ],
}

const changes: Change[] = [
  { list: 'group', row: 'g', field: 'active_members', before: 12, after: 20 },
  { list: 'referents', row: 'sam', field: 'phone', before: null, after: '+33612345678' },
  { list: 'trainings', row: 't', added: { theme: 'Prise de parole', held_on: '2026-05-03', attendees: 9 } },
]

export const newsOfPau: News = {
  uid: 'group-pau',
  group: 'Archipel Pau',
  authors: ['Lou Martin'],
  passedBy: [],
  changes,
  untold: 0,
  names: new Map([['sam', 'Sam Bonnet']]),
}
