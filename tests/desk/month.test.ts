import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { addressOf, groupUid, makeGroups } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
const noon = '2026-12-01T12:00:00+01:00'
beforeAll(async () => {
  world = await startWorld({ clock: noon, sends: true })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.setClock(noon)
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou'], Dax: ['Noa'] }, world.now())
  session = await signIn(world)
})

const words = {
  do: 'save',
  body_fr: 'La marche est le 12.\nVenez en bleu !',
  url_fr: 'https://example.org/marche',
  body_en: 'We march on the 12th.',
  until_on: '20/12/2026',
}
const pageOf = async (name: string) => textOf(await open(await world.linkOf(name)))

describe('the word of the month', () => {
  test('stands on each group’s page through its last day, in the reader’s language', async () => {
    expect((await act(world, session, '/month/word', words)).to).toBe('/desk/month?done=word_saved')
    expect(await pageOf('Lou')).toMatch(
      /Un mot de l’équipe\s+La marche est le 12\.\s+Venez en bleu !\s+example\.org\/marche/,
    )
    await world.db.prepare(`UPDATE person SET language = 'en' WHERE name = 'Lou'`).run()
    expect(await pageOf('Lou')).toMatch(/A word from the team\s+We march on the 12th\./)
    await world.setClock('2026-12-20T23:59:00+01:00')
    expect(await pageOf('Noa')).toContain('Venez en bleu')
    await world.setClock('2026-12-21T00:00:00+01:00')
    expect(await pageOf('Noa')).not.toContain('Venez en bleu')
    const today = await signIn(world)
    expect(textOf(await look(world, today, '/desk/month'))).toContain('N’est plus montré depuis le 20 décembre 2026')
  })

  test('is in the month’s mails, with its link, in text and page', async () => {
    await act(world, session, '/month/word', words)
    await act(world, session, '/mails', { do: 'open' })
    await world.tick(world.now())
    const [letter] = await world.mailbox.letters.list(addressOf('Lou'))
    expect(letter?.text).toContain(
      'Un mot de l’équipe\n> La marche est le 12.\n> Venez en bleu !\nhttps://example.org/marche',
    )
    expect(letter?.html).toMatch(/<a [^<>]*href="https:\/\/example\.org\/marche"/)
  })

  test('is looked at in each language before it is saved: nothing is written', async () => {
    const answer = await act(world, session, '/month/word', { ...words, do: 'look' })
    expect([answer.status, textOf(answer.page)]).toEqual([200, expect.stringContaining('We march on the 12th.')])
    expect(answer.page.html).toContain('value="https://example.org/marche"')
    expect(await pageOf('Lou')).not.toContain('La marche')
  })

  test('is read in the first language where a reader’s own has none', async () => {
    await act(world, session, '/month/word', { ...words, body_en: '' })
    await world.db.prepare(`UPDATE person SET language = 'en'`).run()
    expect((await open(await world.linkOf('Lou'))).html).toContain('lang="fr">La marche')
  })

  test('is taken away, and is gone at the next look', async () => {
    await act(world, session, '/month/word', words)
    expect((await act(world, session, '/month/word', { do: 'end' })).to).toBe('/desk/month?done=word_ended')
    expect(await pageOf('Lou')).not.toContain('La marche')
    expect(textOf(await look(world, session, '/desk/log'))).toMatch(
      /a retiré le mot du mois[\s\S]*a écrit le mot du mois/,
    )
  })

  test.each([
    [{ body_fr: '', body_en: '', url_fr: '' }, 'Quelques lignes (Français) : à remplir'],
    [{ body_fr: '' }, 'Quelques lignes (Français) : à remplir'],
    [{ url_en: 'javascript:alert(1)' }, 'nous ne reconnaissons pas cette adresse'],
    [{ until_on: '30/11/2026' }, 'ce jour est passé'],
    [{ until_on: '' }, 'Montré jusqu’au : à remplir'],
    [{ body_fr: 'x'.repeat(601) }, '600 caractères au plus'],
  ])('with %j is not saved: what was typed comes back, with what to mend', async (typed, said) => {
    const answer = await act(world, session, '/month/word', { ...words, ...typed })
    expect([answer.status, textOf(answer.page)]).toEqual([422, expect.stringContaining(said)])
    expect(answer.page.html).toContain(`value="${{ ...words, ...typed }.url_fr}"`)
    expect(await pageOf('Lou')).not.toContain('La marche')
  })
})

test('a group’s page carries no word that nobody wrote', async () => {
  expect(textOf(await open(`${await world.linkOf('Lou')}/${groupUid('Pau')}`))).not.toContain('Un mot de l’équipe')
})
