import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspect, openAxePage, openBrowser } from '#tests/support/axe.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { makeGroups } from '#tests/support/movement.ts'
import { answer } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ clock: '2026-10-20T10:00:00+02:00' })
})
afterAll(() => world.stop())

const overview = async () => textOf(await look(world, await signIn(world), '/dashboard'))
const at = (instant: string) => new Date(instant)

describe('the first page, from the first day on,', () => {
  test('says how to begin while there is no group', async () => {
    expect(await overview()).toContain('Le réseau est encore vide')
  })

  test('says when the first mails will leave', async () => {
    await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'], Sète: [] }, world.now())
    const text = await overview()
    expect(text).toContain('3 groupes attendent la première mise à jour')
    expect(text).toContain('Les premiers mails partiront mardi 3 novembre à 09:00.')
  })

  test('counts the groups that have answered among those that were asked', async () => {
    const opened = at('2026-11-03T09:00:00+01:00')
    await makeStep(world.db, '2026-11', 'invitation', opened)
    await answer(world.db, { round: '2026-11', town: 'Pau', by: 'Lou' }, at('2026-11-03T10:00:00+01:00'))
    await answer(world.db, { round: '2026-11', town: 'Pau', by: 'Sam' }, at('2026-11-03T11:00:00+01:00'))
    await answer(world.db, { round: '2026-11', town: 'Dax', by: 'Noa', kind: 'not_my_group' }, opened)
    await world.setClock('2026-11-05T10:00:00+01:00')
    const text = await overview()
    expect(text).toContain('1 groupe sur 2 a répondu')
    expect(text).toContain('C’est la première mise à jour')
  })

  test('compares with the month before at the same moment, not with its end', async () => {
    await world.db
      .prepare(`UPDATE answer SET kind = 'updated', last_at = '2026-11-20T09:00:00.000Z' WHERE kind = 'not_my_group'`)
      .run()
    await makeStep(world.db, '2026-12', 'invitation', at('2026-12-01T09:00:00+01:00'))
    await world.setClock('2026-12-01T10:30:00+01:00')
    expect(await overview()).toContain('C’est 1 groupe de moins qu’en novembre 2026, au même moment.')
    await answer(world.db, { round: '2026-12', town: 'Pau', by: 'Lou' }, at('2026-12-02T10:00:00+01:00'))
    await answer(world.db, { round: '2026-12', town: 'Dax', by: 'Noa' }, at('2026-12-02T10:00:00+01:00'))
    await world.setClock('2026-12-03T10:00:00+01:00')
    const text = await overview()
    expect(text).toContain('Les 2 groupes ont répondu')
    expect(text).toContain('C’est 1 groupe de plus qu’en novembre 2026, au même moment.')
  })

  test('tells the mails by state, and what to do about each', async () => {
    await world.db
      .prepare(
        `UPDATE mail SET state = 'failed', reason = 'address_refused', settled_at = due_at WHERE id = (SELECT max(id) FROM mail WHERE round_key = '2026-12')`,
      )
      .run()
    const text = await overview()
    expect(text).toContain('1 n’a pas pu partir ou est revenu')
    expect(text).toContain('2 attendent de partir')
  })

  test('tells of a mail beside the month’s that did not arrive, and what to do about it; not of an older one', async () => {
    const stuck = (kind: string, settledAt: string) =>
      world.db
        .prepare(
          `INSERT INTO mail (kind, person_id, group_id, since_number, state, reason, due_at, settled_at, created_at)
           SELECT ?1, person.id, g.id, iif(g.id IS NULL, NULL, 1), 'failed', 'gave_up', ?2, ?2, ?2
           FROM person
           LEFT JOIN local_group g ON g.uid = 'group-pau' AND ?1 = 'receipt'
           WHERE person.uid = 'person-lou'`,
        )
        .bind(kind, settledAt)
        .run()
    await stuck('receipt', '2026-12-02T10:00:00.000Z')
    await stuck('new_link', '2026-12-02T11:00:00.000Z')
    await stuck('receipt', '2026-11-02T10:00:00.000Z')
    expect(await overview()).toContain('3 n’ont pas pu partir')
    const page = textOf(await look(world, await signIn(world), '/dashboard/mails?state=failed'))
    expect(page).toContain('3 mails n’ont pas pu partir')
    expect(page).toMatch(/Lou Archipel Pau Reçu d’une correction, .* ce qui a été corrigé est dans l’historique/)
    expect(page).toMatch(/Nouveau lien, .* La personne attend peut-être son lien/)
    const all = textOf(await look(world, await signIn(world), '/dashboard/mails'))
    expect(all).toContain('1 × reçu d’une correction')
    expect(all).toContain('5 mails de la mise à jour')
    expect(all).toContain('Les autres mails partis (réponses, bienvenues, liens) sont sur la page de chaque groupe')
  })

  test('shows the next six dates', async () => {
    const text = await overview()
    const dates = ['8 décembre', '15 décembre', '22 décembre', '5 janvier', '12 janvier', '19 janvier']
    for (const date of dates) expect(text).toContain(`mardi ${date} à 09:00`)
    expect(text).not.toContain('26 janvier')
  })
})

test('each picture has its sentence and its table', async () => {
  const { html } = await look(world, await signIn(world), '/dashboard')
  for (const id of ['answers', 'freshness', 'regions']) {
    const section = html.slice(html.indexOf(`aria-labelledby="${id}"`)).split('</section></details>')[0]
    expect(section).toContain('class="says"')
    expect(section).toContain('<table>')
  }
})

describe('in a real browser,', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each([
    [1280, 'light'],
    [320, 'light'],
    [390, 'dark'],
  ] as const)('the first page is accessible and fits %d pixels, %s', async (width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
    const [name = '', value = ''] = (await signIn(world)).split('=')
    await context.addCookies([{ name, value, url: `${world.url}/dashboard` }])
    const { faults, overflow, status } = await inspect(await openAxePage(context), `${world.url}/dashboard`)
    expect({ faults, overflow, status }).toEqual({ faults: [], overflow: 0, status: 200 })
    await context.close()
  })
})
