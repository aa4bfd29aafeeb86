import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act, send } from '#tests/support/desk.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { workOf } from '#tests/support/work.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-03T10:00:00+01:00' })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, world.now())
  session = await signIn(world)
})

const pau = `/groups/${groupUid('Pau')}`
const members = `${groupUid('Pau')}.active_members`

async function column(sql: string): Promise<unknown[]> {
  const { results } = await world.db.prepare(sql).all<Record<string, unknown>>()
  return results.map((row) => Object.values(row).join(' '))
}

const newsMails = () =>
  column(
    `SELECT kind, person.name FROM mail JOIN person ON person.id = person_id WHERE kind <> 'new_link' ORDER BY 1, 2`,
  )

describe('a coordinator corrects the record of a group for who called', () => {
  test('and the history says who, for the team; the referents hear of it in one mail', async () => {
    const answer = await act(world, session, `${pau}/identity`, { [members]: '31' })
    expect([answer.status, answer.to]).toEqual([303, `/desk${pau}?done=saved`])
    const page = textOf(await look(world, session, `/desk${pau}?done=saved`))
    expect(page).toContain('C’est enregistré')
    expect(page).toContain('Camille, pour l’équipe')
    const link = await world.linkOf('Lou')
    expect(await (await fetch(`${link}/${groupUid('Pau')}/history`)).text()).toContain('Camille, pour l’équipe')
    expect(await newsMails()).toEqual(['news Lou', 'news Sam'])
    expect(await column("SELECT actor, coordinator, action, revision FROM event WHERE action <> 'sign_in'")).toEqual([
      'coordinator camille@archipel.example.org update_section 2',
    ])
  })

  test('whose page says that somebody is on a mailing list where somebody is, not where they could be', async () => {
    const lists = async () =>
      /Listes de diffusion (.*?) Corriger/.exec(textOf(await look(world, session, `/desk${pau}`)))?.[1]
    expect(await lists()).toBe('Rien pour l’instant.')
    await act(world, session, `${pau}/lists`, { [`${personUid('Lou')}.annonces`]: 'oui' })
    expect(await lists()).toBe('1 personne sur les listes')
  })

  test('and nobody hears of it where the box is not ticked', async () => {
    await act(world, session, `${pau}/identity`, { [members]: '31', tell: null })
    expect(await newsMails()).toEqual([])
  })

  test('which answers for nobody: the group is still asked, and no section counts as checked', async () => {
    await act(world, session, `${pau}/identity`, { [members]: '31' })
    expect(await column('SELECT * FROM answer')).toEqual([])
    expect(await column('SELECT * FROM section_check')).toEqual([])
  })

  test('and takes off a referent, and names one: each is told, and the new one is a referent at once', async () => {
    const lou = personUid('Lou')
    const off = await act(world, session, `${pau}/referents`, { [`${lou}.remove`]: 'oui', tell: null })
    expect(off.to).toBe(`/desk${pau}?done=saved`)
    const added = {
      row: 'person-new1',
      'person-new1.name': 'Alix Roy',
      'person-new1.email': 'alix@example.org',
      'person-new1.phone': '',
      'person-new1.role': '',
    }
    const page = await look(world, session, `/desk${pau}/referents`)
    const body = new URLSearchParams(page.fields.filter(([name]) => name !== 'tell') as [string, string][])
    for (const [name, value] of Object.entries(added)) body.append(name, value)
    expect((await send(world, session, `${pau}/referents`, body)).to).toBe(`/desk${pau}?done=saved`)
    expect(await newsMails()).toEqual(['farewell Lou', 'news Alix Roy'])
    expect(
      await column(`SELECT person.name FROM referent JOIN person ON person.id = person_id
                    WHERE until_at IS NULL AND group_id = (SELECT id FROM local_group WHERE uid = '${groupUid('Pau')}') ORDER BY 1`),
    ).toEqual(['Alix Roy', 'Sam'])
  })

  test('and the last referent is not taken off without saying that nobody is meant', async () => {
    const path = `/groups/${groupUid('Dax')}/referents`
    const answer = await act(world, session, path, { [`${personUid('Noa')}.remove`]: 'oui' })
    expect([answer.status, textOf(answer.page)]).toEqual([422, expect.stringContaining('personne à qui écrire')])
    expect((await act(world, session, path, { [`${personUid('Noa')}.remove`]: 'oui', nobody: 'oui' })).status).toBe(303)
  })

  test('a wrong value brings the page back with all that was typed, and what to mend first', async () => {
    const answer = await act(world, session, `${pau}/identity`, { [members]: 'beaucoup' })
    expect(answer.status).toBe(422)
    expect(answer.page.html).toContain('value="beaucoup"')
    expect(answer.page.html).toMatch(/<title>Il y a .* – Le groupe – Archipel<\/title>/)
  })

  test('two coordinators at once both win where they changed different things, and choose where they did not', async () => {
    const other = await signIn(world)
    const first = await look(world, session, `/desk${pau}/identity`)
    const second = await look(world, other, `/desk${pau}/identity`)
    const filled = (fields: [string, string][], changes: Record<string, string>) =>
      new URLSearchParams(fields.map(([name, value]) => [name, changes[name] ?? value]))
    await send(world, session, `${pau}/identity`, filled(first.fields, { [members]: '31' }))
    const site = `${groupUid('Pau')}.website`
    const apart = await send(
      world,
      other,
      `${pau}/identity`,
      filled(second.fields, { [site]: 'https://pau.example.org' }),
    )
    expect(apart.to).toBe(`/desk${pau}?done=saved`)
    const same = await send(world, other, `${pau}/identity`, filled(second.fields, { [members]: '13' }))
    expect([same.status, textOf(same.page)]).toEqual([409, expect.stringContaining('31')])
    expect(await column(`SELECT active_members, website FROM local_group WHERE uid = '${groupUid('Pau')}'`)).toEqual([
      '31 https://pau.example.org',
    ])
  })

  test('a row of another group’s changes nothing there', async () => {
    const body = new URLSearchParams((await look(world, session, `/desk${pau}/identity`)).fields as [string, string][])
    const forged = new URLSearchParams(body.toString().replaceAll(groupUid('Pau'), groupUid('Dax')))
    expect((await send(world, session, `${pau}/identity`, forged)).status).toBe(409)
    expect(await column('SELECT count(*) FROM revision WHERE number > 1')).toEqual(['0'])
  })

  test('and takes it back, as a revision of its own', async () => {
    await act(world, session, `${pau}/identity`, { [members]: '31' })
    const answer = await act(world, session, pau, { do: 'undo', revision: '2' })
    expect(answer.to).toBe(`/desk${pau}?done=undone`)
    expect(await column(`SELECT active_members FROM local_group WHERE uid = '${groupUid('Pau')}'`)).toEqual(['12'])
  })

  test('in two trips to show, three to act at most, and a look writes nothing', async () => {
    for (const path of ['', pau, `${pau}/identity`, `${pau}/referents`, `${pau}/campaigns`, '/groups/new']) {
      const show = async () => expect((await look(world, session, `/desk${path}`)).status, path).toBe(200)
      const { trips, changed } = await workOf(world, show)
      expect(trips, path).toBeLessThanOrEqual(2)
      expect(changed, path).toBe(0)
    }
    const page = await look(world, session, `/desk${pau}/identity`)
    const body = new URLSearchParams(page.fields.map(([name, value]) => [name, name === members ? '9' : value]))
    expect((await workOf(world, () => send(world, session, `${pau}/identity`, body))).trips).toBe(2)
  })
})

describe('a group', () => {
  test('is closed: not asked, not counted, kept; and opened again', async () => {
    expect((await act(world, session, pau, { do: 'close' })).to).toBe(`/desk${pau}?done=closed`)
    expect(
      await column(`SELECT state, closed_at IS NOT NULL FROM local_group WHERE uid = '${groupUid('Pau')}'`),
    ).toEqual(['closed 1'])
    expect(textOf(await look(world, session, `/desk${pau}`))).toContain('Ce groupe est fermé')
    expect((await act(world, session, pau, { do: 'reopen' })).to).toBe(`/desk${pau}?done=reopened`)
    expect(await column(`SELECT state FROM local_group WHERE uid = '${groupUid('Pau')}'`)).toEqual(['active'])
    expect(await column(`SELECT action FROM event WHERE action LIKE '%_group' ORDER BY id`)).toEqual([
      'close_group',
      'reopen_group',
    ])
  })

  test('that the team has closed is not opened again by a referent who takes that back', async () => {
    await act(world, session, pau, { do: 'close' })
    const link = await world.linkOf('Lou')
    expect(await (await fetch(`${link}/${groupUid('Pau')}/history`)).text()).not.toContain('name="revision"')
  })

  test('is made from its name and town, and its referents are asked for next', async () => {
    const uid = (await look(world, session, '/desk/groups/new')).fields.find(([name]) => name === 'row')?.[1] ?? ''
    const page = await look(world, session, '/desk/groups/new')
    const row = page.fields.find(([name]) => name === 'row')?.[1] ?? ''
    expect(row).not.toBe(uid)
    const body = new URLSearchParams(
      page.fields.map(([name, value]) => [
        name,
        { [`${row}.name`]: 'Archipel Foix', [`${row}.town`]: 'Foix' }[name] ?? value,
      ]),
    )
    const answer = await send(world, session, '/groups/new', body)
    expect(answer.to).toBe(`/desk/groups/${row}/referents?done=created`)
    expect((await send(world, session, '/groups/new', body)).status, 'sent twice, it is there once').toBe(409)
    expect(await column(`SELECT name, town FROM local_group WHERE uid = '${row}'`)).toEqual(['Archipel Foix Foix'])
    expect(await column(`SELECT author, author_name, number FROM revision WHERE author <> 'import'`)).toEqual([
      'coordinator Camille 1',
    ])
  })

  test('that may be one that we know is asked about before it is made', async () => {
    const page = await look(world, session, '/desk/groups/new')
    const row = page.fields.find(([name]) => name === 'row')?.[1] ?? ''
    const body = new URLSearchParams(
      page.fields.map(([name, value]) => [
        name,
        { [`${row}.name`]: 'Les voisins', [`${row}.town`]: 'Pau' }[name] ?? value,
      ]),
    )
    const asked = await send(world, session, '/groups/new', body)
    expect([asked.status, textOf(asked.page)]).toEqual([409, expect.stringContaining('Archipel Pau')])
    body.set('other', 'oui')
    expect((await send(world, session, '/groups/new', body)).status).toBe(303)
  })

  test('without a name is not made, and says what is missing', async () => {
    const answer = await act(world, session, '/groups/new', {})
    expect([answer.status, textOf(answer.page)]).toEqual([422, expect.stringContaining('à remplir')])
  })
})

describe('an address that a coordinator corrects', () => {
  const lou = personUid('Lou')

  test('is first asked whether it is that person, and the one that they have is told: until then nothing opens there', async () => {
    const answer = await act(world, session, `${pau}/referents`, { [`${lou}.email`]: 'lou.new@example.org' })
    expect(answer.to).toBe(`/desk${pau}?done=address_asked`)
    expect(await column(`SELECT email FROM person WHERE uid = '${lou}'`)).toEqual(['lou@example.org'])
    expect(
      await column("SELECT kind, about_invitation_id IS NOT NULL FROM mail WHERE kind <> 'sign_in' ORDER BY kind"),
    ).toEqual(['new_address 1', 'welcome 0'])
  })
})

test('whoever the team adds by an address that we know is that person, in this group too', async () => {
  const page = await look(world, session, `/desk${pau}/referents`)
  const body = new URLSearchParams(page.fields as [string, string][])
  for (const [name, value] of Object.entries({
    row: 'person-new1',
    'person-new1.name': 'Noa',
    'person-new1.email': 'noa@example.org',
  }))
    body.append(name, value)
  expect((await send(world, session, `${pau}/referents`, body)).to).toBe(`/desk${pau}?done=saved`)
  expect(
    await column(
      `SELECT count(*) FROM referent JOIN person ON person.id = person_id WHERE person.uid = '${personUid('Noa')}' AND until_at IS NULL`,
    ),
  ).toEqual(['2'])
})
