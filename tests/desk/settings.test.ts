import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { readMovement, upsertSettings } from '#shared/db/settings.ts'
import { faultsOfChange } from '#shared/settings/complete.ts'
import { colourShades, contrastOf } from '#shared/settings/contrast.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { byHand, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act, send } from '#tests/support/desk.ts'
import { startWorld, type World } from '#tests/support/world.ts'

/** Names who administers, and leaves the rest to the desk. */
const { coordinators, timeZone, languages, country, name, website, sender } = sample
const fixed: SomeSettings = { coordinators, timeZone, languages, country, website, sender }
const start = { name, 'calendar.at': '09:00' }

let world: World
let session: string
let turns = 0
beforeAll(async () => {
  world = await startWorld({ fixed, clock: '2026-12-03T10:00:00+01:00' })
})
afterAll(() => world.stop())
beforeEach(async () => {
  turns += 100
  await world.clear()
  // A version that was never there: workers know what was set by it
  await world.db
    .prepare(`INSERT INTO setting (key, version, changed_at) VALUES ('feeds.colour', ?1, '2026-12-03')`)
    .bind(turns)
    .run()
  await upsertSettings(world.db, start, world.now()).run()
  session = await signIn(world)
})

const setting = async () => readMovement(world.db, fixed)
const events = async () =>
  (await world.db.prepare(`SELECT coordinator, details FROM event WHERE action = 'change_settings'`).all()).results

describe('the movement’s own nouns', () => {
  const antenna = {
    'nouns.group.fr.one': 'Antenne',
    'nouns.group.fr.many': 'antennes',
    'nouns.group.fr.gender': 'feminine',
  }

  test('are tried in sentences of ours before they are saved', async () => {
    const { page } = await act(world, session, '/settings/nouns', { ...antenna, do: 'try' })
    expect(textOf(page)).toContain('Trouver une antenne')
    expect(textOf(page)).toContain('Cette antenne est fermée')
    expect((await setting()).nouns.group).toBeUndefined()
  })

  test('hold on the pages from then on, and may be taken back', async () => {
    const { to } = await act(world, session, '/settings/nouns', antenna)
    expect(to).toBe('/desk/settings/nouns?done=saved')
    expect(textOf(await look(world, session, '/desk'))).toContain('Pour une antenne')
    // Where they are chosen, what they stand for is said as we say it
    const again = textOf(await look(world, session, '/desk/settings/nouns'))
    expect(again).toContain('Sans réponse, nous disons « groupe »')
    expect(again).toContain('Un groupe local')
    const nothing = Object.fromEntries(Object.keys(antenna).map((name) => [name, '']))
    await act(world, session, '/settings/nouns', nothing)
    expect(textOf(await look(world, session, '/desk'))).toContain('Pour un groupe')
  })

  test('have a gender in French, or the page says so', async () => {
    const { status, page } = await act(world, session, '/settings/nouns', { ...antenna, 'nouns.group.fr.gender': '' })
    expect(status).toBe(422)
    expect(textOf(page)).toContain('choisissez le genre de ce mot')
  })
})

describe('a page of settings', () => {
  test('shows what movement.config.ts names as fixed, and asks the rest', async () => {
    const page = await look(world, session, '/desk/settings/movement')
    expect(textOf(page)).toContain('Seule la personne qui gère le serveur')
    expect(page.html).toContain(`value="${name}"`)
    expect(page.html).not.toContain('name="country"')
    expect(textOf(page)).toContain('Europe/Paris')
  })

  test('holds from the next page on, and says who set it', async () => {
    const { to } = await act(world, session, '/settings/movement', { name: 'Fédération des Vélos' })
    expect(to).toBe('/desk/settings/movement?done=saved')
    const page = await look(world, session, to ?? '')
    expect(page.html).toContain('<span class="mark">Fédération des Vélos</span>')
    expect(await events()).toEqual([{ coordinator: 'camille@archipel.example.org', details: '{"settings":["name"]}' }])
  })

  test('writes only what is other than what holds', async () => {
    await act(world, session, '/settings/calendar', { 'calendar.at': '10:30' })
    expect(await events()).toEqual([expect.objectContaining({ details: '{"settings":["calendar.at"]}' })])
    const { page } = await act(world, session, '/settings/calendar', {})
    expect(textOf(page)).toContain('Rien n’a changé')
    expect(await events()).toHaveLength(1)
  })

  test('says what is wrong at its place, in the reader’s language, and keeps what was typed', async () => {
    const { status, page } = await act(world, session, '/settings/calendar', {
      'calendar.at': 'neuf heures',
      'calendar.sequence.reminders': '20\n14 jeudi',
    })
    expect(status).toBe(422)
    expect(page.html).toContain('value="neuf heures"')
    expect(textOf(page)).toContain('Heure : écrivez une heure comme 09:00')
    expect(textOf(page)).toContain('chaque étape vient après celle d’avant')
    expect((await setting()).calendar.at).toBe('09:00')
  })

  test('takes reminders a line each, as days or weekdays, and shows them so', async () => {
    const typed = { 'calendar.sequence.reminders': '4\n7 jeudi\n 14, Friday ', 'calendar.sequence.end': '21' }
    await act(world, session, '/settings/calendar', typed)
    const reminders = [4, { after: 7, on: 'thursday' }, { after: 14, on: 'friday' }]
    expect((await setting()).calendar.sequence).toEqual({ reminders, end: 21 })
    const page = await look(world, session, '/desk/settings/calendar')
    expect(page.html).toContain('4\n7 jeudi\n14 vendredi</textarea>')
    expect(textOf(page)).toContain('14 janvier 2027 à 09:00 Rappel')
    expect(textOf(await look(world, session, '/desk/settings/changes'))).toContain('7 jeudi')
  })

  test('says that a long sequence leaves no room before the next round, at whichever of the two was changed', async () => {
    const long = { 'calendar.sequence.end': '40', 'calendar.every': '2' }
    expect((await act(world, session, '/settings/calendar', long)).to).toContain('done=saved')
    const { status, page } = await act(world, session, '/settings/calendar', { 'calendar.every': '1' })
    expect(status).toBe(422)
    expect(textOf(page)).toContain(
      'Tous les combien ? : une mise à jour finit avant que la suivante ne s’ouvre : 25 jours au plus',
    )
    expect((await setting()).calendar.every).toBe(2)
    const wrong = { 'calendar.sequence.reminders': '7\nmardi', 'calendar.sequence.end': 'jeudi' }
    const { page: refused } = await act(world, session, '/settings/calendar', wrong)
    expect(textOf(refused)).toContain('écrivez des jours, de 1 à 90')
    expect(refused.html).toContain('value="jeudi"')
  })

  test('offers countries in the reader’s alphabet', async () => {
    const { html } = await look(world, session, '/desk/settings/calendar')
    const places = ['Aucun', 'Albanie', 'Allemagne', 'Angleterre', 'Écosse', 'États-Unis', 'Zimbabwe'].map((name) =>
      html.indexOf(`>${name}</option>`),
    )
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places[0]).toBeGreaterThan(0)
  })

  test('takes nothing for a setting that is fixed, whoever sends it', async () => {
    await act(world, session, '/settings/movement', { country: 'BE', name: 'Autre' })
    expect(await setting()).toMatchObject({ country: 'FR', name: 'Autre' })
  })

  test('shows the dates that it would give, and saves nothing of them', async () => {
    expect(textOf(await look(world, session, '/desk/settings/calendar'))).toContain('5 janvier 2027 à 09:00')
    const { status, page } = await act(world, session, '/settings/calendar', {
      'calendar.opens': 'on.20',
      do: 'try',
    })
    expect(status).toBe(200)
    expect(textOf(page)).toContain('20 décembre 2026 à 09:00')
    expect((await setting()).calendar.opens).toEqual({ weekday: 'tuesday', nth: 1 })
  })

  test('that somebody else changed meanwhile shows both, and asks again', async () => {
    const shown = await look(world, session, '/desk/settings/movement')
    await act(world, session, '/settings/movement', { name: 'Le nom de Sam' })
    const body = new URLSearchParams(shown.fields as [string, string][])
    body.set('name', 'Le nom de Lou')
    const { status, page } = await send(world, session, '/settings/movement', body)
    expect(status).toBe(409)
    expect(page.html).toContain('value="Le nom de Lou"')
    expect(textOf(page)).toContain('Le nom de Sam (réglage actuel)')
    expect((await setting()).name).toBe('Le nom de Sam')
  })
})

describe('a change of settings', () => {
  const changes = '/desk/settings/changes'
  const undoLast = async () => act(world, session, '/settings/changes', {})

  test('is told with what it was before, and taken back', async () => {
    await act(world, session, '/settings/calendar', { 'calendar.at': '10:30' })
    const page = textOf(await look(world, session, changes))
    expect(page).toMatch(/Camille.*Heure.*09:00.*10:30/s)
    expect((await undoLast()).to).toBe(`${changes}?done=undone`)
    expect((await setting()).calendar.at).toBe('09:00')
  })

  test('is not taken back once somebody has set the same again', async () => {
    await act(world, session, '/settings/movement', { name: 'Un' })
    const shown = await look(world, session, changes)
    await act(world, session, '/settings/movement', { name: 'Deux' })
    const { status } = await send(
      world,
      session,
      '/settings/changes',
      new URLSearchParams(shown.fields.filter(([key]) => key !== 'do') as [string, string][]),
    )
    expect(status).toBe(409)
    expect((await setting()).name).toBe('Deux')
  })

  test('of a list takes back only what it did: what others did to the rest of it stays', async () => {
    const list = (key: string) => ({ key, label: { fr: key } })
    const { changeSettings, undoSettings } = await import('#shared/actions/change-settings.ts')
    const { listSettings } = await import('#shared/db/settings.ts')
    const acting = { db: world.db, fixed, actor: { kind: 'system' } as const, now: world.now() }
    const set = async (lists: object[]) => changeSettings(acting, await listSettings(world.db), { lists })
    await set([list('un')])
    await set([list('un'), list('deux')])
    const { id } = (await world.db.prepare('SELECT max(id) AS id FROM event').first<{ id: number }>()) ?? { id: 0 }
    await set([list('un'), list('deux'), list('trois')])
    expect(await undoSettings(acting, await listSettings(world.db), id)).toEqual({ result: 'done' })
    expect((await setting()).lists.map(({ key }) => key)).toEqual(['un', 'trois'])
  })
})

describe('mailing lists', () => {
  const lists = async () => (await setting()).lists.map(({ key, label }) => [key, label.fr])

  test('are made, renamed and taken away in the browser; what a list program calls them stays', async () => {
    await act(world, session, '/settings/lists', { 'lists.0.label.fr': 'Annonces du mouvement', do: 'save' })
    await act(world, session, '/settings/lists', {
      'lists.0.label.fr': 'Les annonces',
      'lists.1.label.fr': 'Entraide',
      'lists.1.key': 'aide',
      do: 'save',
    })
    expect(await lists()).toEqual([
      ['annonces_du_mouvement', 'Les annonces'],
      ['aide', 'Entraide'],
    ])
    const gone = { 'lists.0.label.fr': '', 'lists.0.label.en': '', do: 'save' }
    await act(world, session, '/settings/lists', gone)
    expect(await lists()).toEqual([['aide', 'Entraide']])
  })

  test('that cannot be so say why, and keep what was typed', async () => {
    const typed = { 'lists.0.label.fr': 'Entraide', 'lists.0.key': 'Pas Une Clé', do: 'save' }
    const { status, page } = await act(world, session, '/settings/lists', typed)
    expect([status, textOf(page)]).toEqual([422, expect.stringContaining('des lettres minuscules, des chiffres et _')])
    expect(page.html).toContain('value="Pas Une Clé"')
    expect(await lists()).toEqual([])
  })
})

describe('the logo of a movement', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  async function bring(picture: Uint8Array<ArrayBuffer>, does = 'save') {
    const { html } = await look(world, session, '/desk/settings/face')
    const body = new FormData()
    body.append(
      'page',
      /enctype="multipart[^>]*><input type="hidden" name="page" value="([^"]+)"/.exec(html)?.[1] ?? '',
    )
    body.append('do', does)
    body.append('logo', new Blob([picture]), 'logo.png')
    const init = { method: 'POST', body, redirect: 'manual', headers: { cookie: session, ...byHand } } as const
    const response = await fetch(`${world.url}/desk/settings/face/logo`, init)
    return { status: response.status, text: await response.text() }
  }
  const addressOn = async (path: string) => /<img src="([^"]+)"/.exec(await (await fetch(world.url + path)).text())?.[1]

  test('stands on every page, in the browser’s tab and nowhere else than with us, and is kept by browsers', async () => {
    expect((await bring(png)).status).toBe(303)
    const address = (await addressOn('/privacy')) ?? ''
    expect(address).toMatch(/^\/logo\?v=[0-9a-f]+$/)
    expect(await addressOn('/dashboard')).toBe(address)
    expect(await (await fetch(`${world.url}/privacy`)).text()).toContain(`<link rel="icon" href="${address}"`)
    const served = await fetch(world.url + address)
    expect(Buffer.from(await served.arrayBuffer())).toEqual(png)
    expect(served.headers.get('content-type')).toBe('image/png')
    expect(served.headers.get('cache-control')).toContain('immutable')
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect(textOf(await look(world, session, '/desk/settings/changes'))).not.toContain('base64')
  })

  test('is taken away again', async () => {
    await bring(png)
    expect((await bring(png, 'remove')).status).toBe(303)
    expect(await addressOn('/privacy')).toBeUndefined()
    expect((await fetch(`${world.url}/logo`)).status).toBe(404)
  })

  test.each([
    ['a drawing that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 422],
    ['a page that calls itself a picture', Buffer.from('<html>PNG</html>'), 422],
    ['nothing', Buffer.alloc(0), 422],
    ['more than 32 kB', Buffer.concat([png, Buffer.alloc(33 * 1024)]), 413],
  ])('is refused when it is %s', async (_, picture, status) => {
    const answer = await bring(new Uint8Array(picture))
    expect(answer.status).toBe(status)
    expect(await addressOn('/privacy')).toBeUndefined()
  })

  test.each(['data:image/svg+xml;base64,PHN2Zz4=', 'data:image/png;base64,PHN2Zz4=', 'https://example.org/logo.png'])(
    'that a command sets as %s is refused too',
    (logo) => {
      expect(faultsOfChange(sample, {}, { 'face.logo': logo }).map(({ path }) => path)).toEqual(['face.logo'])
    },
  )
})

describe('the colour of a movement', () => {
  const policyOf = async (path: string) => (await fetch(world.url + path)).headers.get('content-security-policy') ?? ''

  test('is on its pages from the next one on, and their policy lets that style through and no other', async () => {
    expect((await act(world, session, '/settings/face', { 'face.colour': '#7a1f5c' })).to).toContain('done=saved')
    const page = await (await fetch(`${world.url}/privacy`)).text()
    const [, css = ''] = /<style>(:root\{--green:#7a1f5c[^<]*)<\/style>/.exec(page) ?? []
    const hash = createHash('sha256').update(css).digest('base64')
    expect(await policyOf('/privacy')).toContain(`'sha256-${hash}'`)
    expect(await policyOf('/dashboard')).toContain(`'sha256-${hash}'`)
  })

  test('that is too pale is refused, with the nearest that can be read, which is taken', async () => {
    const { status, page } = await act(world, session, '/settings/face', { 'face.colour': '#ffcc00' })
    const [, proposed = ''] = /la couleur lisible la plus proche est (#[0-9a-f]{6})/.exec(textOf(page)) ?? []
    expect([status, proposed]).toEqual([422, expect.stringMatching(/^#/)])
    await act(world, session, '/settings/face', { 'face.colour': proposed })
    expect((await setting()).face.colour).toBe(proposed)
  })

  test('whichever it is can be read by day and by night, on pages, on its wash and under words', () => {
    for (const red of [0, 64, 128, 200, 255])
      for (const green of [0, 64, 128, 200, 255])
        for (const blue of [0, 90, 170, 255]) {
          const colour = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
          const { day, night } = colourShades(colour)
          for (const [shade, grounds] of [
            [day, ['#fbf7f0', '#ffffff', day.wash]],
            [night, ['#15201d', '#1d2b27', night.wash, '#10241e']],
          ] as const)
            for (const ground of grounds)
              expect([colour, ground, contrastOf(shade.colour, ground) >= 4.5]).toEqual([colour, ground, true])
        }
  })
})
