import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Background } from '#hosts/node/background.ts'

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length

test('what answers leave to be done is waited for, and no timer is left that keeps the process', async () => {
  const background = new Background(() => undefined)
  const before = timers()
  let isDone = false
  background.context.waitUntil(
    sleep(20).then(() => {
      isDone = true
    }),
  )
  await background.settled(60_000)
  expect(isDone).toBe(true)
  // Files share a process: another's may have ended meanwhile
  expect(timers()).toBeLessThanOrEqual(before)
})

test('what does not end is waited for as long as is said', async () => {
  const background = new Background(() => undefined)
  background.context.waitUntil(new Promise(() => undefined))
  const before = timers()
  await background.settled(20)
  expect(timers()).toBeLessThanOrEqual(before)
})
