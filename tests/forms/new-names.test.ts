import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open, submit } from '#tests/support/browser.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
const noon = new Date('2026-11-20T12:00:00+01:00')
const days = (count: number) => new Date(noon.getTime() + count * 86_400_000 + 11 * 60_000)
const lure = 'Gagnez un iPhone'

beforeAll(async () => {
  world = await startWorld({ clock: noon.toISOString(), sends: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await world.setClock(noon.toISOString())
  await makeGroups(world.db, { Pau: ['Lou', 'Sam', 'Ada'] }, new Date('2026-01-01T00:00:00Z'))
})

const pau = groupUid('Pau')
async function write(who: string, section: string, typed: Record<string, string>) {
  return submit(await open(`${await world.linkOf(who)}/${pau}/${section}`), typed)
}
const rename = (who: string, name: string) => write(who, 'identity', { [`${pau}.name`]: name })

/** What somebody's inbox shows of their latest mail: who it is to, the subject, and the words beside it. */
async function inbox(who: string, at: Date) {
  await world.tick(at)
  const message = (await world.mailbox.messages.list(addressOf(who)))[0] ?? expect.fail('no mail')
  const preview = /<div style="display:none[^>]*>([^<]*)<\/div>/.exec(String(message.html))?.[1] ?? ''
  return { ...message, shown: `${message.to[0]?.name} | ${message.subject} | ${preview}` }
}

describe('a name that another referent gave a group', () => {
  test('leads no mail about it as long as it can be taken back; whoever gave it reads it at once', async () => {
    await rename('Lou', lure)
    const news = await inbox('Sam', days(0))
    expect(news.subject).toBe('Lou a corrigé la fiche d’Archipel Pau')
    expect(news.shown).not.toContain(lure)
    expect(news.text).toContain(lure)
    expect((await inbox('Lou', days(0))).subject).toContain(lure)
    await world.setClock(days(11).toISOString())
    await makeStep(world.db, '2026-12', 'invitation', days(11))
    const month = await inbox('Sam', days(11))
    expect(month.subject).toBe('Archipel Pau\u00a0: tout est-il toujours juste\u00a0?')
    expect(month.shown).not.toContain(lure)
    expect(month.text).toContain(lure)
    expect((await inbox('Lou', days(11))).subject).toContain(lure)
  })

  test('leads from then on', async () => {
    await rename('Lou', 'Archipel Béarn')
    await inbox('Sam', days(0))
    await world.setClock(days(31).toISOString())
    expect((await inbox('Sam', days(31.01))).subject).toBe('Archipel Béarn\u00a0: tout est-il toujours juste\u00a0?')
  })

  test('is nothing that is held against the group once somebody took it back', async () => {
    await rename('Lou', lure)
    await inbox('Sam', days(0))
    await world.setClock(days(1).toISOString())
    await rename('Ada', 'Archipel Pau')
    const news = await inbox('Sam', days(1.01))
    expect(news.subject).toBe('Ada a corrigé la fiche d’Archipel Pau')
  })
})

describe('a name that another referent gave somebody', () => {
  test('or themselves, leads no mail either: it is the one of before', async () => {
    await write('Lou', 'referents', { [`${personUid('Lou')}.name`]: lure })
    const news = await inbox('Sam', days(0))
    expect(news.subject).toBe('Lou a corrigé la fiche d’Archipel Pau')
    expect(news.shown).not.toContain('Gagnez')
  })

  test('nor is it what their own mails greet them by', async () => {
    await write('Lou', 'referents', { [`${personUid('Sam')}.name`]: lure })
    const news = await inbox('Sam', days(0))
    expect(news.shown).toMatch(/^Sam \| /)
    expect(news.text).toContain('Bonjour Sam')
  })

  test('of whom nothing was known before, is somebody’s', async () => {
    const form = await open(`${await world.linkOf('Lou')}/${pau}/referents`)
    const typed: [string, string][] = [
      ['row', 'row-of-new'],
      ['row-of-new.name', lure],
      ['row-of-new.email', 'ida@example.org'],
    ]
    await submit({ ...form, fields: [...form.fields, ...typed] })
    await world.tick(days(0))
    const [asked] = await world.mailbox.messages.list('ida@example.org')
    const link = /http\S+\/invitation\/\S+/.exec(asked?.text ?? '')?.[0] ?? expect.fail('no link')
    await submit(await open(world.url + new URL(link).pathname), { do: 'yes' })
    await world.setClock(days(1).toISOString())
    const theirs = await open(`${world.url}${new URL(link).pathname.replace('/invitation/', '/u/')}/${pau}/identity`)
    await submit(theirs, { [`${pau}.postcode`]: '64000' })
    const news = await inbox('Sam', days(1.01))
    expect(news.subject).toBe('Quelqu’un a corrigé la fiche d’Archipel Pau')
    expect(news.shown).not.toContain('Gagnez')
    expect(news.text).toContain(lure)
  })
})
