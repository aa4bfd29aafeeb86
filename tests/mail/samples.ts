import type { Change } from '#shared/domain/change.ts'
import type { GroupFacts, MailContent } from '#shared/domain/mail-content.ts'
import { sectionNames } from '#shared/record/record.ts'

export const now = new Date('2026-12-01T09:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

const pau: GroupFacts = {
  name: 'Archipel Pau',
  referents: 3,
  activities: 0,
  campaigns: 4,
  trainings: 2,
  checked: { sections: sectionNames.length, oldest: daysAgo(160), latest: daysAgo(40) },
}
const bayonne: GroupFacts = {
  name: 'Archipel Bayonne',
  referents: 1,
  activities: 1,
  campaigns: 0,
  trainings: 0,
  checked: { sections: 2, oldest: daysAgo(60), latest: daysAgo(33) },
}
const dax: GroupFacts = { name: 'Archipel Dax', referents: 2, activities: 0, campaigns: 0, trainings: 1, checked: null }

const changes: Change[] = [
  { list: 'group', row: 'g', field: 'active_members', before: 12, after: 20 },
  { list: 'referents', row: 'sam', field: 'phone', before: null, after: '+33612345678' },
  { list: 'trainings', row: 't', added: { theme: 'Prise de parole', held_on: '2026-05-03', attendees: 9 } },
]
const news = {
  uid: 'group-pau',
  group: 'Archipel Pau',
  revisions: [{ by: 'Lou Martin', changes }],
  names: new Map([['sam', 'Sam Bonnet']]),
}
/** One mail of each sort, and of each number of groups, by the name of its golden file. */
export const samples: Readonly<Record<string, MailContent>> = {
  invitation: { kind: 'invitation', name: 'Joëlle Dumont', groups: [pau] },
  'invitation-several': { kind: 'invitation', name: 'Joëlle Dumont', groups: [pau, bayonne, dax] },
  reminder: { kind: 'reminder', name: 'Joëlle Dumont', groups: [bayonne] },
  'last-call': { kind: 'last_call', name: 'Joëlle Dumont', groups: [dax] },
  'new-link': { kind: 'new_link', name: 'Joëlle Dumont', groups: [pau, dax] },
  'sign-in': { kind: 'sign_in', name: 'Camille' },
  'silent-groups': {
    kind: 'silent_groups',
    name: 'Camille',
    round: '2026-12',
    asked: 106,
    silent: 3,
    named: [
      { uid: 'group-dax', name: 'Archipel Dax', rounds: 4 },
      { uid: 'group-pau', name: 'Archipel Pau', rounds: 1 },
    ],
    months: [
      { round: '2026-10', asked: 104, answered: 71 },
      { round: '2026-11', asked: 105, answered: 80 },
      { round: '2026-12', asked: 106, answered: 103 },
    ],
  },
  receipt: { kind: 'receipt', name: 'Lou Martin', news },
  news: { kind: 'news', name: 'Sam Bonnet', news },
  welcome: { kind: 'welcome', name: 'Aïcha Ba', news },
  farewell: { kind: 'farewell', name: 'Sam Bonnet', news },
  'wrong-address': {
    kind: 'wrong_address',
    name: 'Sam Bonnet',
    uid: 'group-pau',
    group: 'Archipel Pau',
    about: 'Lou Martin',
  },
  'silent-groups-none': {
    kind: 'silent_groups',
    name: 'Camille',
    round: '2026-12',
    asked: 106,
    silent: 0,
    named: [],
    months: [],
  },
}

export const links = {
  open: 'https://maj.example.org/u/kBv0yEwq2t0pXZ5cVm3n8sQhR7aJdL1uTfGiYoNxPzM',
  unsubscribe: 'https://maj.example.org/unsubscribe/kBv0yEwq2t0pXZ5cVm3n8sQhR7aJdL1uTfGiYoNxPzM',
}
