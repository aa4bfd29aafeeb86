import { expect, test } from 'vitest'
import { readSettings } from '#scripts/local/settings.ts'
import { Heartbeat } from '#scripts/start/heartbeat.ts'

const [monitor, health] = ['https://monitor.example.org/abc', 'http://localhost/health']
const at = (minute: number) => new Date(Date.UTC(2026, 11, 1, 9, minute))

/** A heartbeat whose answers are these, and what it asked. */
function heartbeat(answers: Record<string, boolean>) {
  const asked: string[] = []
  const ask = async (address: string) => {
    asked.push(address)
    return { ok: answers[address] ?? false }
  }
  return { asked, heart: new Heartbeat(monitor, health, ask) }
}

test('a monitor hears of a run that ended as planned, every five minutes at most', async () => {
  const { asked, heart } = heartbeat({ [monitor]: true, [health]: true })
  const told = []
  for (const minute of [0, 1, 4, 5]) told.push(await heart.beat(at(minute)))
  expect(told).toEqual([true, null, null, true])
  expect(asked).toEqual([health, monitor, health, monitor])
})

test('a monitor hears nothing while mails do not leave, and at once when all is well again', async () => {
  const answers: Record<string, boolean> = { [monitor]: true, [health]: false }
  const { asked, heart } = heartbeat(answers)
  expect([await heart.beat(at(0)), await heart.beat(at(1))]).toEqual([false, false])
  expect(asked).not.toContain(monitor)
  answers[health] = true
  expect(await heart.beat(at(2))).toBe(true)
})

test('a monitor that refuses is a fault that is told, and asked again after five minutes', async () => {
  const { heart } = heartbeat({ [health]: true })
  await expect(heart.beat(at(0))).rejects.toThrow()
  expect(await heart.beat(at(1))).toBeNull()
})

test('the address of a monitor is https', () => {
  expect(readSettings({ PING_URL: monitor }).pingUrl).toBe(monitor)
  expect(readSettings({}).pingUrl).toBeNull()
  expect(() => readSettings({ PING_URL: 'http://monitor.example.org/abc' })).toThrow(/PING_URL/)
})
