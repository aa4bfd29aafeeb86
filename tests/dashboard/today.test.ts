import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeConsents } from '#shared/db/consents.ts'
import { insertWord } from '#shared/db/notes-of-referents.ts'
import { endMemberships } from '#shared/db/people.ts'
import { insertRevisions } from '#shared/db/revisions.ts'
import type { ConsentField } from '#shared/domain/public-group.ts'
import { open, submit, textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { answer, suppress } from '#tests/support/outbox.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
const at = (instant: string) => new Date(instant)
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-03T10:00:00+01:00' })
  await makeGroups(world.db, { Pau: ['Lou'], Dax: ['Noa'], Sète: [], Metz: ['Max'] }, at('2026-01-01T00:00:00Z'))
  for (const month of ['06', '07', '08', '09', '10', '11']) {
    await makeStep(world.db, `2026-${month}`, 'invitation', at(`2026-${month}-03T09:00:00Z`))
    await answer(world.db, { round: `2026-${month}`, town: 'Metz', by: 'Max' }, at(`2026-${month}-04T09:00:00Z`))
  }
  await answer(world.db, { round: '2026-08', town: 'Pau', by: 'Lou' }, at('2026-08-04T09:00:00Z'))
  await world.db.prepare(`UPDATE local_group SET active_members = 7 WHERE town = 'Metz'`).run()
  await makeStep(world.db, '2026-12', 'invitation', at('2026-12-01T08:00:00Z'))
  await suppress(world.db, 'noa@example.org', 'hard_bounce', world.now())
})
afterAll(() => world.stop())

test('says whom to call and why, the most urgent first', async () => {
  const page = textOf(await look(world, await signIn(world), '/dashboard'))
  const calls = page.slice(page.indexOf('Qui appeler aujourd’hui'), page.indexOf('Tous les groupes sans réponse'))
  expect(calls).toMatch(
    /Archipel Dax aucune adresse ne marche, sans réponse depuis 7 mises à jour Aucun numéro connu\s: Noa /,
  )
  expect(calls).toMatch(/Archipel Pau sans réponse depuis 4 mises à jour Écrire à Lou/)
  expect(calls).toMatch(/Archipel Metz de 12 à 7 personnes actives en six mises à jour/)
  expect(calls.indexOf('Dax')).toBeLessThan(calls.indexOf('Pau'))
  expect(calls.indexOf('Pau')).toBeLessThan(calls.indexOf('Metz'))
  expect(calls).toMatch(/Archipel Sète aucun·e référent·e Personne que nous connaissions/)
  expect(page).toContain('1 groupe n’a plus de référent·e')
})

test('says who was the last referent of a group that has none, and which of several addresses is wrong', async () => {
  await makeGroups(world.db, { Agde: ['Joël', 'Anaïs'], Albi: ['Rémi'], Lens: ['Élia'] }, at('2026-11-20T00:00:00Z'))
  await world.db.prepare(`UPDATE person SET phone = '+33611223344' WHERE name = 'Rémi'`).run()
  await endMemberships(
    world.db,
    [{ group: groupUid('Albi'), uid: personUid('Rémi') }],
    at('2026-11-25T09:00:00Z'),
  ).run()
  await endMemberships(
    world.db,
    [{ group: groupUid('Lens'), uid: personUid('Élia') }],
    at('2026-11-25T09:00:00Z'),
  ).run()
  await answer(
    world.db,
    { round: '2026-11', town: 'Lens', by: 'Élia', kind: 'not_my_group' },
    at('2026-11-25T09:00:00Z'),
  )
  await suppress(world.db, addressOf('Joël'), 'hard_bounce', world.now())
  const session = await signIn(world)
  const page = textOf(await look(world, session, '/dashboard'))
  expect(page).toContain(
    'Archipel Albi aucun·e référent·e Appeler Rémi 06 11 22 33 44 (référent·e jusqu’au 25 novembre 2026)',
  )
  expect(page).toContain('Archipel Lens aucun·e référent·e Personne que nous connaissions')
  expect(page).toContain(
    'Archipel Agde nos mails à Joël (depuis le jeudi 3 décembre) reviennent : demandez une autre adresse Écrire à Anaïs',
  )
  const list = textOf(await look(world, session, '/dashboard/groups?reach=partly'))
  expect(list).toContain('Archipel Agde')
  expect(list).toContain('1 groupe')
  await world.db.prepare(`DELETE FROM local_group WHERE town IN ('Agde', 'Albi', 'Lens')`).run()
})

test('asks nobody for another address of somebody who called our mails unwanted', async () => {
  await makeGroups(world.db, { Gap: ['Iris'], Foix: ['Léo', 'Mia'] }, at('2026-11-20T00:00:00Z'))
  for (const name of ['Iris', 'Léo']) await suppress(world.db, addressOf(name), 'complaint', world.now())
  const page = textOf(await look(world, await signIn(world), '/dashboard'))
  expect(page).toContain(
    'Archipel Gap on n’écrit plus à personne : Iris a signalé nos mails comme indésirables le jeudi 3 décembre',
  )
  expect(page).toMatch(/Ne veulent plus de nos mails [^.]*Iris Archipel Gap/)
  expect(page).not.toContain('nos mails à Léo reviennent')
  await world.db.prepare(`DELETE FROM local_group WHERE town IN ('Gap', 'Foix')`).run()
})

test('leads from each worry to all the groups that share it', async () => {
  const session = await signIn(world)
  const silent = textOf(await look(world, session, '/dashboard/groups?silent=3'))
  expect(silent).toContain('2 groupes')
  expect(textOf(await look(world, session, '/dashboard/groups?trend=shrinking'))).toContain('Archipel Metz')
  expect(textOf(await look(world, session, '/dashboard/groups?trend=shrinking'))).toContain('1 groupe')
})

test('tells what happened since this browser last looked, and not before', async () => {
  const revise = (number: number, changes: Parameters<typeof insertRevisions>[1][number]['changes'], when: string) =>
    insertRevisions(
      world.db,
      [{ group: groupUid('Pau'), number, author: 'referent', person: personUid('Lou'), changes }],
      at(when),
    ).run()
  await revise(
    2,
    [{ list: 'group', row: groupUid('Pau'), field: 'state', before: 'active', after: 'asleep' }],
    '2026-12-02T09:00:00Z',
  )
  const session = await signIn(world)
  const first = await fetch(`${world.url}/dashboard`, { headers: { cookie: session } })
  expect(textOf({ html: await first.text() } as never)).toMatch(
    /Depuis jeudi 26 novembre 1 correction .* Groupe en pause Archipel Pau/,
  )
  const lastVisit = first.headers
    .getSetCookie()
    .find((line) => line.startsWith('relance_visit='))
    ?.split(';')[0]
  await world.setClock('2026-12-03T20:00:00+01:00')
  await revise(
    3,
    [{ list: 'referents', row: personUid('Sam'), added: { name: 'Sam', email: 'sam@example.org' } }],
    '2026-12-03T18:00:00Z',
  )
  await insertWord(
    world.db,
    { group: groupUid('Pau'), person: personUid('Lou'), body: 'Nous cherchons une salle.' },
    at('2026-12-03T18:30:00Z'),
  ).run()
  const page = await open(`${world.url}/dashboard`, { headers: { cookie: `${session}; ${lastVisit}` } })
  const second = textOf(page)
  expect(second).toMatch(
    /Depuis jeudi 3 décembre 1 correction dans 1 groupe Nouvelle personne référente Sam Archipel Pau/,
  )
  expect(second).toContain('Nous cherchons une salle.')
  // From there to where it is answered
  expect(page.html).toMatch(/<a class="button quiet" href="\/desk\/notes">\s*Répondre/)
  expect(second).not.toContain('Groupe en pause')
  // What was dealt with asks for nothing more
  for (const [answer, said] of [
    ['Bonjour !', 'l’équipe a répondu'],
    [null, 'réglé'],
  ]) {
    await world.db
      .prepare(
        "UPDATE note SET done_at = '2026-12-03', done_by = 'c@example.org', answer = ?1, answered_by = iif(?1 IS NULL, NULL, 'c@example.org'), answered_at = iif(?1 IS NULL, NULL, '2026-12-03')",
      )
      .bind(answer)
      .run()
    const { html } = await open(`${world.url}/dashboard`, { headers: { cookie: `${session}; ${lastVisit}` } })
    expect(html).toContain(`(${said})`)
    expect(html).not.toMatch(/Répondre\s*</)
  }
})

test('tells who left and who said that the group is not theirs, as the form writes it', async () => {
  await makeGroups(world.db, { Brest: ['Yann', 'Ada', 'Léa'] }, at('2026-01-01T00:00:00Z'))
  const press = async (name: string, activity: string) =>
    submit(await open(`${await world.linkOf(name)}/${groupUid('Brest')}/part?do=${activity}`), { do: activity })
  await press('Yann', 'leave')
  await press('Ada', 'not_mine')
  await agree(['name', 'phone'])
  const session = await signIn(world)
  const page = textOf(await look(world, session, '/dashboard'))
  expect(page).toContain('N’est plus référent·e Yann Archipel Brest')
  expect(page).toContain('« Ce n’est pas mon groupe » Ada Archipel Brest')
  const group = textOf(await look(world, session, `/dashboard/groups/${groupUid('Brest')}`))
  expect(group).toMatch(/Mise à jour par mise à jour .* a dit « ce n’est pas mon groupe » \(Ada\)/)
  expect(group).toContain('Public, avec son accord : nom, téléphone.')
})

/** What Léa agreed to have public. */
async function agree(fields: ConsentField[]): Promise<void> {
  const wishes = Object.fromEntries(fields.map((field) => [field, 'oui']))
  await world.db.batch(writeConsents(world.db, personUid('Léa'), wishes, world.now()))
}
