import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { readWorkbook } from '#shared/sheet/workbook.ts'
import { open, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { suppress } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { workOf } from '#tests/support/work.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
const noon = '2026-12-03T12:00:00+01:00'
const fixed = {
  ...sample,
  coordinators: [
    ...(sample.coordinators ?? []),
    { name: 'Sacha', email: 'sacha@archipel.example.org', regions: ['Bretagne'] },
    { name: 'Maël', email: 'mael@archipel.example.org', role: 'acts' as const },
  ],
}
beforeAll(async () => {
  world = await startWorld({ clock: noon, fixed })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.setClock(noon)
  await world.clear()
  // Nobody has an address here: they are to be called
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'], Brest: ['Zoé'], Metz: ['Ida'] }, world.now())
  await world.db.batch([
    world.db.prepare(`UPDATE person SET email = NULL, phone = '+3361234567' || id WHERE name IN ('Lou', 'Noa', 'Zoé')`),
    world.db.prepare(`UPDATE local_group SET region = 'Bretagne' WHERE town = 'Brest'`),
    world.db.prepare(
      `UPDATE referent SET until_at = '2026-12-01T00:00:00.000Z' WHERE person_id IN (SELECT id FROM person WHERE name = 'Sam')`,
    ),
  ])
  await makeStep(world.db, '2026-12', 'invitation', world.now())
  session = await signIn(world)
})
const other = (address: string) => signIn(world, address)
const callPath = (town: string) => `/groups/${groupUid(town)}/call`
const calls = async (cookie = session) => textOf(await look(world, cookie, '/desk/calls'))

describe('whom to call', () => {
  test('offers nobody to write to who wants no mails, or whose address does not work', async () => {
    await world.db.batch([
      world.db.prepare(`UPDATE person SET email = 'noa@example.org', phone = NULL WHERE name = 'Noa'`),
      world.db.prepare(
        `INSERT INTO suppression (address, reason, since_at) VALUES ('noa@example.org', 'unsubscribed', '2026-12-01T00:00:00.000Z')`,
      ),
    ])
    const page = await look(world, session, '/desk/calls')
    expect(textOf(page)).toMatch(/Archipel Dax .*Noa s’est désinscrit·e .*Aucun numéro connu\s: Noa/)
    expect(page.html).not.toContain('mailto:noa@example.org')
    // Nor does the list that a helper gets
    const sheet = await fetch(`${world.url}/desk/calls.csv`, { headers: { cookie: session } })
    expect(await sheet.text()).toMatch(/^Archipel Dax;[^;]*;Noa;;;$/m)
  })

  test('offers no public address either that wants no mails', async () => {
    await world.db.batch([
      world.db.prepare(`UPDATE local_group SET public_email = 'noa@example.org' WHERE town = 'Dax'`),
      world.db.prepare(`DELETE FROM referent WHERE person_id IN (SELECT id FROM person WHERE name = 'Noa')`),
    ])
    const places = ['/desk/calls', '/desk/calls.csv']
    const read = () =>
      Promise.all(places.map(async (path) => (await fetch(world.url + path, { headers: { cookie: session } })).text()))
    for (const text of await read()) expect(text).toContain('noa@example.org')
    await suppress(world.db, 'noa@example.org', 'complaint', world.now())
    for (const text of await read()) expect(text).not.toContain('noa@example.org')
  })

  test('is taken by one of the team, which the others see, and nobody else takes', async () => {
    expect(await calls()).toMatch(/À appeler \(3\)/)
    expect((await act(world, session, '/calls', { group: groupUid('Pau'), do: 'take' })).to).toBe(
      '/desk/calls?said=taken',
    )
    expect(await calls()).toMatch(/Pris par moi \(1\) Archipel Pau/)
    const mael = await other('mael@archipel.example.org')
    expect(await calls(mael)).toMatch(/Pris par d’autres \(1\) Archipel Pau.*Pris par Camille, le 3 décembre 2026/)
    const late = await act(world, mael, '/calls', { group: groupUid('Pau'), do: 'take' })
    expect([late.status, textOf(late.page)]).toEqual([
      409,
      expect.stringContaining('Camille vient de prendre ce groupe'),
    ])
    expect(textOf(await look(world, session, '/dashboard'))).toContain('pris par Camille')
    await act(world, session, '/calls', { group: groupUid('Pau'), do: 'leave' })
    expect(await calls(mael)).toMatch(/À appeler \(3\)/)
  })

  test('is off everybody’s list until the day on which to call again, and then on it', async () => {
    const report = { body: 'Lou passe la main en janvier.', called_on: '03/12/2026', next_on: '17/12/2026' }
    expect((await act(world, session, callPath('Pau'), report)).to).toBe('/desk/calls?said=reported')
    expect((await calls()).replace(/Appels prévus.*/, '')).not.toContain('Archipel Pau')
    const today = textOf(await look(world, session, '/dashboard'))
    expect(/Qui appeler aujourd’hui.*Depuis/.exec(today)?.[0]).not.toContain('Archipel Pau')
    // What was said stands on the pages of the group, and the call to come is not forgotten
    for (const path of [`/desk/groups/${groupUid('Pau')}`, `/dashboard/groups/${groupUid('Pau')}`]) {
      const page = textOf(await look(world, session, path))
      expect(page).toMatch(
        /Ce que l’équipe sait Dernier appel le 3 décembre 2026 · À rappeler le 17 décembre 2026 Lou passe la main en janvier\. 3 décembre 2026 · Camille · appel du 3 décembre 2026/,
      )
    }
    expect(await calls()).toMatch(/Appels prévus Archipel Pau · À rappeler le 17 décembre 2026/)
    await world.setClock('2026-12-17T09:00:00+01:00')
    const later = await signIn(world)
    expect(await calls(later)).toContain('Archipel Pau')
    const page = textOf(await look(world, later, `/desk${callPath('Pau')}`))
    expect(page).toContain('Dernier appel le 3 décembre 2026')
    expect(page).toContain('Lou passe la main en janvier.')
  })

  test('answers for the group when a referent says on the phone that all is right', async () => {
    await world.db.prepare(`UPDATE person SET email = ?1 WHERE name = 'Lou'`).bind(addressOf('Lou')).run()
    const report = { body: 'Lou dit que rien ne change.', called_on: '03/12/2026', next_on: '' }
    const right = { ...report, right_by: personUid('Lou') }
    expect((await act(world, session, callPath('Pau'), right)).to).toBe('/desk/calls?said=right')
    const answers = 'SELECT round_key, kind, name FROM answer JOIN person ON person.id = person_id'
    expect((await world.db.prepare(answers).all()).results).toEqual([
      { round_key: '2026-12', kind: 'confirmed', name: 'Lou' },
    ])
    const page = textOf(await look(world, session, `/dashboard/groups/${groupUid('Pau')}`))
    expect(page).toContain('aujourd’hui par Lou')
    // Whoever is of the group reads how that came about
    const history = textOf(await open(`${await world.linkOf('Lou')}/${groupUid('Pau')}/history`))
    expect(history).toContain('Lou, par téléphone : l’équipe l’a noté A confirmé que tout est juste.')
    // The log says whose word it was and who noted it, and takes it back
    const log = textOf(await look(world, session, '/desk/log'))
    expect(log).toMatch(/Camille, pour l’équipe a dit que tout est juste · Archipel Pau · Lou Annuler/)
    // Somebody who is no referent of the group, or has left it, says nothing for it; what was typed is still there
    for (const name of ['Noa', 'Sam']) {
      const typed = { ...report, body: 'Tout va bien à Pau.', right_by: personUid(name) }
      const { status, page: again } = await act(world, session, callPath('Pau'), typed)
      expect([status, textOf(again)]).toEqual([409, expect.stringContaining('n’est plus référente du groupe')])
      expect(again.html).toContain('Tout va bien à Pau.')
    }
  })

  test('is a regional coordinator’s own list, and what was said elsewhere is none of theirs', async () => {
    await act(world, session, callPath('Pau'), { body: 'Un secret', called_on: '', next_on: '' })
    const sacha = await other('sacha@archipel.example.org')
    expect(await calls(sacha)).toMatch(/À appeler \(1\) Archipel Brest/)
    expect((await look(world, sacha, `/desk${callPath('Pau')}`)).status).toBe(404)
    expect((await act(world, sacha, '/calls', { group: groupUid('Pau'), do: 'take' })).status).toBe(404)
    expect(textOf(await look(world, sacha, '/desk/phones'))).not.toContain('Archipel Pau')
  })

  test.each([
    [{ body: '' }, 'Ce qui s’est dit : à remplir'],
    [{ called_on: '10/12/2026' }, 'ce jour n’est pas encore venu'],
    [{ next_on: '03/12/2026' }, 'ce jour est passé'],
    [{ next_on: 'bientôt' }, 'nous n’avons pas compris cette date'],
  ])('reported with %j is asked again: nothing that was typed is lost', async (typed, said) => {
    const report = { body: 'On se rappelle.', called_on: '03/12/2026', next_on: '17/12/2026', ...typed }
    const answer = await act(world, session, callPath('Pau'), report)
    expect([answer.status, textOf(answer.page)]).toEqual([422, expect.stringContaining(said)])
    expect(answer.page.html).toContain(report.next_on)
    expect(await calls()).toContain('Archipel Pau')
  })
})

test('the list of calls is taken along, one person a row, for somebody who helps with it', async () => {
  await act(world, session, '/calls', { group: groupUid('Pau'), do: 'take' })
  const get = (path: string) => fetch(world.url + path, { headers: { cookie: session } })
  const csv = await get('/desk/calls.csv')
  const [head, ...rows] = (await csv.text()).trim().split('\r\n')
  expect(head).toContain('Groupe;Pourquoi;Nom;Téléphone;Mail;Pris par')
  expect(rows.filter((row) => row.startsWith('Archipel Pau;'))).toEqual([
    expect.stringMatching(/^Archipel Pau;[^;]+;Lou;06 12 34 56 7\d;;Camille$/),
  ])
  expect(csv.headers.get('content-disposition')).toMatch(/filename="appels-2026-12-03\.csv"/)
  const [sheet] = await readWorkbook(new Uint8Array(await (await get('/desk/calls.xlsx')).arrayBuffer()))
  expect(sheet?.rows.length).toBe(rows.length + 1)
  expect((await look(world, session, '/desk/calls')).html).toContain('href="/desk/calls.xlsx"')
})

describe('a note of the team', () => {
  const note = { body: 'Lou Martin déménage à Dax.', called_on: '', next_on: '' }

  test('is read by the team alone: no page of the group, feed or export has it', async () => {
    await world.db.prepare(`UPDATE person SET email = ?1 WHERE name = 'Lou'`).bind(addressOf('Lou')).run()
    await act(world, session, callPath('Pau'), note)
    expect(textOf(await look(world, session, `/desk${callPath('Pau')}`))).toContain('déménage à Dax')
    const link = `${await world.linkOf('Lou')}/${groupUid('Pau')}`
    for (const path of [link, `${link}/history`, `${link}/identity`, `${await world.linkOf('Lou')}/me`])
      expect(await (await fetch(path)).text()).not.toContain('déménage')
    for (const path of ['/dashboard/groups.csv', '/dashboard/groups.json', '/desk/phones.csv'])
      expect(await (await fetch(world.url + path, { headers: { cookie: session } })).text()).not.toContain('déménage')
  })

  test('changes nothing of when the group is called', async () => {
    await act(world, session, callPath('Pau'), { ...note, next_on: '17/12/2026' })
    expect(await calls()).toContain('Archipel Pau')
  })

  test('names nobody any more who is erased', async () => {
    await world.db.prepare(`UPDATE person SET name = 'Lou Martin' WHERE name = 'Lou'`).run()
    await act(world, session, callPath('Pau'), note)
    await act(world, session, `/people/${personUid('Lou')}`, { do: 'erase', sure: 'oui' })
    const page = textOf(await look(world, session, `/desk${callPath('Pau')}`))
    expect(page).toContain('déménage à Dax')
    expect(page).not.toContain('Lou Martin')
  })

  test('is taken away, which the log says', async () => {
    await act(world, session, callPath('Pau'), note)
    const { results } = await world.db.prepare('SELECT id FROM team_note').all<{ id: number }>()
    await act(world, session, callPath('Pau'), { do: 'remove', note: String(results[0]?.id) })
    expect(textOf(await look(world, session, `/desk${callPath('Pau')}`))).not.toContain('déménage')
    expect(textOf(await look(world, session, '/desk/log'))).toContain('a effacé une note de l’équipe')
  })
})

describe('phones', () => {
  test('are those of one region where it is chosen, on the page and in the sheet', async () => {
    const page = await look(world, session, '/desk/phones')
    expect(page.html).toContain('<option value="Bretagne">')
    const some = textOf(await look(world, session, '/desk/phones?region=Bretagne'))
    expect(some).toContain('Archipel Brest')
    expect(some).not.toContain('Archipel Metz')
    const sheet = await fetch(`${world.url}/desk/phones.csv?region=Bretagne`, { headers: { cookie: session } })
    expect((await sheet.text()).trim().split('\r\n')).toHaveLength(2)
    expect(sheet.headers.get('content-disposition')).toMatch(/filename="numeros-bretagne-\d{4}-\d\d-\d\d\.csv"/)
  })

  test('are one person a row, with the group, as a page and as a sheet that keeps the zero and runs no formula', async () => {
    await world.db.batch([
      world.db.prepare(`UPDATE person SET phone = '+33801234567', name = '=HYPERLINK("x")' WHERE name = 'Noa'`),
    ])
    const page = textOf(await look(world, session, '/desk/phones'))
    expect(page).toMatch(/Archipel Brest Zoé 06 12 34 56 7\d/)
    const response = await fetch(`${world.url}/desk/phones.csv`, { headers: { cookie: session } })
    const [head, ...lines] = (await response.text()).trim().split('\r\n')
    expect(head).toBe('Groupe;Région;Nom;Téléphone;Rôle;Mail;On n’y écrit plus')
    expect(lines).toHaveLength(4)
    expect(lines.find((line) => line.startsWith('Archipel Dax'))).toMatch(
      /^Archipel Dax;;"'=HYPERLINK\(""x""\)";0 801 23 45 67;/,
    )
  })

  test('are a workbook too, spelled as on the page, a number a text', async () => {
    await world.db.batch([world.db.prepare(`UPDATE person SET phone = '+33801234567' WHERE name = 'Noa'`)])
    const response = await fetch(`${world.url}/desk/phones.xlsx`, { headers: { cookie: session } })
    expect(response.headers.get('content-disposition')).toMatch(/filename="numeros-\d{4}-\d\d-\d\d\.xlsx"/)
    const [tab] = await readWorkbook(new Uint8Array(await response.arrayBuffer()))
    const [head, ...rows] = (tab?.rows ?? []).map(({ cells }) => cells)
    expect(head).toEqual(['Groupe', 'Région', 'Nom', 'Téléphone', 'Rôle', 'Mail', 'On n’y écrit plus'])
    expect(rows).toHaveLength(4)
    expect(rows.find(([group]) => group === 'Archipel Dax')?.[3]).toBe('0 801 23 45 67')
  })

  test('say of an address that nothing is written there, and do not lead to it', async () => {
    await world.db
      .prepare(
        `INSERT INTO suppression (address, reason, since_at) VALUES ('ida@example.org', 'unsubscribed', '2026-12-01T00:00:00.000Z')`,
      )
      .run()
    const page = await look(world, session, '/desk/phones')
    expect(textOf(page)).toContain('ida@example.org désabonnement')
    expect(page.html).not.toContain('mailto:ida@example.org')
    const sheet = await fetch(`${world.url}/desk/phones.csv`, { headers: { cookie: session } })
    expect(await sheet.text()).toContain(';ida@example.org;désabonnement')
  })

  test('are found by a name, a group, a number or an address, mails beside them, as a page and as a sheet', async () => {
    await world.db.prepare("UPDATE person SET email = 'noa@example.org', phone = NULL WHERE name = 'Noa'").run()
    const all = textOf(await look(world, session, '/desk/phones'))
    expect(all).toMatch(/Archipel Dax Noa noa@example.org/)
    for (const text of ['noa', 'dax', 'noa@example.org']) {
      const { html } = await look(world, session, `/desk/phones?text=${text}`)
      expect([html.includes('mailto:noa@example.org'), html.includes('Archipel Brest')], text).toEqual([true, false])
    }
    const response = await fetch(`${world.url}/desk/phones.csv?text=dax`, { headers: { cookie: session } })
    expect((await response.text()).trim().split('\r\n')).toHaveLength(2)
  })
})

test('each of these pages is two trips at most, each act three, and a look writes nothing', async () => {
  for (const path of ['/desk/calls', '/desk/phones', `/desk${callPath('Pau')}`]) {
    const show = async () => expect((await look(world, session, path)).status, path).toBe(200)
    expect(await workOf(world, show), path).toMatchObject({ trips: 1, changed: 0 })
  }
})
