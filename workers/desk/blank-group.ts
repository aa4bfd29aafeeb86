import type { SessionGroup } from '#shared/db/link-sessions.ts'
import { type Fields, readField } from '#shared/record/field.ts'
import type { GroupValues } from '#shared/record/sections/identity.ts'
import type { Sections } from '#shared/record/sections.ts'

/** What a group's own questions hold before anybody answers. */
export function blankValues({ ours }: Sections): GroupValues {
  const fields: Fields = ours.group.fields
  const unsaid = Object.entries(fields)
    .filter(([, { own }]) => own === undefined)
    .map(([name, field]) => [name, field.unsaid ?? readField(field, '').value ?? null])
  return { ...(Object.fromEntries(unsaid) as GroupValues), name: '', state: 'active' }
}

/** A group of which nothing was written yet. */
export function blankGroup(uid: string, record: SessionGroup['record']): SessionGroup {
  return {
    uid,
    mergedInto: null,
    number: 0,
    record,
    shown: record,
    since: [],
    checks: [],
    answers: [],
    invited: [],
    newAddresses: new Map(),
    unreached: [],
    waiting: [],
    namings: { group: 0, referent: 0 },
    today: { added: 0, characters: 0 },
    counts: {},
    history: [],
    confirmations: [],
    revision: null,
    names: [],
  }
}
