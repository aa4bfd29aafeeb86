import type { SessionGroup } from '#shared/db/link-sessions.ts'
import type { GroupValues } from '#shared/record/sections/identity.ts'

export const blankValues: GroupValues = {
  name: '',
  town: null,
  postcode: null,
  department: null,
  region: null,
  latitude: null,
  longitude: null,
  state: 'active',
  founded_on: null,
  active_members: null,
  website: null,
  networks: null,
  public_email: null,
  on_map: false,
  note: null,
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
