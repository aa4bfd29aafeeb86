import { afterAll, beforeAll, expect, test } from 'vitest'
import { open, type Sheet, submit } from '#tests/support/browser.ts'
import { groupUid, personUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// What somebody hears who does not see the page: RGAA 4.1, beyond what axe can tell.
let world: World

beforeAll(async () => {
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'] } })
})
afterAll(() => world.stop())

const page = async (name: string, town: string, path = '') =>
  open(`${await world.linkOf(name)}/${groupUid(town)}${path}`)
const titleOf = ({ html }: Sheet) => /<title>(.*?)<\/title>/.exec(html)?.[1]
/** The opening tag of what is focused when the page has come. */
const focusedIn = ({ html }: Sheet) => /<[^<>]*\bautofocus\b[^<>]*>/.exec(html)?.[0]
const controlIn = ({ html }: Sheet, name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0]

test('a page that comes back with mistakes says first how many there are', async () => {
  const wrong = { [`${groupUid('Pau')}.founded_on`]: '32 mai', [`${groupUid('Pau')}.active_members`]: 'beaucoup' }
  const back = await submit(await page('Lou', 'Pau', '/identity'), wrong)
  expect(titleOf(back)).toBe('Il y a 2 choses à corriger – Le groupe – Archipel')
  expect(focusedIn(back)).toContain('role="alert"')
})

test('a page that asks something before it goes on says so first', async () => {
  const leaving = await submit(await page('Noa', 'Dax', '/part?do=leave'), { do: 'leave' })
  expect(titleOf(leaving)).toMatch(/^Vous êtes la dernière personne/)
  expect(focusedIn(leaving)).toContain('role="alert"')
  const old = await submit(await page('Lou', 'Pau', '/identity'), { page: 'x' })
  expect(titleOf(old)).toMatch(/^Appuyez encore une fois/)
  expect(focusedIn(old)).toContain('role="status"')
  const erased = await open(`${await world.linkOf('Lou')}/me`)
  expect(titleOf(await submit(erased, {}, `${erased.url}/erase`))).toMatch(/^Il y a une chose à corriger/)
})

test('the button that answers for everything is reached at once, before the twelve that stand between', async () => {
  const { html } = await page('Noa', 'Dax')
  const [, target = ''] =
    /<a class="skip" href="#(right)">Aller au bouton «\u00a0Tout est juste\u00a0»</.exec(html) ?? []
  expect(html.indexOf('class="skip" href="#right"')).toBeLessThan(html.indexOf('Corriger'))
  expect(html).toMatch(new RegExp(`<button id="${target}"[^>]*>Tout est juste<`))
})

test('browsers fill in what is the reader’s own, and nothing of anybody else', async () => {
  const form = await page('Lou', 'Pau', '/referents')
  const tokens = (name: string) =>
    ['name', 'email', 'phone', 'role'].map(
      (field) => /autocomplete="(.*?)"/.exec(controlIn(form, `${personUid(name)}.${field}`) ?? '')?.[1],
    )
  expect(tokens('Lou')).toEqual(['name', 'email', 'tel', 'off'])
  expect(tokens('Sam')).toEqual(['off', 'off', 'off', 'off'])
})

test('questions that cannot be left out say so in their label', async () => {
  const form = await page('Lou', 'Pau', '/activities')
  const labels = [...form.html.replace(/<template>.*/s, '').matchAll(/<label for="[^"]*">(.*?)<\/label>/gs)]
  expect(
    labels.map(([, label = '']) =>
      label
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  ).toEqual(['Jour (obligatoire)', 'Quoi ? (obligatoire)', 'Quel genre ?', 'Combien de personnes ?'])
})

test('of several corrections each button says which one it takes back', async () => {
  const save = async (members: string) =>
    submit(await page('Lou', 'Pau', '/identity'), { [`${groupUid('Pau')}.active_members`]: members })
  await world.setClock('2026-12-01T09:05:00+01:00')
  await save('20')
  await world.setClock('2026-12-01T09:07:00+01:00')
  await save('21')
  const { html } = await page('Lou', 'Pau', '/history')
  const buttons = [...html.matchAll(/<button[^>]*name="revision"[^>]*>(.*?)<\/button>/gs)]
  expect(buttons.map(([, label = '']) => label.replace(/<[^>]+>/g, ''))).toEqual(
    ['09:07', '09:05'].map((time) => `Annuler cette correction, 1er décembre 2026, ${time}, Lou`),
  )
})

test('the points between parts of a record are seen, and are commas to whoever hears it', async () => {
  for (const path of ['', '?done=all']) {
    const { html } = await page('Noa', 'Dax', path)
    expect(html).toContain('<span class="heard">,</span> <span class="part"><i aria-hidden="true">· </i>')
    const heard = html.replace(/<title>.*?<\/title>|<style>.*?<\/style>|<(i|span) aria-hidden="true">[^<]*<\/\1>/gs, '')
    expect(heard).not.toContain('·')
  }
})
