import type { Change } from '#shared/domain/change.ts'
import type { MailKind } from '#shared/domain/mail.ts'
import type { GroupFacts, News } from '#shared/domain/mail-content.ts'
import type { ContentOf } from '#shared/domain/outgoing-mail.ts'

/** A mail as it might be, for tests and pictures. */
export type Sample<Kind extends MailKind> = { reader: string; content: ContentOf<Kind> }

/** The samples of a kind by what they are of; `''` is the usual one. */
export type Samples<Kind extends MailKind> = { readonly '': Sample<Kind> } & Readonly<Record<string, Sample<Kind>>>

/** When these mails leave. */
export const sampleNow = new Date('2026-12-01T09:00:00Z')

const daysAgo = (days: number) => new Date(sampleNow.getTime() - days * 86_400_000)

export const pau: GroupFacts = {
  name: 'Archipel Pau',
  referents: 3,
  activities: 0,
  campaigns: 4,
  trainings: 2,
  checked: { sections: 6, oldest: daysAgo(160), latest: daysAgo(40) },
}

export const bayonne: GroupFacts = {
  name: 'Archipel Bayonne',
  referents: 1,
  activities: 1,
  campaigns: 0,
  trainings: 0,
  checked: { sections: 2, oldest: daysAgo(60), latest: daysAgo(33) },
}

export const dax: GroupFacts = {
  name: 'Archipel Dax',
  referents: 2,
  activities: 0,
  campaigns: 0,
  trainings: 1,
  checked: null,
}

const changes: Change[] = [
  { list: 'group', row: 'g', field: 'active_members', before: 12, after: 20 },
  { list: 'referents', row: 'sam', field: 'phone', before: null, after: '+33612345678' },
  { list: 'trainings', row: 't', added: { theme: 'Prise de parole', held_on: '2026-05-03', attendees: 9 } },
]

export const newsOfPau: News = {
  uid: 'group-pau',
  group: 'Archipel Pau',
  revisions: [{ by: 'Lou Martin', changes }],
  untold: 0,
  names: new Map([['sam', 'Sam Bonnet']]),
}
