import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mailKinds } from '#shared/domain/mail.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { addressOf, groupUid, makeGroups } from '#tests/support/movement.ts'
import { makeStep } from '#tests/support/rounds.ts'
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
    const [message] = await world.mailbox.messages.list(addressOf('Lou'))
    expect(message?.text).toContain(
      'Un mot de l’équipe\n> La marche est le 12.\n> Venez en bleu\u00a0!\nhttps://example.org/marche',
    )
    expect(message?.html).toMatch(/<a [^<>]*href="https:\/\/example\.org\/marche"/)
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

const question = {
  type: 'choice',
  label_fr: 'Venez-vous à la marche ?',
  options_fr: 'Oui, en car\nOui, en train\nNon',
  label_en: 'Will you come to the march?',
  options_en: 'Yes, by coach\nYes, by train\nNo',
}
const path = '/month/question/2026-12'
const questionOf = (town: string) => async (name: string) => open(`${await world.linkOf(name)}/${groupUid(town)}`)
const answer = async (name: string, town: string, value: string) => {
  const page = await questionOf(town)(name)
  const to = new URL(`${page.url}/question`).href
  return submit(page, { round: '2026-12', answer: value }, to)
}

describe('the question of the month', () => {
  beforeEach(async () => {
    await makeStep(world.db, '2026-12', 'invitation', world.now())
  })

  test('is asked on each group’s page in the reader’s language, and answered once a group: the last word counts', async () => {
    expect((await act(world, session, path, question)).to).toBe('/desk/month?done=question_saved')
    const page = await questionOf('Pau')('Lou')
    expect(textOf(page)).toMatch(/Venez-vous à la marche ?\?\s+Oui, en car\s+Oui, en train\s+Non\s+Répondre/)
    expect(textOf(await answer('Lou', 'Pau', 'o1'))).toContain('Venez-vous à la marche ? Oui, en car')
    await answer('Lou', 'Pau', 'o2')
    await answer('Noa', 'Dax', 'o2')
    const figure = textOf(await look(world, session, '/dashboard/questions'))
    expect(figure).toMatch(/2 réponses\s+Oui, en train\s+2 groupes/)
    expect(figure).not.toContain('Oui, en car')
    await world.db.prepare(`UPDATE person SET language = 'en' WHERE name = 'Lou'`).run()
    expect(textOf(await questionOf('Pau')('Lou'))).toContain('Will you come to the march? Yes, by train')
  })

  test('does not answer the round: the group is still asked about its record', async () => {
    await act(world, session, path, question)
    await answer('Lou', 'Pau', 'o1')
    const { results } = await world.db.prepare('SELECT * FROM answer').all()
    expect(results).toEqual([])
  })

  test('is a sheet, in which no answer is a formula', async () => {
    await act(world, session, path, { ...question, type: 'line', options_fr: '', options_en: '' })
    await answer('Lou', 'Pau', '=1+1')
    const response = await fetch(`${world.url}/dashboard/questions.csv?round=2026-12`, { headers: { cookie: session } })
    const [head, line] = (await response.text()).split('\r\n')
    expect(head).toContain('id;Groupe;Région;Venez-vous à la marche\u00a0?;Par;Le')
    expect(line).toMatch(/^group-pau;Archipel Pau;;'=1\+1;Lou;2026-12-01$/)
  })

  test('is a figure that is taken along, as a table and as a picture', async () => {
    await act(world, session, path, question)
    await answer('Lou', 'Pau', 'o2')
    const { html } = await look(world, session, '/dashboard/questions?round=2026-12')
    expect(html).toContain('href="/dashboard/questions/counts.svg?round=2026-12"')
    const take = (kind: string) =>
      fetch(`${world.url}/dashboard/questions/counts.${kind}?round=2026-12`, { headers: { cookie: session } })
    expect(await (await take('csv')).text()).toMatch(/;Groupes\r\nOui, en train;1\r\n/)
    expect(await (await take('svg')).text()).toMatch(/>1\sgroupe</)
    expect((await take('xlsx')).headers.get('content-disposition')).toContain('.xlsx')
  })

  test('adds numbers up', async () => {
    await act(world, session, path, { ...question, type: 'number' })
    await answer('Lou', 'Pau', 'environ 12')
    await answer('Noa', 'Dax', '30')
    expect(textOf(await look(world, session, '/dashboard/questions'))).toContain('2 réponses, 42 en tout')
  })

  test('that a group has answered keeps its sort: its words can be corrected, and answers added at the end', async () => {
    await act(world, session, path, question)
    await answer('Lou', 'Pau', 'o3')
    const other = await act(world, session, path, { ...question, type: 'yes_no' })
    expect([other.status, textOf(other.page)]).toEqual([409, expect.stringContaining('Des groupes ont déjà répondu')])
    expect((await act(world, session, path, { do: 'end' })).status).toBe(409)
    const more = { ...question, options_fr: 'Car\nTrain\nNon\nVélo', options_en: 'Coach\nTrain\nNo\nBike' }
    expect((await act(world, session, path, more)).status).toBe(303)
    expect(textOf(await look(world, session, '/dashboard/questions'))).toMatch(/Non\s+1 groupe/)
  })

  test('of the next round is asked when that opens, and no more after it', async () => {
    await act(world, session, '/month/question/2027-01', question)
    expect(textOf(await questionOf('Pau')('Lou'))).not.toContain('Venez-vous')
    await makeStep(world.db, '2027-01', 'invitation', new Date('2027-01-05T09:00:00+01:00'))
    expect(textOf(await questionOf('Pau')('Lou'))).toContain('Venez-vous')
    const page = await questionOf('Pau')('Lou')
    await makeStep(world.db, '2027-02', 'invitation', new Date('2027-02-02T09:00:00+01:00'))
    const late = await submit(page, { round: '2027-01', answer: 'o1' }, `${page.url}/question`)
    expect([late.status, textOf(late)]).toEqual([409, expect.stringContaining('n’est plus posée')])
  })

  test.each([
    ['', 'Venez-vous à la marche ? à remplir'],
    ['o9', 'choisissez une de ces réponses'],
  ])('answered with “%s” is asked again, with what is wrong', async (value, said) => {
    await act(world, session, path, question)
    const page = await answer('Lou', 'Pau', value)
    expect([page.status, textOf(page)]).toEqual([422, expect.stringContaining(said)])
  })

  test.each([
    [{ options_fr: 'Oui' }, 'écrivez au moins deux réponses'],
    [{ options_en: 'Yes\nNo' }, 'autant de réponses que dans l’autre langue'],
    [{ label_fr: '', label_en: '' }, 'La question (Français) : à remplir'],
    [{ label_fr: 'x'.repeat(161) }, '160 caractères au plus'],
  ])('with %j is not asked: what was typed comes back', async (typed, said) => {
    const refused = await act(world, session, path, { ...question, ...typed })
    expect([refused.status, textOf(refused.page)]).toEqual([422, expect.stringContaining(said)])
    expect(textOf(await questionOf('Pau')('Lou'))).not.toContain('La question du mois')
  })

  test('is asked in no other round than the open one and the next', async () => {
    expect((await look(world, session, '/desk/month/question/2027-03')).status).toBe(404)
  })
})

describe('the next round', () => {
  const early = '2026-11-28T12:00:00+01:00'
  beforeEach(async () => {
    await world.setClock(early)
    session = await signIn(world)
  })

  test('is told before one is sent now, and so are its reminders, as far as it lets them', async () => {
    const page = async () => textOf(await look(world, session, '/desk/mails'))
    expect(await page()).toContain('La mise à jour suivante reste prévue le 1er décembre 2026.')
    expect(await page()).not.toContain('partent ensuite')
    await world.setClock('2026-11-12T12:00:00+01:00')
    session = await signIn(world)
    expect(await page()).toMatch(/partent ensuite.: 19 novembre 2026, 26 novembre 2026\. La mise à jour suivante/)
    await world.setClock(early)
  })

  test('is put off to another day, which every worker knows at once, and back', async () => {
    expect(textOf(await look(world, session, '/desk/mails'))).toContain('Prochaine mise à jour : le 1er décembre 2026.')
    expect((await act(world, session, '/mails', { do: 'put_off', on: '8 décembre' })).to).toBe(
      '/desk/mails?done=round_put_off',
    )
    expect(textOf(await look(world, session, '/desk/mails'))).toContain('Prochaine mise à jour : le 8 décembre 2026.')
    await world.tick(new Date('2026-12-01T12:00:00+01:00'))
    const rounds = async () => (await world.db.prepare('SELECT key FROM round').all()).results
    expect(await rounds()).toEqual([])
    await world.tick(new Date('2026-12-08T12:00:00+01:00'))
    expect(await rounds()).toEqual([{ key: '2026-12' }])
  })

  test('opens on the planned day again when that is wished', async () => {
    await act(world, session, '/mails', { do: 'put_off', on: '08/12/2026' })
    expect(textOf(await look(world, session, '/desk/mails'))).toContain('Revenir au jour prévu, le 1er décembre 2026')
    await act(world, session, '/mails', { do: 'as_planned' })
    expect(textOf(await look(world, session, '/desk/mails'))).toContain('Prochaine mise à jour : le 1er décembre 2026.')
  })

  test.each([
    ['27/11/2026', 'Choisissez un jour à venir'],
    ['01/12/2026', 'C’est déjà le jour prévu'],
    ['05/01/2027', 'La mise à jour suivante serait déjà ouverte'],
    ['bientôt', 'nous n’avons pas compris cette date'],
    ['', 'à remplir'],
  ])('is not put off to “%s”: what was typed comes back', async (on, said) => {
    const refused = await act(world, session, '/mails', { do: 'put_off', on })
    expect([refused.status, textOf(refused.page)]).toEqual([422, expect.stringContaining(said)])
    expect(refused.page.html).toContain(`value="${on}"`)
  })
})

describe('a group’s mails', () => {
  const mails = `/desk/groups/${groupUid('Pau')}/mail`
  test.each(mailKinds)('are read before they leave: %s', async (kind) => {
    const answer = await fetch(`${world.url}${mails}?kind=${kind}`, { headers: { cookie: session } })
    const html = await answer.text()
    expect([answer.status, html]).toEqual([200, expect.stringContaining('Aperçu, rien n’est parti')])
    expect(html).not.toMatch(/\/u\/[\w-]{43}/)
    expect(await world.mailbox.messages.list(addressOf('Lou'))).toEqual([])
  })

  test('are listed by name, and one that has nothing to tell is an example, which says so', async () => {
    const list = await look(world, session, `${mails}s`)
    expect(textOf(list)).toContain('Message du site à un groupe')
    const answer = await fetch(`${world.url}${mails}?kind=enquiry`, { headers: { cookie: session } })
    expect(await answer.text()).toContain('ceci est un exemple')
  })
})
