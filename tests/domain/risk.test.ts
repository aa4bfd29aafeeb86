import { describe, expect, test } from 'vitest'
import { eventsOf } from '#shared/domain/group-event.ts'
import { risksOf, urgency } from '#shared/domain/risk.ts'

const calm = {
  referents: 2,
  withAddress: 2,
  reachable: 2,
  unsubscribed: [],
  bounced: [],
  silent: 0,
  members: 20,
  membersBefore: 21,
}

describe('a group worries coordinators', () => {
  test.each([
    ['not when all is well', {}, []],
    ['when no address works', { reachable: 0 }, ['suppressed']],
    [
      'when all unsubscribed',
      { reachable: 0, unsubscribed: [{ name: 'Lou', since: new Date(0), how: 'unsubscribed' as const }] },
      ['unsubscribed'],
    ],
    [
      'when it has no referent, whatever its silence',
      { referents: 0, withAddress: 0, reachable: 0, silent: 9 },
      ['orphan'],
    ],
    ['when none of its referents has a mail address', { withAddress: 0, reachable: 0, silent: 5 }, ['phone_only']],
    ['not once they were called and have answered', { withAddress: 0, reachable: 0, silent: 0 }, []],
    [
      'when the mails of one of its referents come back',
      { reachable: 1, bounced: [{ name: 'Lou', since: new Date('2026-12-01') }] },
      ['bounced'],
    ],
    [
      'once, when none of them is reached',
      { reachable: 0, bounced: ['Lou', 'Sam'].map((name) => ({ name, since: new Date('2026-12-01') })) },
      ['suppressed'],
    ],
    ['not for two silent rounds, but for three', { silent: 2 }, []],
    ['when it was silent for three rounds', { silent: 3 }, ['silent']],
    ['when it lost a quarter of its members', { members: 15, membersBefore: 20 }, ['shrinking']],
    ['when it lost three people, a quarter of twelve', { members: 9, membersBefore: 12 }, ['shrinking']],
    ['not when it lost four of seventeen, which is less than a quarter', { members: 13, membersBefore: 17 }, []],
    ['not when two of five left: people count roughly', { members: 3, membersBefore: 5 }, []],
    ['not when nobody counts', { members: null }, []],
    ['not when it grew', { members: 60 }, []],
  ])('%s', (_, signs, why) => {
    expect(risksOf({ ...calm, ...signs }).map((risk) => risk.why)).toEqual(why)
  })

  test('the longer it is silent the more, and most when no mail reaches it', () => {
    const risks = [
      { ...calm, silent: 3 },
      { ...calm, silent: 8 },
      { ...calm, reachable: 0 },
      { ...calm, referents: 0, withAddress: 0, reachable: 0 },
      { ...calm, members: 5 },
    ].map((signs) => urgency(risksOf(signs)))
    expect([...risks].sort((a, b) => b - a)).toEqual([risks[2], risks[3], risks[1], risks[0], risks[4]])
  })
})

describe('a revision is an event', () => {
  const state = (before: string, after: string) => ({ list: 'group' as const, row: 'g', field: 'state', before, after })
  const added = { list: 'referents' as const, row: 'p', added: { name: 'Lou' } }
  const removed = { list: 'referents' as const, row: 'p', removed: { name: 'Lou' } }
  test.each([
    ['when it makes a group, whose referents are then no news', { number: 1, changes: [added] }, [{ kind: 'created' }]],
    ['when a group pauses', { number: 2, changes: [state('active', 'asleep')] }, [{ kind: 'paused' }]],
    ['when it wakes up', { number: 2, changes: [state('asleep', 'active')] }, [{ kind: 'woken' }]],
    ['when it is launched', { number: 2, changes: [state('starting', 'active')] }, [{ kind: 'launched' }]],
    ['when the team closes it', { number: 2, changes: [state('asleep', 'closed')] }, [{ kind: 'closed' }]],
    ['when it opens again', { number: 2, changes: [state('closed', 'active')] }, [{ kind: 'reopened' }]],
    ['when somebody becomes its referent', { number: 2, changes: [added] }, [{ kind: 'referent', name: 'Lou' }]],
    ['when somebody leaves', { number: 2, changes: [removed] }, [{ kind: 'left', name: 'Lou' }]],
    [
      'when somebody says that it is not their group',
      { number: 2, changes: [{ ...removed, row: 'stranger' }] },
      [{ kind: 'not_mine', name: 'Lou' }],
    ],
    [
      'but not when it counts its members',
      { number: 2, changes: [{ ...state('a', 'b'), field: 'active_members' }] },
      [],
    ],
  ])('%s', (_, revision, events) => {
    expect(eventsOf(revision, ['stranger'])).toEqual(events)
  })
})
