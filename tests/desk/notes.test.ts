import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { root } from '#scripts/local/paths.ts'
import { insertWord } from '#shared/db/notes-of-referents.ts'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act, send } from '#tests/support/desk.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { suppress } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
const noon = '2026-12-03T12:00:00+01:00'
const fixed = {
  ...sample,
  coordinators: [
    ...(sample.coordinators ?? []),
    { name: 'Sacha', email: 'sacha@archipel.example.org', regions: ['Bretagne'] },
  ],
}
beforeAll(async () => {
  world = await startWorld({ clock: noon, sends: true, fixed })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou'], Brest: ['Zoé'] }, world.now())
  await world.db.prepare(`UPDATE local_group SET region = 'Bretagne' WHERE town = 'Brest'`).run()
  await write('Lou', 'Pau', 'Peut-on changer de nom ?')
  await write('Zoé', 'Brest', 'Bonjour de Brest')
  session = await signIn(world)
})

async function write(name: string, town: string | null, body: string): Promise<void> {
  const note = { group: town && groupUid(town), person: personUid(name), body }
  await insertWord(world.db, note, world.now()).run()
}
const idOf = async (body: string) =>
  String((await world.db.prepare('SELECT id FROM note WHERE body = ?1').bind(body).first<{ id: number }>())?.id)
const inbox = async (cookie = session, query = '') => textOf(await look(world, cookie, `/desk/notes${query}`))
const question = 'Peut-on changer de nom ?'
const answer = async (text: string) => {
  const note = await idOf(question)
  return act(world, session, '/notes', { do: 'answer', note, [`answer.${note}`]: text })
}

describe('a word to the team', () => {
  test('stands in the inbox, the oldest first, with whose it is and of which group', async () => {
    expect(await inbox()).toMatch(
      /Lou , Archipel Pau , 3 décembre 2026 Peut-on changer de nom \?.*Zoé , Archipel Brest/,
    )
  })

  test('is counted on the first page of the desk, of one’s own regions alone', async () => {
    expect(textOf(await look(world, session, '/desk'))).toContain('Les mots à l’équipe 2 en attente')
    const sacha = await signIn(world, 'sacha@archipel.example.org')
    expect(textOf(await look(world, sacha, '/desk'))).toContain('Les mots à l’équipe 1 en attente')
    await act(world, session, '/notes', { do: 'settle', note: await idOf(question) })
    expect(textOf(await look(world, session, '/desk'))).toContain('Les mots à l’équipe 1 en attente')
  })

  test('stands on a page under 100 kB, however long words and answers are, and the next page keeps what is typed there', async () => {
    const long = 'Très long. '.repeat(363)
    await world.db
      .prepare(
        `INSERT INTO note (group_id, person_id, body, written_at)
         SELECT note.group_id, note.person_id, value || ?1, note.written_at
         FROM note
         JOIN json_each(?2)`,
      )
      .bind(long, JSON.stringify(Array.from({ length: 15 }, (_, n) => n)))
      .run()
    const seen = new Set<string>()
    const pages: string[] = []
    for (let path = '/desk/notes'; path !== ''; ) {
      pages.push(path)
      const { html } = await look(world, session, path)
      expect(Buffer.byteLength(html)).toBeLessThan(100_000)
      for (const [, id = ''] of html.matchAll(/id="note-(\d+)"/g)) seen.add(id)
      path = (/href="(\/desk\/notes\?[^"]*from=\d+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
    }
    expect(seen.size).toBe(32)
    const [, second = ''] = pages
    const page = await look(world, session, second)
    const note = /id="note-(\d+)"/.exec(page.html)?.[1] ?? ''
    const to = second.replace('/desk', '')
    const typed = { do: 'answer', note, [`answer.${note}`]: `Merci ! ${'x'.repeat(4000)}` }
    expect(page.html).toContain(`action="${second}"`)
    const again = await act(world, session, to, typed, to)
    expect(again.status).toBe(422)
    expect(again.page.html).toContain('Merci ! xxx')
    // Settled, with answers as long
    await world.db
      .prepare(
        `UPDATE note SET done_at = '2026-12-03', done_by = 'c', answer = ?1, answered_at = '2026-12-03', answered_by = 'c'`,
      )
      .bind(long)
      .run()
    expect(Buffer.byteLength((await look(world, session, '/desk/notes?done')).html)).toBeLessThan(100_000)
  })

  test('is set as text, however long: no rule of a drawing holds for what people wrote on several lines', async () => {
    const css = await readFile(join(root, 'shared/html/dashboard.css'), 'utf8')
    expect(css).not.toMatch(/\.lines\b/)
    expect((await look(world, session, '/desk/notes')).html).toContain('<p class="lines">')
  })

  test('is answered by a mail that quotes it, to which a reply goes to whoever answered', async () => {
    expect((await answer('Oui.\nDans la partie « Le groupe ».')).to).toBe('/desk/notes?said=answered')
    await world.tick(world.now())
    const [message, ...more] = await world.mailbox.messages.list(addressOf('Lou'))
    expect(more).toEqual([])
    expect(message?.subject).toBe('L’équipe répond à votre mot')
    expect(message?.text.replaceAll('\u00a0', ' ')).toMatch(
      /Oui\.\nDans la partie « Le groupe »\.\n\nVotre mot :\n> Peut-on changer de nom \?/,
    )
    expect(message?.headers['reply-to']).toContain('camille@archipel.example.org')
    expect(await inbox()).not.toContain(question)
    expect(await inbox(session, '?done')).toMatch(/Camille a répondu le 3 décembre 2026 : Oui\./)
  })

  test('is answered once, whoever else had the page open: what was typed comes back', async () => {
    await answer('Oui.')
    await act(world, session, '/notes', { do: 'reopen', note: await idOf(question) }, '/notes')
    const note = await idOf(question)
    const page = await look(world, session, '/desk/notes')
    const token = page.fields.find(([name]) => name === 'page')?.[1] ?? ''
    const body = new URLSearchParams({ page: token, do: 'answer', note, [`answer.${note}`]: 'Non.' })
    const late = await send(world, session, '/notes', body)
    expect([late.status, textOf(late.page)]).toEqual([409, expect.stringContaining('a déjà répondu')])
    await world.tick(world.now())
    expect(await world.mailbox.messages.list(addressOf('Lou'))).toHaveLength(1)
  })

  test('is settled without an answer, and waits again when that was a mistake', async () => {
    const note = await idOf(question)
    await act(world, session, '/notes', { do: 'settle', note })
    expect(await inbox()).not.toContain(question)
    expect(await inbox(session, '?done')).toContain('Réglé par Camille, le 3 décembre 2026')
    await act(world, session, '/notes?done', { do: 'reopen', note }, '/notes')
    expect(await inbox()).toContain(question)
  })

  test('is answered to somebody who wants no monthly mails: they asked', async () => {
    await suppress(world.db, addressOf('Lou'), 'unsubscribed', world.now())
    await answer('Oui.')
    await world.tick(world.now())
    expect(await world.mailbox.messages.list(addressOf('Lou'))).toHaveLength(1)
  })

  test('of somebody without an address asks for a call at their number, and no mail is made', async () => {
    await world.db.prepare(`UPDATE person SET email = NULL, phone = '+33612345678' WHERE name = 'Lou'`).run()
    expect(await inbox()).toMatch(/Cette personne n’a pas d’adresse mail : appelez-la\. 06\s12\s34\s56\s78/)
    expect((await answer('Oui.')).status).toBe(422)
    expect((await world.db.prepare('SELECT id FROM mail').all()).results).toHaveLength(1)
  })

  test('of another region is not a regional coordinator’s to read or to answer', async () => {
    const sacha = await signIn(world, 'sacha@archipel.example.org')
    expect(await inbox(sacha)).toContain('Bonjour de Brest')
    expect(await inbox(sacha)).not.toContain(question)
    expect((await act(world, sacha, '/notes', { do: 'settle', note: await idOf(question) })).status).toBe(404)
  })

  test('goes with its answer when its author is erased', async () => {
    await answer('Oui, Lou.')
    await act(world, session, `/people/${personUid('Lou')}`, { do: 'erase', sure: 'oui' })
    expect((await world.db.prepare('SELECT answer FROM note').all()).results).toEqual([{ answer: null }])
  })

  test('is not answered with nothing', async () => {
    const empty = await answer(' ')
    expect([empty.status, textOf(empty.page)]).toEqual([422, expect.stringContaining('Votre réponse : à remplir')])
  })
})
