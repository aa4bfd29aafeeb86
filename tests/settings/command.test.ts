import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { withDatabase } from '#scripts/local/database.ts'
import { main } from '#scripts/settings/main.ts'
import { readMovement } from '#shared/db/settings.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'

const now = new Date('2026-12-01T10:00:00+01:00')
const { name: _, calendar, ...rest } = fixed
/** A movement that leaves its name, and when mails leave, to be set. */
const open: SomeSettings = { ...rest, calendar: { ...calendar, at: undefined } }
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
  vi.stubEnv('DATA', folder)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function said(args: string[], some: SomeSettings = open): Promise<string> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
  await main(args, some, now).finally(() => log.mockRestore())
  return lines.join('\n')
}

const refusal = (...args: string[]) => said(args).catch((error: Error) => error.message)

describe('npm run settings', () => {
  test('says of a logo what it is and how large, not its letters', async () => {
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(3000)])
    const set = await said(['set', 'face.logo', `data:image/png;base64,${png.toString('base64')}`])
    const shown = await said(['show', 'face.logo'])
    for (const text of [set, shown]) expect(text).toContain('(image/png, 3 kB)')
    expect(set + shown).not.toContain('AAAA')
    await said(['unset', 'face.logo'])
  })

  test('says what is missing, and where each value is from', async () => {
    const text = await said([])
    expect(text).toMatch(/ {2}name +–/)
    expect(text).toMatch(/ {2}country +movement\.config\.ts +"FR"/)
    expect(text).toMatch(/ {2}caps\.hour +1000/)
    expect(text).toMatch(/ {2}calendar\.at +"09:00"/)
    expect(text).toMatch(/\n {2}name: /)
    expect(text).not.toMatch(/\n {2}calendar\.at: /)
  })

  test('sets several at once, and what is set holds', async () => {
    expect(await said(['set', 'name', 'Federation', 'calendar.at', '10:30', 'caps.hour', '50'])).toContain(
      'calendar.at = "10:30"',
    )
    const movement = await withDatabase(folder, (db) => readMovement(db, open))
    expect(movement).toMatchObject({
      name: 'Federation',
      calendar: { at: '10:30', linkGraceDays: 14 },
      caps: { hour: 50, day: 5000 },
    })
    expect(await said(['show', 'calendar.at'])).toMatch(/^ {2}calendar\.at +\S+ +"10:30"$/)
  })

  test('takes a text that looks like a number where a text is meant', async () => {
    await said(['set', 'name', '2030'])
    expect(await withDatabase(folder, (db) => readMovement(db, open))).toMatchObject({ name: '2030' })
  })

  test('takes one back: what goes without saying holds again', async () => {
    await said(['set', 'caps.hour', '50'])
    await said(['unset', 'caps.hour'])
    expect(await withDatabase(folder, (db) => readMovement(db, open))).toMatchObject({ caps: { hour: 1000 } })
  })

  test('sets nothing when one of several cannot be so, and says which, why and what can be', async () => {
    expect(await refusal('set', 'caps.day', '77', 'caps.hour', '0')).toMatch(/caps\.hour: /)
    expect(await said(['show', 'caps.day'])).toContain('5000')
    expect(await refusal('set', 'languages', '["de"]')).toMatch(/movement\.config\.ts/)
    expect(await refusal('set', 'writesTo', '["dead"]')).toMatch(/active, starting, asleep/)
    expect(await refusal('set', 'calender.at', '09:00')).toMatch(/calender\.at: [\s\S]*calendar\.at/)
  })

  test('leaves what movement.config.ts names to movement.config.ts', async () => {
    for (const activity of [
      ['set', 'country', 'BE'],
      ['unset', 'country'],
    ])
      expect(await refusal(...activity)).toMatch(/^country: fixed in movement\.config\.ts/)
  })

  test('says how it is used when it is used otherwise', async () => {
    for (const args of [['set'], ['set', 'name'], ['unset'], ['sett', 'name', 'x'], ['show', '--remot']])
      expect(await refusal(...args)).toContain('npm run settings -- set')
  })
})
