import type { D1Database } from '@cloudflare/workers-types'
import { readArguments } from '#scripts/arguments.ts'
import { onDatabase } from '#scripts/database.ts'
import { quoted } from '#scripts/quoted.ts'
import { Stop } from '#scripts/run.ts'
import { asCalled, words } from '#scripts/text/text.ts'
import { admitWaiting, refuseWaiting } from '#shared/actions/settle-waiting.ts'
import { ask } from '#shared/db/ask.ts'
import { readMovement } from '#shared/db/settings.ts'
import { listWaitingGroups, type WaitingGroup } from '#shared/db/waiting-groups.ts'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { findNamed, groupIndex } from '#shared/sheet/group-index.ts'

const options = { remote: { type: 'boolean' } } as const
const actions = { admit: admitWaiting, refuse: refuseWaiting }

export async function main(args: string[], fixed: SomeSettings): Promise<void> {
  const { values, positionals } = readArguments(args, {
    options,
    most: Number.POSITIVE_INFINITY,
    usage: words.waiting.usage,
  })
  console.log(
    await onDatabase(values.remote === true, async (db) =>
      settleWaiting(db, await readMovement(db, fixed), positionals, new Date()),
    ),
  )
}

/** Says who waits; or lets everybody of a group through (`admit`), or takes them off (`refuse`). @throws Stop when no such group waits. */
export async function settleWaiting(
  db: D1Database,
  movement: Movement,
  [action, ...name]: readonly string[],
  now: Date,
): Promise<string> {
  const { groups } = await ask(db, { groups: listWaitingGroups(db) })
  if (action === undefined)
    return groups.length === 0 ? words.waiting.nobody : groups.map((group) => shown(group, groups)).join('\n\n')
  if ((action !== 'admit' && action !== 'refuse') || name.length === 0) throw new Stop(words.waiting.usage)
  const group = groupNamed(movement.name, groups, name.join(' '))
  await actions[action]({ db, movement, actor: { kind: 'system' }, now }, group.uid)
  return words.waiting[action](group.name, group.people.length)
}

function shown({ uid, name, people, by }: WaitingGroup, groups: readonly WaitingGroup[]): string {
  // Two groups of one name are told apart by their id
  const called = groups.filter((group) => group.name === name).length > 1 ? uid : name
  return [
    words.waiting.group(name, people.length, by),
    ...people.map((person) => `  ${person.name} <${person.email}>`),
    ...(['admit', 'refuse'] as const).map(
      (action) => `  ${words.waiting.toDo[action]}  ${asCalled('npm run waiting -- ')}${action} ${quoted(called)}`,
    ),
  ].join('\n')
}

function groupNamed(movement: string, groups: readonly WaitingGroup[], name: string): WaitingGroup {
  const index = groupIndex(
    movement,
    groups.map(({ uid, name, town }) => ({ uid, name, town })),
  )
  const { target } = { target: undefined, ...findNamed(index, name) }
  const group = groups.find(({ uid }) => uid === (target?.uid ?? name))
  if (!group) throw new Stop(words.waiting.unknown(groups.map((one) => one.name)))
  return group
}
