import type { ReadMail } from '#shared/db/outgoing-mails.ts'
import type { Change } from '#shared/domain/change.ts'
import { mailTable } from '#shared/domain/mail.ts'
import type { ContentName, MailContents, RoundEnd } from '#shared/domain/mail-content.ts'
import type { GroupRecord } from '#shared/record/record.ts'

/** What an example is made of: the group's record, the movement's first coordinator and groups, and the round of this month. */
export type Material = {
  group: { uid: string; record: GroupRecord } | null
  coordinator: string
  groups: readonly { uid: string; name: string }[]
  round: string
  now: Date
}

/** So many groups are named in an example of the list of silent groups. */
const named = 3

/** A mail that has nothing to tell yet, with what it could tell; the same when it has, or when the group has nobody to write to. */
export function withExample(mail: ReadMail, material: Material): { mail: ReadMail; isExample: boolean } {
  const content = mail.content ?? examples[mailTable[mail.kind].tells](mail, material)
  return {
    mail: { ...mail, content } as ReadMail,
    isExample: mail.content === null && content !== null,
  }
}

/** What each content could be; null where the lack of it is what there is to say. */
const examples: {
  readonly [Name in ContentName]: (mail: ReadMail, material: Material) => MailContents[Name] | null
} = {
  owed_records: () => null,
  own_groups: () => null,
  nothing: () => ({}),
  list_link: () => ({ list: 'annonces' }),
  team_invitation: (_, { coordinator }) => ({ by: coordinator, name: coordinator, role: 'acts', regions: null }),
  team_change: () => ({ what: 'change_coordinator', by: null }),
  enquiry: (_, { group }) =>
    group && {
      uid: group.uid,
      group: nameOf(group.record),
      name: 'Alix Roux',
      email: 'alix.roux@example.org',
      body: 'Bonjour, comment vous rejoindre ?',
    },
  registration: (_, { group }) => ({
    group: group ? nameOf(group.record) : 'Les Tilleuls',
    town: String(group?.record.group[0]?.town ?? 'Pau'),
    answer: 'Il y a déjà un groupe dans votre ville : voulez-vous le rejoindre ?',
  }),
  note_answer: (_, { coordinator }) => ({
    by: coordinator,
    answer: 'Oui, bien sûr.',
    body: 'Peut-on changer le nom du groupe ?',
  }),
  round_end: (_, { groups, round }) => roundEndOf(groups, round),
  changes: ({ kind, to }, { group, coordinator }) => {
    if (!group) return null
    const by = kind === 'receipt' ? to.name : (othersOf(group.record, to.name)[0] ?? coordinator)
    const { uid, record } = group
    return {
      uid,
      group: nameOf(record),
      authors: by ? [by] : [],
      passedBy: [],
      changes: [changeOf(group)],
      untold: 0,
      names: new Map(),
    }
  },
  membership: ({ to }, { group, coordinator }) =>
    group && {
      uid: group.uid,
      group: nameOf(group.record),
      by: othersOf(group.record, to.name)[0] ?? coordinator,
    },
  question: ({ to }, { group, coordinator }) =>
    group && {
      uid: group.uid,
      group: nameOf(group.record),
      by: othersOf(group.record, to.name)[0] ?? coordinator,
      of: 'nobody',
    },
  new_address: ({ to }, { group, coordinator, now }) =>
    group && {
      uid: group.uid,
      group: nameOf(group.record),
      by: othersOf(group.record, to.name)[0] ?? coordinator,
      isOwn: false,
      address: `nouvelle.${to.address}`,
      until: new Date(now.getTime() + 7 * 86_400_000),
    },
  invitation_end: ({ to }, { group, coordinator }) =>
    group && {
      uid: group.uid,
      group: nameOf(group.record),
      name: othersOf(group.record, to.name)[0] ?? coordinator ?? nameOf(group.record),
      isAddress: false,
      answer: 'expired',
    },
  wrong_address: ({ to }, { group, coordinator }) =>
    group && {
      uid: group.uid,
      group: nameOf(group.record),
      about: othersOf(group.record, to.name)[0] ?? coordinator,
    },
}

const nameOf = (record: GroupRecord) => String(record.group[0]?.name)

function othersOf({ referents }: GroupRecord, reader: string | null): string[] {
  return referents.map(({ name }) => String(name)).filter((name) => name !== reader)
}

/** Two members more than are known. */
function changeOf({ uid, record }: { uid: string; record: GroupRecord }): Change {
  const before = record.group[0]?.active_members
  const after = typeof before === 'number' ? before + 2 : 12
  return { list: 'group', row: uid, field: 'active_members', before: before ?? null, after }
}

function roundEndOf(groups: Material['groups'], round: string): RoundEnd {
  return {
    round,
    asked: groups.length,
    silent: groups.length,
    named: groups.slice(0, named).map(({ uid, name }) => ({ uid, name, rounds: 1 })),
    months: [],
  }
}
