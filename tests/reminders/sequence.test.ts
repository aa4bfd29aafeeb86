import { afterAll, beforeAll, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { addressOf, makeGroups } from '#tests/support/movement.ts'
import { answer, readOutbox } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00+01:00`)

/** Every two months; three reminders, one of them on a weekday. */
const calendar: NonNullable<SomeSettings['calendar']> = {
  ...sample.calendar,
  publicHolidays: undefined,
  every: 2,
  sequence: { reminders: [5, { after: 9, on: 'thursday' }, 30], end: 45 },
}

let world: World
beforeAll(async () => {
  world = await startWorld({ sends: true, fixed: { ...sample, calendar } })
})
afterAll(() => world.stop())

test('any number of reminders leave on their days, each once, whatever ticks twice or late', async () => {
  await makeGroups(world.db, { Pau: ['Lou'], Nantes: ['Noa'] }, at('2026-12-20'))
  await world.tick(at('2026-12-20'))
  const days = [
    ['2027-01-05', 'invitation'],
    ['2027-01-10', 'reminder'],
    ['2027-01-14', 'reminder'],
    ['2027-02-04', 'last_call'],
  ] as const
  for (const [index, [day]] of days.entries()) {
    await world.tick(at(day, '08:59'))
    expect(world.mailbox.messages.deliveries.get(addressOf('Lou')) ?? 0, day).toBe(index)
    await Promise.all([world.tick(at(day)), world.tick(at(day)), world.tick(at(day, '09:01'))])
    await world.tick(at(day, '12:00'))
    if (day === '2027-01-10') await answer(world.db, { round: '2027-01', town: 'Nantes', by: 'Noa' }, at(day, '13:00'))
  }
  expect(Object.fromEntries(world.mailbox.messages.deliveries)).toEqual({
    [addressOf('Lou')]: 4,
    [addressOf('Noa')]: 2,
  })
  const lou = (await readOutbox(world.db)).filter(({ to }) => to === 'Lou')
  expect(lou.map(({ kind }) => kind)).toEqual(days.map(([, kind]) => kind))

  await world.tick(at('2027-02-19'))
  await world.tick(at('2027-02-19', '09:01'))
  expect(world.mailbox.messages.deliveries.get('camille@archipel.example.org')).toBe(1)
  // No round in February; the next one opens in March
  expect(world.mailbox.messages.deliveries.get(addressOf('Noa'))).toBe(2)
  await world.tick(at('2027-03-02'))
  expect(world.mailbox.messages.deliveries.get(addressOf('Noa'))).toBe(3)
})
