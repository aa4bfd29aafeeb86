import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { readMovement, upsertSettings } from '#shared/db/settings.ts'
import { mailParts, replaceableIn } from '#shared/mail/replaceable.ts'
import { replaced } from '#shared/mail/replaced.ts'
import { open, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { makeGroups } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
let turns = 0
beforeAll(async () => {
  world = await startWorld({ clock: '2027-01-05T08:00:00+01:00', sends: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  turns += 100
  await world.setClock('2027-01-05T08:00:00+01:00')
  await world.clear()
  // A version that was never there: workers know what was set by it
  await world.db
    .prepare(`INSERT INTO setting (key, version, changed_at) VALUES ('feeds.colour', ?1, '2026-12-03')`)
    .bind(turns)
    .run()
  await makeGroups(world.db, { Pau: ['Lou'] }, new Date('2026-11-01T00:00:00Z'))
  session = await signIn(world)
})

const path = '/settings/sentences/invitation'
const own = async () => (await readMovement(world.db, sample)).sentences
const lead = 'Voici ce que l’antenne {du groups} nous a dit.'

describe('a sentence of mails', () => {
  test('is said in the movement’s own words from the next mail on', async () => {
    const { to } = await act(world, session, path, { lead, do: 'save' })
    expect(to).toBe(`/desk${path}?of=fr&done=saved`)
    expect(await own()).toEqual([
      { key: 'invitation.lead.fr', says: lead, instead: 'Voici ce que nous savons {du groups}.' },
    ])
    await world.tick()
    await world.setClock('2027-01-05T09:01:00+01:00')
    await world.tick()
    const [mail] = await world.mailbox.messages.list('lou')
    expect(mail?.text).toContain('Voici ce que l’antenne d’Archipel Pau nous a dit.')
  })

  test('is seen in the mail that it makes before anything is saved', async () => {
    const { status, page } = await act(world, session, path, { title: 'Quoi de neuf chez vous ?', do: 'try' })
    expect([status, textOf(page)]).toEqual([
      200,
      expect.stringMatching(/Le mail, en texte.*Quoi de neuf chez vous \?/s),
    ])
    expect(await own()).toEqual([])
  })

  test.each([
    ['Voici {tout}.', 'ne connaît pas {tout}'],
    ['Voici {groups', 'une accolade est seule'],
  ])('that the mail could not fill is refused, and kept as typed: %s', async (typed, said) => {
    const { status, page } = await act(world, session, path, { lead: typed, do: 'save' })
    expect([status, textOf(page)]).toEqual([422, expect.stringContaining(said)])
    expect(page.html).toContain(`>${typed}</textarea>`)
    expect(await own()).toEqual([])
  })

  test('that depends on a number has each of its forms', async () => {
    await act(world, session, '/settings/sentences/ask', { 'check.one': 'Allez, une minute', do: 'save' })
    expect(await own()).toEqual([
      expect.objectContaining({
        key: 'ask.check.fr',
        says: { one: 'Allez, une minute', other: 'Vérifier mes groupes ({n} minutes)' },
      }),
    ])
  })

  test('has the spaces of French, however it was typed', async () => {
    await act(world, session, path, { title: 'Quoi de  neuf ?', do: 'save' })
    expect((await own())[0]?.says).toBe('Quoi de neuf\u00a0?')
  })

  test('that is emptied is ours again', async () => {
    await act(world, session, path, { lead, do: 'save' })
    await act(world, session, path, { lead: '', do: 'save' })
    expect(await own()).toEqual([])
  })

  test('of which ours changed since is said as before, and the page shows what it was written for', async () => {
    const sentences = [{ key: 'invitation.title.fr', says: 'Encore juste ?', instead: 'Une phrase d’avant' }]
    await upsertSettings(world.db, { sentences }, world.now()).run()
    const page = await look(world, session, `/desk${path}`)
    expect(page.html).toContain('>Encore juste ?</textarea>')
    expect(textOf(page)).toContain('Une phrase d’avant')
    await act(world, session, path, { do: 'save' })
    expect((await own())[0]?.instead).toBe('Une phrase d’avant')
  })

  test('that names what ours names no more gives way to ours', () => {
    const said = [{ key: 'a.b.fr', says: 'Pour {gone}' }]
    expect(replaced(said, 'a.b.fr', 'Pour {groups}')).toBe('Pour {groups}')
    expect(replaced(said, 'a.b.fr', { one: 'x', other: 'y' })).toEqual({ one: 'x', other: 'y' })
    expect(replaced(said, 'a.b.fr', '{gone}, {groups}')).toBe('Pour {gone}')
  })

  test('of ours is always whole: each part has some, and each could stand for itself', () => {
    for (const part of mailParts)
      for (const language of ['fr', 'en'] as const) {
        const sentences = replaceableIn(part, language)
        expect(sentences.length).toBeGreaterThan(0)
        for (const [name, ours] of sentences) {
          const key = `${part}.${name}.${language}`
          expect(replaced([{ key, says: ours }], key, ours)).toEqual(ours)
        }
      }
  })
})

describe('a sentence of pages', () => {
  const place = '/settings/sentences/pages/form.homeTitle'
  const home = async () => textOf(await open(world.url))

  test('is found by its words, wherever the accents stand', async () => {
    const page = await look(world, session, '/desk/settings/sentences?q=mettre+A+jour+mon+groupe&of=fr')
    expect(page.html).toContain('href="/desk/settings/sentences/pages/form.homeTitle?of=fr"')
  })

  test('is said otherwise from the next page on, and ours again once the box is emptied', async () => {
    const says = 'Et votre antenne ?'
    await act(world, session, place, { says, do: 'save' })
    expect(await home()).toContain(says)
    expect(textOf(await look(world, session, '/desk/settings/sentences'))).toContain(says)
    await act(world, session, place, { says: '', do: 'save' })
    expect(await home()).not.toContain(says)
    expect(await own()).toEqual([])
  })

  test('is seen on its real page, where that is a section’s form or says what went wrong', async () => {
    const tried = async (path: string, says: string) =>
      (await act(world, session, `/settings/sentences/pages/${path}`, { says, do: 'try' })).page
    const form = await tried('form.save', 'Garder <3 tout ça'.replace('<3', 'bien'))
    expect(form.html).toMatch(/<fieldset[^>]* disabled[\s\S]*<mark>Garder bien tout ça<\/mark>/)
    expect(textOf(form)).toContain('Sur sa page')
    expect(form.html).toContain('Nom du groupe')
    const problem = await tried('problem.page_unknown.title', 'Rien ici')
    expect(problem.html).toMatch(/<h3>\s*<mark>Rien ici<\/mark>/)
    expect(textOf(await tried('form.homeTitle', 'Bonjour'))).not.toContain('Sur sa page')
    expect(await own()).toEqual([])
    for (const { html } of [form, problem]) expect(html).not.toMatch(/[\ufdd0\ufdd1]/)
  })

  test('is shown among its neighbours before anything is saved', async () => {
    const { status, page } = await act(world, session, place, { says: 'Et votre antenne ?', do: 'try' })
    expect([status, textOf(page)]).toEqual([
      200,
      expect.stringMatching(/Parmi les phrases voisines.*Et votre antenne \?/s),
    ])
    expect(await own()).toEqual([])
  })

  test.each([
    ['form.homeTitle', 'Voir <b>ici</b>', 'n’a pas de balises'],
    ['form.homeTitle', 'Voir {1}', 'ne connaît pas {1}'],
    ['form.homeTitle', 'x'.repeat(81), '80 caractères au plus'],
    ['form.homeLead', 'Les groupes {du 1', 'accolade'],
  ])('of %s is refused where it says %s', async (path, says, why) => {
    const { status, page } = await act(world, session, `/settings/sentences/pages/${path}`, { says, do: 'save' })
    expect([status, textOf(page)]).toEqual([422, expect.stringContaining(why)])
    expect(textOf(page)).toContain(says.slice(0, 10))
    expect(await own()).toEqual([])
  })

  test('whose original changed meanwhile says so', async () => {
    const before = [{ key: 'pages.form.homeTitle.fr', says: 'Et vous ?', instead: 'Ce que nous disions' }]
    await upsertSettings(world.db, { sentences: before }, world.now()).run()
    const page = await look(world, session, `/desk${place}`)
    expect(textOf(page)).toContain('Ce que nous disions')
    expect(textOf(await look(world, session, '/desk/settings/sentences'))).toContain('notre phrase a changé depuis')
  })
})
