import { afterAll, beforeAll, expect, test } from 'vitest'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'] } })
})
afterAll(() => world.stop())

const page = async (name: string, town: string, section: string) =>
  open(`${await world.linkOf(name)}/${groupUid(town)}/${section}`)
const pau = (field: string) => `${groupUid('Pau')}.${field}`
const kept = async (column: 'founded_on' | 'postcode' | 'active_members') =>
  (
    await world.db
      .prepare(`SELECT ${column} AS kept FROM local_group WHERE uid = ?1`)
      .bind(groupUid('Pau'))
      .first<{ kept: unknown }>()
  )?.kept

test('what is hardly meant is asked about in words, once, and kept when it is sent again', async () => {
  const typed = { [pau('founded_on')]: 'demain', [pau('postcode')]: '00000', [pau('active_members')]: '100 000' }
  const asked = await submit(await page('Lou', 'Pau', 'identity'), typed)
  expect(asked.status).toBe(422)
  expect(textOf(asked)).toContain('3 choses à vérifier')
  expect(textOf(asked)).toContain(
    'Date de création : cette date est encore à venir : 2 décembre 2026. Est-ce bien elle ?',
  )
  expect(textOf(asked)).toContain('aucune commune n’a le code 00000')
  expect(textOf(asked)).toContain('Si c’est juste, enregistrez de nouveau.')
  expect(asked.html).not.toContain('aria-invalid')
  expect(await kept('postcode')).not.toBe('00000')
  const saved = await submit(asked)
  expect(textOf(saved)).toContain('C’est enregistré')
  expect([await kept('founded_on'), await kept('postcode'), await kept('active_members')]).toEqual([
    '2026-12-02',
    '00000',
    100_000,
  ])
})

test('what is typed instead is asked about in its turn, and what was kept is not', async () => {
  const [lou, sam] = [personUid('Lou'), personUid('Sam')]
  const typed = { [`${lou}.phone`]: '06 66 66 66 66', [`${sam}.phone`]: '06 00 00 00 00' }
  const asked = await submit(await page('Lou', 'Pau', 'referents'), typed)
  expect(textOf(asked)).toContain('2 choses à vérifier')
  const again = await submit(asked, { [`${sam}.phone`]: '07 77 77 77 77' })
  expect(textOf(again)).toContain('Une chose à vérifier')
  expect(textOf(again)).toContain('07 77 77 77 77 ne ressemble pas à un vrai numéro')
  expect(textOf(await submit(again, { [`${sam}.phone`]: '06 12 34 56 78' }))).toContain('C’est enregistré')
})

test('a mistake beside a question is told apart from it, and the answer to the question stays', async () => {
  const uid = `${groupUid('Dax')}`
  const typed = { [`${uid}.postcode`]: '00000', [`${uid}.active_members`]: 'une trentaine' }
  const asked = await submit(await page('Noa', 'Dax', 'identity'), typed)
  expect(textOf(asked)).toContain('Il y a 2 choses à corriger ou à vérifier')
  expect(textOf(asked)).toContain('écrivez un seul nombre, en chiffres, même à peu près. Par exemple 30')
  expect(asked.html).toContain('value="une trentaine"')
  // Beside a question its label has been read already
  expect(textOf(asked).match(/Personnes actives\s: écrivez/g)).toHaveLength(1)
  expect(textOf(asked)).toContain('Écrivez un seul nombre')
  expect(textOf(await submit(asked, { [`${uid}.active_members`]: '30' }))).toContain('C’est enregistré')
})

test('what is said instead of a value that may be left out is asked to be left out, and stays until then', async () => {
  const [postcode, members] = [pau('postcode'), pau('active_members')]
  const asked = await submit(await page('Lou', 'Pau', 'identity'), { [postcode]: '?', [members]: 'je ne sais pas' })
  expect(textOf(asked).match(/laissez vide si vous ne savez pas, ou s’il n’y en a pas/gi)).toHaveLength(4)
  expect(asked.html).toContain('value="je ne sais pas"')
  expect(textOf(await submit(asked, { [postcode]: '', [members]: '' }))).toContain('C’est enregistré')
})

test('a number that is one of several is never taken for its figure: 2 mille are asked as 2000', async () => {
  const asked = await submit(await page('Lou', 'Pau', 'identity'), { [pau('active_members')]: '2 mille' })
  expect(textOf(asked)).toContain('Par exemple 2000')
})

test('a day whose name is another is asked about once, and kept', async () => {
  const typed = { [pau('founded_on')]: 'mardi 5 mai 2019' }
  const asked = await submit(await page('Sam', 'Pau', 'identity'), typed)
  expect(textOf(asked)).toContain('un autre jour de la semaine : dimanche 5 mai 2019. Est-ce bien ce jour ?')
  expect(textOf(await submit(asked))).toContain('C’est enregistré')
  expect(await kept('founded_on')).toBe('2019-05-05')
})

test('the page of an address that nobody proposes leads back to the record', async () => {
  const link = await world.linkOf('Lou')
  const { html, status } = await open(`${link}/address`)
  expect(status).toBe(200)
  expect(html).toContain(` href="${new URL(link).pathname}">Ouvrir la fiche de mon groupe</a>`)
})
