import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hourOf } from '#shared/db/submissions.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { groupUid } from '#tests/support/movement.ts'
import { readStates } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'], Foix: ['Eva'] } })
})
afterAll(() => world.stop())

const count = (sql: string, ...params: string[]) =>
  world.db
    .prepare(sql)
    .bind(...params)
    .first<number>('n')
const answers = (town: string) =>
  count('SELECT count(*) AS n FROM answer JOIN local_group g ON g.id = group_id WHERE g.uid = ?1', groupUid(town))

describe('a link that somebody forwarded', () => {
  test('says whose it is; who got it by mistake stops it, and its owner is sent another', async () => {
    const link = await world.linkOf('Lou')
    const page = await open(link)
    expect(textOf(page)).toContain('Ce lien est celui de Lou. Ce n’est pas vous ?')
    const asked = await open(`${link}/not-me`)
    expect((await open(link)).status).toBe(200)
    expect(textOf(await submit(asked))).toContain('Un nouveau lien vient de partir pour Lou')
    const stopped = await open(link)
    expect(stopped.status).toBe(410)
    expect(textOf(stopped)).toContain('Ce lien a été arrêté')
    expect(await readStates(world.db)).toContain('Lou: new_link pending')
    expect((await open(await world.linkOf('Sam'))).status).toBe(200)
  })
})

describe('a press', () => {
  const press = async (headers: Record<string, string>) => {
    const link = await world.linkOf('Noa')
    const { fields } = await open(link)
    const body = new URLSearchParams({ page: fields.find(([name]) => name === 'page')?.[1] ?? '' })
    return open(`${link}/${groupUid('Dax')}`, { method: 'POST', body, headers })
  }

  test.each([
    ['another site', { origin: 'https://example.net' }],
    ['another site, which hides itself', { origin: 'null', 'sec-fetch-site': 'cross-site', 'sec-fetch-user': '?1' }],
    ['a neighbour of our site', { 'sec-fetch-site': 'same-site', 'sec-fetch-user': '?1' }],
  ])('from %s is refused, whatever it carries', async (_, headers) => {
    const refused = await press(headers)
    expect(refused.status).toBe(403)
    expect(textOf(refused)).toContain('Nous n’avons rien enregistré')
    expect(await answers('Dax')).toBe(0)
  })

  test('from another site is given back with what was typed, and counts when it is pressed here', async () => {
    const edit = await open(`${await world.linkOf('Noa')}/${groupUid('Dax')}/identity`)
    const fields = edit.fields.map(([name, value]) => [name, name.endsWith('.website') ? 'dax.example.org' : value])
    const headers = { origin: 'https://translate.example.net', 'sec-fetch-site': 'cross-site' }
    const refused = await open(edit.url, { method: 'POST', body: new URLSearchParams(fields), headers })
    expect(refused.html).toContain(`action="${edit.url}"`)
    expect(textOf(await submit(refused))).toContain('C’est enregistré')
    const forged = await open(edit.url, { method: 'POST', body: new URLSearchParams({ page: 'x' }), headers })
    expect(textOf(await submit(forged))).toContain('Appuyez encore une fois')
  })

  test('from our own page counts, behind a proxy too', async () => {
    const origin = new URL(world.url).origin.replace('http:', 'https:')
    const pressed = await press({ origin, 'sec-fetch-site': 'same-origin', 'sec-fetch-user': '?1' })
    expect(textOf(pressed)).toContain('Merci, c’est noté')
    expect(await answers('Dax')).toBe(1)
  })
})

describe('a link that writes without end', () => {
  test('is asked to wait, with what was typed, and works again in the next hour', async () => {
    const link = await world.linkOf('Eva')
    const edit = await open(`${link}/${groupUid('Foix')}/identity`)
    await submit(edit, { [`${groupUid('Foix')}.active_members`]: '20' })
    expect(await count('SELECT max(submissions) AS n FROM submission_count')).toBe(1)
    await world.db.prepare('UPDATE submission_count SET submissions = 120').run()
    const again = await open(`${link}/${groupUid('Foix')}/identity`)
    const refused = await submit(again, { [`${groupUid('Foix')}.website`]: 'foix.example.org' })
    expect(refused.status).toBe(429)
    expect(refused.fields).toContainEqual([`${groupUid('Foix')}.website`, 'foix.example.org'])
    expect(textOf(refused)).toContain('Ce que vous aviez écrit est gardé')
    expect((await open(link)).status).toBe(200)
    await world.setClock('2026-12-01T11:01:00+01:00')
    expect(textOf(await submit(refused, {}, again.url))).toContain('C’est enregistré')
    expect(await count('SELECT count(*) AS n FROM submission_count WHERE hour <> ?1', hourOf(world.now()))).toBe(0)
  })
})

describe('a page that was left open', () => {
  test('for a day is taken as it is, and for longer asks for another press, with what was typed', async () => {
    const edit = await open(`${await world.linkOf('Sam')}/${groupUid('Pau')}/identity`)
    const website = `${groupUid('Pau')}.website`
    const later = (hours: number) => world.setClock(new Date(world.now().getTime() + hours * 3_600_000).toISOString())
    await later(25)
    const stale = await submit(edit, { [website]: 'pau.example.org' })
    expect(stale.status).toBe(400)
    expect(stale.fields).toContainEqual([website, 'pau.example.org'])
    await later(23)
    expect(textOf(await submit(stale))).toContain('C’est enregistré')
  })
})

describe('a link that expires while somebody types', () => {
  test('still takes what they typed, and says that it is saved', async () => {
    const minute = new Date(world.now().getTime() + 60_000)
    const edit = await open(`${await world.linkOf('Sam', { expiresAt: minute })}/${groupUid('Pau')}/identity`)
    await world.setClock(new Date(minute.getTime() + 3_600_000).toISOString())
    expect((await open(edit.url)).status).toBe(410)
    const saved = await submit(edit, { [`${groupUid('Pau')}.website`]: 'pau-bearn.example.org' })
    expect(textOf(saved)).toContain('C’est enregistré, et ce lien s’arrête là')
    const website = 'https://pau-bearn.example.org'
    expect(await count('SELECT count(*) AS n FROM local_group WHERE website = ?1', website)).toBe(1)
    expect(saved.html).toContain('action="/new-link"')
    // A tab that a phone opens again days later tells of nothing that was just sent
    await world.setClock(new Date(minute.getTime() + 3 * 86_400_000).toISOString())
    expect(textOf(await open(saved.url))).toContain('Ce lien ne fonctionne plus')
  })
})
