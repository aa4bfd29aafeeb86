import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
const noon = new Date('2026-12-01T12:00:00+01:00')
const later = new Date('2026-12-01T12:11:00+01:00')

beforeAll(async () => {
  world = await startWorld({ clock: noon.toISOString(), sends: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Noa', 'Ada'] }, noon)
})

const edit = async (name: string, town: string, section: string) =>
  open(`${await world.linkOf(name)}/${groupUid(town)}/${section}`)
const messages = async (address: string) =>
  (await world.mailbox.messages.list(address)).map(({ subject, text }) => ({ subject, text }))
const linkIn = (text: string | undefined) =>
  /http\S+\/(u|invitation)\/\S+/.exec(text ?? '')?.[0] ?? expect.fail('no link')
const addReferent = async (page: Sheet, name: string) => {
  const more = await submit(page, { do: 'add' })
  const added = more.fields.filter(([field]) => field === 'row').at(-1)?.[1]
  return submit(more, { [`${added}.name`]: name, [`${added}.email`]: addressOf(name) })
}

describe('a correction', () => {
  test('is told to its author with before and after, and to the others of the group, once for one sitting', async () => {
    await submit(await edit('Lou', 'Pau', 'identity'), { [`${groupUid('Pau')}.active_members`]: '20' })
    await submit(await edit('Lou', 'Pau', 'identity'), { [`${groupUid('Pau')}.postcode`]: '64000' })
    await world.tick(noon)
    expect(await messages(addressOf('Lou'))).toEqual([])
    await world.tick(later)
    await world.tick(later)
    const [receipt, ...more] = await messages(addressOf('Lou'))
    expect(more).toEqual([])
    expect(receipt?.subject).toBe('Archipel Pau\u00a0: votre correction est enregistrée')
    expect(receipt?.text).toMatch(/- Personnes actives\u00a0: 12 →\u00a020\n- Code postal\u00a0: rien →\u00a064000/)
    const [news, ...others] = await messages(addressOf('Sam'))
    expect(others).toEqual([])
    expect(news?.subject).toBe('Lou a corrigé la fiche d’Archipel Pau')
    expect(news?.text).toMatch(/- Personnes actives\u00a0: 12 → 20\n- Code postal\u00a0: rien → 64000/)
  })

  test('of a phone is told to the others without the number', async () => {
    const page = await edit('Lou', 'Pau', 'referents')
    const typed = { [`${personUid('Lou')}.phone`]: '06 12 34 56 78' }
    await submit(await addReferent(page, 'Yann'), {})
    await submit(await edit('Lou', 'Pau', 'referents'), typed)
    await world.tick(later)
    const [news] = await messages(addressOf('Sam'))
    expect(news?.text).toContain('Nouvelle personne\u00a0: Yann')
    expect(news?.text).toContain('Lou, téléphone\u00a0: corrigé')
    expect(news?.text).not.toMatch(/06 12|@example\.(net|org)(?<!archipel\.example\.org)/)
  })

  test('of a long text is told to its author as it is, and to the others without a word of it', async () => {
    const typed = { [`${groupUid('Pau')}.networks`]: 'mastodon.example.org/@pau\nUn salon où Sam nous a rejoint·es' }
    await submit(await edit('Lou', 'Pau', 'identity'), typed)
    await world.tick(later)
    const [receipt] = await messages(addressOf('Lou'))
    // Mail programs make no link of it: something without width stands in the address
    expect(receipt?.text.replaceAll('\u200b', '')).toContain('mastodon.example.org/@pau')
    const [news] = await messages(addressOf('Sam'))
    expect(news?.text).toContain('- Réseaux sociaux\u00a0: corrigé')
    expect(news?.text).not.toMatch(/mastodon|salon/)
  })

  test('of many things at once is told to the others by its first six', async () => {
    let page = await edit('Lou', 'Pau', 'trainings')
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const row = page.fields.filter(([field]) => field === 'row').at(-1)?.[1]
      page = await submit(page, {
        [`${row}.theme`]: `Thème ${number}`,
        [`${row}.held_on`]: '3/5/2026',
        ...(number < 8 ? { do: 'add' } : {}),
      })
    }
    await world.tick(later)
    const [news] = await messages(addressOf('Sam'))
    expect(news?.text.match(/Nouvelle formation/g)).toHaveLength(6)
    expect(news?.text).toContain('- et 2 autres')
  })

  test('is taken back from the mail that tells of it', async () => {
    await submit(await edit('Lou', 'Pau', 'identity'), { [`${groupUid('Pau')}.active_members`]: '20' })
    await world.tick(later)
    const [news] = await messages(addressOf('Sam'))
    const history = await open(linkIn(news?.text))
    expect(textOf(await submit(history, { revision: '2' }))).toContain('C’est annulé')
  })

  test('is not told to somebody who left before the mail did', async () => {
    await submit(await edit('Lou', 'Pau', 'identity'), { [`${groupUid('Pau')}.active_members`]: '20' })
    await submit(await edit('Sam', 'Pau', 'part?do=leave'), { do: 'leave' })
    await world.tick(later)
    expect((await messages(addressOf('Sam'))).map(({ subject }) => subject)).not.toContain(
      'Lou a corrigé la fiche d’Archipel Pau',
    )
  })

  test('that changes nothing is told to nobody', async () => {
    await submit(await edit('Lou', 'Pau', 'identity'))
    await world.tick(later)
    expect(await messages(addressOf('Lou'))).toEqual([])
  })
})

describe('somebody new', () => {
  test('is written to: who named them, what is kept, and how to say no; one press says yes', async () => {
    await addReferent(await edit('Noa', 'Dax', 'referents'), 'Yann')
    await world.tick(later)
    const [welcome] = await messages(addressOf('Yann'))
    expect(welcome?.subject).toBe('Noa vous propose comme personne référente d’Archipel Dax')
    expect(welcome?.text).toContain('Nous gardons votre nom')
    expect(welcome?.text).toMatch(/comment vous opposer\nhttp:\S+\/privacy\n/)
    const page = await open(linkIn(welcome?.text))
    expect(textOf(page)).toContain('Noa vous propose comme personne référente d’Archipel Dax')
    const yes = await submit(page, { do: 'yes' })
    expect(textOf(yes)).toContain('Bienvenue')
    expect((await open(page.url)).url).toContain('/u/')
  })

  test('who says no is taken off, and the group is told', async () => {
    await addReferent(await edit('Noa', 'Dax', 'referents'), 'Yann')
    await world.tick(later)
    const page = await open(linkIn((await messages(addressOf('Yann')))[0]?.text))
    expect(textOf(await submit(page, { do: 'no' }))).toContain('Nous avons effacé')
    await world.tick(later)
    expect((await messages(addressOf('Ada'))).map(({ subject }) => subject)).toContain(
      'Quelqu’un a dit non pour Archipel Dax',
    )
  })
})

describe('somebody whose link was stopped by who got it by mistake', () => {
  test('is told why another comes', async () => {
    await submit(await open(`${await world.linkOf('Lou')}/not-me`))
    await world.tick(later)
    const [mail] = await messages(addressOf('Lou'))
    expect(mail?.text).toContain('Votre ancien lien a été arrêté')
    expect(mail?.text).toContain('l’a arrêté\u00a0: il n’ouvre plus rien')
    expect(mail?.text).not.toContain('Vous n’avez rien demandé')
  })
})

describe('somebody who was taken off', () => {
  test('is told, and can say that it is a mistake', async () => {
    await submit(await edit('Noa', 'Dax', 'referents'), { [`${personUid('Ada')}.remove`]: 'oui' })
    await world.tick(later)
    const [farewell] = await messages(addressOf('Ada'))
    expect(farewell?.subject).toBe('Vous n’êtes plus référent ou référente d’Archipel Dax')
    const page = await open(linkIn(farewell?.text))
    expect(textOf(page)).toContain('Noa vous a retiré·e de la liste')
    const word = await open(`${page.url}/word?group=${groupUid('Dax')}`)
    expect(textOf(await submit(word, { body: 'Je suis toujours là !' }))).toContain('Merci, c’est envoyé')
    expect(await world.db.prepare('SELECT body FROM note').first()).toEqual({ body: 'Je suis toujours là !' })
  })

  test('and put back in the same sitting is told neither', async () => {
    await submit(await edit('Noa', 'Dax', 'referents'), { [`${personUid('Ada')}.remove`]: 'oui' })
    await submit(await open(`${await world.linkOf('Noa')}/${groupUid('Dax')}/history`), { revision: '2' })
    await world.tick(later)
    expect(await messages(addressOf('Ada'))).toEqual([])
  })
})

test('at night nobody is told of a correction', async () => {
  await submit(await edit('Lou', 'Pau', 'identity'), { [`${groupUid('Pau')}.active_members`]: '20' })
  await world.tick(new Date('2026-12-01T23:00:00+01:00'))
  expect(await messages(addressOf('Sam'))).toEqual([])
  await world.tick(new Date('2026-12-02T08:00:00+01:00'))
  expect(await messages(addressOf('Sam'))).toHaveLength(1)
})

test('a correction made just before the next round can be taken back by its receipt for thirty days, whatever the links of that month do', async () => {
  await world.setClock('2026-12-31T12:00:00+01:00')
  await submit(await edit('Lou', 'Pau', 'identity'), { [`${groupUid('Pau')}.active_members`]: '20' })
  await addReferent(await edit('Noa', 'Dax', 'referents'), 'Yann')
  await world.tick(new Date('2026-12-31T12:11:00+01:00'))
  const receipt = linkIn((await messages(addressOf('Lou')))[0]?.text)
  const welcome = linkIn((await messages(addressOf('Yann')))[0]?.text)
  // The address is another one after each restart of the workers
  const here = (link: string) => world.url + new URL(link).pathname
  await world.setClock('2027-01-30T11:00:00+01:00')
  expect((await open(here(welcome))).status).toBe(200)
  expect(textOf(await submit(await open(here(receipt)), { revision: '2' }))).toContain('C’est annulé')
  await world.setClock('2027-01-30T12:30:00+01:00')
  expect((await open(here(receipt))).status).toBe(410)
  expect((await open(here(welcome))).status).toBe(410)
})
