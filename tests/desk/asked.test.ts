import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { readMovement, upsertSettings } from '#shared/db/settings.ts'
import { open, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act, send } from '#tests/support/desk.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

const room = { key: 'room', type: 'yes_no', label: { fr: 'Un local ?', en: 'A room?' } }
const bikes = { key: 'bikes', type: 'text', label: { fr: 'Vélos' } }

let world: World
let session: string
let turns = 0
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-03T10:00:00+01:00', sends: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.setClock('2026-12-03T10:00:00+01:00')
  turns += 100
  await world.clear()
  // A version that was never there: workers know what was set by it
  await world.db
    .prepare(`INSERT INTO setting (key, version, changed_at) VALUES ('feeds.colour', ?1, '2026-12-03')`)
    .bind(turns)
    .run()
  await makeGroups(world.db, { Pau: ['Lou'], Dax: ['Noa'] }, world.now())
  await set({ questions: [room, bikes] })
  session = await signIn(world)
})

const set = (values: Record<string, unknown>) => upsertSettings(world.db, values, world.now()).run()
const movement = () => readMovement(world.db, sample)
const questions = async () => (await movement()).questions.map(({ key }) => key)
const recordPage = async () => textOf(await open(`${await world.linkOf('Lou')}/${groupUid('Pau')}/identity`))
const fresh = '/settings/asked/questions/new'
const answerOf = (town: string, json: string) =>
  world.db.prepare('UPDATE local_group SET own = ?2 WHERE uid = ?1').bind(groupUid(town), json).run()

describe('a question of the movement’s own', () => {
  test('is made in the browser, with a key by its words, and asked at once', async () => {
    const { to } = await act(world, session, fresh, {
      'label.fr': 'Combien de tandems ?',
      type: 'number',
      asked: 'now',
      do: 'save',
    })
    expect(to).toBe('/desk/settings/asked?done=saved')
    expect(await questions()).toEqual(['room', 'bikes', 'combien_de_tandems'])
    expect(await recordPage()).toContain('Combien de tandems ?')
  })

  test.each(['identity', 'referents', 'activities', 'trainings', 'campaigns'])(
    'is seen in its page, %s, among the others, where nothing can be typed, and nothing is saved',
    async (section) => {
      const before = await world.db.prepare('SELECT count(*) AS n FROM setting').first('n')
      const typed = { 'label.fr': 'Combien de <b>tandems</b> ?', type: 'number', section, asked: 'next_round' }
      const { status, page } = await act(world, session, fresh, { ...typed, do: 'page' })
      expect(status).toBe(200)
      expect(textOf(page)).toContain('La page, comme un·e référent·e la verra')
      expect(page.html).toContain('Combien de &lt;b&gt;tandems&lt;/b&gt;\u00a0?')
      // Browsers send nothing of what a disabled set of fields holds
      expect(page.html).toMatch(/<fieldset class="flow" disabled[^>]*>.*tandems.*<\/form><\/fieldset>/s)
      expect(await world.db.prepare('SELECT count(*) AS n FROM setting').first('n')).toBe(before)
    },
  )

  test('is tried first: what a referent would see, and what becomes of an answer, with nothing saved', async () => {
    const typed = { 'label.fr': 'Combien de tandems ?', type: 'number', do: 'try' }
    const wrong = await act(world, session, fresh, { ...typed, answer: 'beaucoup' })
    expect(textOf(wrong.page)).toContain('Écrivez un nombre, en chiffres')
    expect(wrong.page.html).toContain('value="Combien de tandems\u00a0?"')
    const right = await act(world, session, fresh, { ...typed, answer: 'environ 30' })
    expect(textOf(right.page)).toContain('Ce serait gardé ainsi : 30')
    expect(await questions()).toEqual(['room', 'bikes'])
  })

  test('may wait for the next round: it is asked once that opens, and the mail of that round knows it', async () => {
    await act(world, session, fresh, {
      'label.fr': 'Un jardin ?',
      'label.en': 'A garden?',
      type: 'yes_no',
      inMail: 'oui',
      do: 'save',
    })
    expect(await recordPage()).not.toContain('Un jardin ?')
    expect(textOf(await look(world, session, '/desk/settings/asked'))).toContain('à partir de la prochaine mise à jour')
    await world.tick()
    await world.setClock('2027-01-05T09:01:00+01:00')
    await world.tick()
    expect(await recordPage()).toContain('Un jardin ?')
    const [mail] = await world.mailbox.messages.list('lou')
    expect(mail?.text).toMatch(/votre téléphone, un jardin\s\?/)
  })

  test('with answers to choose from keeps their keys when their words change', async () => {
    await act(world, session, fresh, {
      'label.fr': 'Accès',
      type: 'choice',
      'options.0.label.fr': 'En bus',
      'options.1.label.fr': 'En train',
      asked: 'now',
      do: 'save',
    })
    await act(world, session, '/settings/asked/questions/identity.acces', {
      'options.1.label.fr': 'En train ou en car',
      do: 'save',
    })
    expect((await movement()).questions[2]).toMatchObject({
      options: [
        { key: 'en_bus', label: { fr: 'En bus' } },
        { key: 'en_train', label: { fr: 'En train ou en car' } },
      ],
    })
  })

  test('with more answers asks for more rows, and keeps what was typed', async () => {
    const { status, page } = await act(world, session, fresh, {
      'label.fr': 'Accès',
      type: 'choice',
      'options.0.label.fr': 'En bus',
      do: 'more',
    })
    expect(status).toBe(200)
    expect(page.html).toContain('name="options.5.label.fr"')
    expect(page.html).toContain('value="En bus"')
  })

  test.each([
    [{ 'label.fr': '' }, 'Écrivez la question'],
    [{ 'label.fr': 'Ah {x}' }, 'écrivez-le sans { ni }'],
    [{ 'label.fr': 'Accès', type: 'choice' }, 'Réponses proposées : Proposez au moins une réponse'],
  ])('that cannot be so says why: %o', async (typed, said) => {
    const { status, page } = await act(world, session, fresh, { ...typed, do: 'save' } as Record<string, string>)
    expect([status, textOf(page)]).toEqual([422, expect.stringContaining(said)])
    expect(await questions()).toEqual(['room', 'bikes'])
  })

  test('says how many answers are kept, and warns once of those that would not fit another type', async () => {
    await answerOf('Pau', '{"bikes":"une dizaine et demie"}')
    await answerOf('Dax', '{"bikes":"12"}')
    const path = '/settings/asked/questions/identity.bikes'
    expect(textOf(await look(world, session, `/desk${path}`))).toContain('2 réponses sont gardées.')
    const warned = await act(world, session, path, { type: 'number', do: 'save' })
    expect([warned.status, textOf(warned.page)]).toEqual([409, expect.stringContaining('1 réponse ne va plus')])
    const body = new URLSearchParams((await look(world, session, `/desk${path}`)).fields as [string, string][])
    for (const [name, value] of Object.entries({ type: 'number', do: 'save', warned: 'oui' })) body.set(name, value)
    expect((await send(world, session, path, body)).to).toBe('/desk/settings/asked?done=saved')
    expect((await movement()).questions[1]).toMatchObject({ key: 'bikes', type: 'number' })
  })

  test('not asked any more keeps its answers, and has them again', async () => {
    await answerOf('Pau', '{"bikes":"douze"}')
    const path = '/settings/asked/questions/identity.bikes'
    await act(world, session, path, { asked: 'no', do: 'save' })
    expect(await recordPage()).not.toContain('Vélos')
    await act(world, session, path, { asked: 'now', do: 'save' })
    const page = await open(`${await world.linkOf('Lou')}/${groupUid('Pau')}/identity`)
    expect(page.html).toContain('value="douze"')
  })

  test('that has nothing to choose from is told so once', async () => {
    const { page } = await act(world, session, fresh, { 'label.fr': 'Accès', type: 'choice', do: 'try' })
    expect(textOf(page)).toContain('Il y a une chose à corriger')
  })

  test('is told in what changed in words, not as it is kept', async () => {
    await act(world, session, fresh, { 'label.fr': 'Combien de tandems ?', type: 'number', do: 'save' })
    const page = textOf(await look(world, session, '/desk/settings/changes'))
    expect(page).toContain('Combien de tandems ? · un nombre · à partir de la prochaine mise à jour')
    expect(page).not.toContain('{')
  })

  test('that two change at once shows the second that the first was there', async () => {
    const path = '/settings/asked/questions/identity.bikes'
    const shown = await look(world, session, `/desk${path}`)
    await act(world, session, path, { 'label.fr': 'Vélos prêtés', do: 'save' })
    const body = new URLSearchParams(shown.fields as [string, string][])
    body.set('label.fr', 'Vélos et tandems')
    body.set('do', 'save')
    const { status, page } = await send(world, session, path, body)
    expect(status).toBe(409)
    expect(page.html).toContain('value="Vélos et tandems"')
    expect((await movement()).questions[1]?.label.fr).toBe('Vélos prêtés')
  })

  test('changes places with the one above it', async () => {
    await act(world, session, '/settings/asked', { section: null, question: 'identity.bikes', do: 'up' })
    expect(await questions()).toEqual(['bikes', 'room'])
  })
})

describe('sections', () => {
  const names = async () => (await movement()).sections.names

  test('of ours are left out, and come back', async () => {
    await act(world, session, '/settings/asked', { question: null, section: 'trainings', do: 'off' })
    expect(await names()).toEqual(['identity', 'referents', 'activities', 'campaigns', 'lists'])
    await act(world, session, '/settings/asked', { question: null, section: 'trainings', do: 'on' })
    expect((await names()).at(-1)).toBe('trainings')
  })

  test('that every record has cannot be left out', async () => {
    const { status } = await act(world, session, '/settings/asked', { question: null, section: 'referents', do: 'off' })
    expect(status).toBe(400)
    expect(await names()).toContain('referents')
  })

  test('change places', async () => {
    await act(world, session, '/settings/asked', { question: null, section: 'activities', do: 'up' })
    expect((await names()).slice(0, 3)).toEqual(['identity', 'activities', 'referents'])
  })

  test('of one’s own are made, asked once they have a question, left out and asked again with their rows', async () => {
    const made = await act(world, session, '/settings/asked/sections/new', { 'title.fr': 'Réunions' })
    expect(made.to).toBe('/desk/settings/asked?done=section')
    await act(world, session, `${fresh}?section=reunions`, {
      section: 'reunions',
      'label.fr': 'Sujet',
      asked: 'now',
      do: 'save',
    })
    const page = await open(`${await world.linkOf('Lou')}/${groupUid('Pau')}/own_reunions?add=1`)
    expect(textOf(page)).toContain('Sujet')
    await act(world, session, '/settings/asked', { question: null, section: 'reunions', do: 'off' })
    expect(await names()).not.toContain('own_reunions')
    await act(world, session, '/settings/asked', { question: null, section: 'reunions', do: 'on' })
    expect(await names()).toContain('own_reunions')
  })
})
