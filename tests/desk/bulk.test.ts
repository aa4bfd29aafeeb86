import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import config from '#sample/movement.config.ts'
import movement from '#sample/movement.ts'
import { inviteAgain } from '#shared/actions/act-on-groups.ts'
import { questionColumn, questionFrom } from '#shared/db/invitation-mails.ts'
import { textOf } from '#tests/support/browser.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'

const now = new Date('2026-12-03T09:00:00Z')
const coordinators = [
  { name: 'Camille', email: 'camille@archipel.example.org' },
  { name: 'Sacha', email: 'sacha@archipel.example.org', regions: ['Bretagne'] },
]
const bulk = '/desk/bulk'
const [pau, dax] = [groupUid('Pau'), groupUid('Dax')]

let db: D1Database
let close: () => Promise<void>
let desk: DeskPages
let camille: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Noa', 'Lou'], Gap: ['Max'] }, now)
  desk = new DeskPages(db, now, { ...config, coordinators })
  camille = await desk.signIn()
})

async function column(sql: string): Promise<unknown[]> {
  const { results } = await db.prepare(sql).all<Record<string, unknown>>()
  return results.map((row) => Object.values(row).join(' '))
}
const states = () => column('SELECT town, state FROM local_group ORDER BY town')
const languages = () => column("SELECT name, coalesce(language, '-') FROM person ORDER BY name")
const events = () => column("SELECT action FROM event WHERE actor = 'coordinator' AND action <> 'sign_in' ORDER BY id")

/** Chooses, reads what will be done, and does it. */
async function act(choice: Record<string, string | null>, groups: readonly string[], session = camille) {
  const { page } = await desk.look(bulk, session)
  const body = new URLSearchParams(page.fields.filter(([name]) => name === 'page').slice(0, 1) as [string, string][])
  for (const uid of groups) body.append('group', uid)
  for (const [name, value] of Object.entries({ ...choice, do: 'look' })) if (value !== null) body.set(name, value)
  const shown = await desk.post(bulk, body, session)
  body.set('do', 'act')
  desk.trips = 0
  return { shown, acted: await desk.post(bulk, body, session), trips: desk.trips }
}

describe('several groups at once', () => {
  test('are closed after they were shown: an event each and one for the whole, in two trips; and put back by one press', async () => {
    const { shown, acted, trips } = await act({ act: 'state', state: 'closed' }, [pau, dax])
    expect([shown.status, textOf(shown.page)]).toEqual([200, expect.stringMatching(/2 groupes passent.*Archipel Dax/s)])
    expect([acted.status, trips]).toEqual([303, 2])
    expect(await states()).toEqual(['Dax closed', 'Gap active', 'Pau closed'])
    expect(await events()).toEqual(['close_group', 'close_group', 'change_states'])
    expect(await column("SELECT count(*) FROM mail WHERE kind = 'news'")).toEqual(['0'])
    const after = await desk.look(acted.to ?? '', camille)
    expect(textOf(after.page)).toContain('C’est fait : 2 groupes ont changé d’état.')
    const event = new URL(acted.to ?? '', 'http://desk').searchParams.get('event')
    const undone = await desk.send(after.page, bulk, { do: 'undo', event }, camille)
    expect([undone.status, await states()]).toEqual([303, ['Dax active', 'Gap active', 'Pau active']])
    const again = await desk.send(after.page, bulk, { do: 'undo', event }, camille)
    expect([again.status, textOf(again.page)]).toEqual([409, expect.stringContaining('plus rien à remettre')])
  })

  test('are put back as far as nobody has changed them since', async () => {
    const { acted } = await act({ act: 'state', state: 'closed' }, [pau, dax])
    await desk.act(`/desk/groups/${dax}`, { do: 'reopen' }, camille)
    const event = new URL(acted.to ?? '', 'http://desk').searchParams.get('event')
    const undone = await desk.act(acted.to ?? '', { do: 'undo', event }, camille)
    expect(undone.to).toBe(`${bulk}?said=undone&n=1&kept=1`)
    expect(await states()).toEqual(['Dax active', 'Gap active', 'Pau active'])
  })

  test('have the language of all their referents chosen, and each put back to their own', async () => {
    await db.prepare("UPDATE person SET language = 'nl' WHERE name = 'Sam'").run()
    const { acted } = await act({ act: 'language', language: 'en' }, [pau])
    expect([acted.status, await languages()]).toEqual([303, ['Lou en', 'Max -', 'Noa -', 'Sam en']])
    const { page } = await desk.look(acted.to ?? '', camille)
    const event = new URL(acted.to ?? '', 'http://desk').searchParams.get('event')
    await desk.send(page, bulk, { do: 'undo', event }, camille)
    expect(await languages()).toEqual(['Lou -', 'Max -', 'Noa -', 'Sam nl'])
  })

  test('have all their referents sent their link again, once each; which asks for a sign-in of the last ten minutes', async () => {
    const { acted } = await act({ act: 'links' }, [pau, dax])
    expect(acted.to).toBe(
      `${bulk}?said=send_links&n=3&event=${await db.prepare('SELECT max(id) AS id FROM event').first('id')}`,
    )
    expect(
      await column(
        "SELECT person.name FROM mail JOIN person ON person.id = person_id WHERE kind = 'new_link' ORDER BY 1",
      ),
    ).toEqual(['Lou', 'Noa', 'Sam'])
    desk.now = new Date(now.getTime() + 11 * 60_000)
    const late = await act({ act: 'links' }, [pau])
    expect([late.acted.status, textOf(late.acted.page)]).toEqual([403, expect.stringContaining('Reconnectez-vous')])
  })

  test('are those of one’s own regions', async () => {
    await db.prepare("UPDATE local_group SET region = 'Bretagne' WHERE town = 'Gap'").run()
    const sacha = await desk.signIn('sacha@archipel.example.org')
    const { acted } = await act({ act: 'state', state: 'closed' }, [pau, groupUid('Gap')], sacha)
    expect(await states()).toEqual(['Dax active', 'Gap closed', 'Pau active'])
    const { page } = await desk.look(acted.to ?? '', sacha)
    const event = new URL(acted.to ?? '', 'http://desk').searchParams.get('event')
    await desk.send(page, bulk, { do: 'undo', event }, sacha)
    expect(await states()).toEqual(['Dax active', 'Gap active', 'Pau active'])
  })

  test('of which none is chosen, or nothing to be done, bring the page back as it was', async () => {
    const { shown } = await act({ act: 'state', state: 'asleep' }, [])
    expect([shown.status, textOf(shown.page)]).toEqual([422, expect.stringContaining('Choisissez au moins un groupe')])
    const { shown: other } = await act({}, [pau])
    expect([other.status, textOf(other.page)]).toEqual([422, expect.stringContaining('Choisissez ce qu’il faut faire')])
  })
})

describe('those who were suggested and have not said yes', () => {
  const weekAgo = '2026-11-26T09:00:00.000Z'
  const asks = () =>
    column(
      'SELECT invitation.name, count(*) FROM mail JOIN invitation ON invitation.id = invitation_id GROUP BY 1 ORDER BY 1',
    )
  const idOf = async (name: string) =>
    String(await db.prepare('SELECT id FROM invitation WHERE name = ?1').bind(name).first('id'))

  async function suggest(group: string, name: string, more: Record<string, string> = {}) {
    const row = { invited_at: weekAgo, ...more }
    const columns = Object.keys(row)
    await db
      .prepare(
        `INSERT INTO invitation (uid, group_id, name, name_key, email, ${columns.join(', ')})
         SELECT 'invited-' || ?2, id, ?2, lower(?2), lower(?2) || '@example.org', ${columns.map((_, at) => `?${at + 3}`).join(', ')}
         FROM local_group WHERE uid = ?1`,
      )
      .bind(groupUid(group), name, ...Object.values(row))
      .run()
    await db
      .prepare(
        `INSERT INTO mail (kind, stream, invitation_id, group_id, state, settled_at, due_at, created_at)
         SELECT 'welcome', 'named', id, group_id, 'sent', invited_at, invited_at, invited_at FROM invitation WHERE name = ?1`,
      )
      .bind(name)
      .run()
  }

  test('are shown by name, each with whether they are asked once more, and why not', async () => {
    await suggest('Pau', 'Aïcha')
    await suggest('Dax', 'Bela', { asked_again_at: weekAgo })
    await suggest('Dax', 'Chloe', { invited_at: '2026-12-02T09:00:00.000Z' })
    await suggest('Dax', 'Dora', { waiting_at: weekAgo })
    await suggest('Gap', 'Elsewhere')
    const { shown, acted, trips } = await act({ act: 'invite', asked: await idOf('Aïcha') }, [pau, dax])
    const text = textOf(shown.page)
    expect(text).toContain('1 personne reçoit de nouveau la question')
    expect(text).toMatch(/Reçoivent le mail\s+Aïcha\s+Archipel Pau/)
    expect(text).toContain('la question est déjà partie deux fois')
    expect(text).toContain('il y a moins de trois jours')
    expect(text).toContain('attend l’accord de l’équipe')
    expect(text).not.toContain('Elsewhere')
    expect([acted.to, trips]).toEqual([expect.stringContaining('said=invite_again&n=1'), 2])
    expect(await asks()).toEqual(['Aïcha 2', 'Bela 1', 'Chloe 1', 'Dora 1', 'Elsewhere 1'])
    expect(await events()).toEqual(['invite_again', 'invite_several_again'])
    expect(textOf((await desk.look(acted.to ?? '', camille)).page)).toContain(
      '1 personne reçoit de nouveau la question',
    )
  })

  test('are asked once more and never again, whoever presses and however often', async () => {
    await suggest('Pau', 'Aïcha')
    const asked = await idOf('Aïcha')
    await act({ act: 'invite', asked }, [pau])
    const { shown, acted } = await act({ act: 'invite', asked }, [pau])
    expect(textOf(shown.page)).toContain('Personne à qui reposer la question')
    expect(acted.to).toContain('n=0')
    await inviteAgain(
      { db, movement, actor: { kind: 'coordinator', email: 'camille@archipel.example.org' }, now, isQuiet: true },
      [Number(asked)],
    )
    expect(await asks()).toEqual(['Aïcha 2'])
  })

  test('are asked by a mail that says it is the second and the last', async () => {
    await suggest('Pau', 'Aïcha')
    const { id } =
      (await db.prepare('SELECT id FROM mail WHERE invitation_id IS NOT NULL').first<{ id: number }>()) ?? {}
    const told = async () => {
      const { results } = await db
        .prepare(`SELECT ${questionColumn} AS told FROM mail WHERE invitation_id IS NOT NULL ORDER BY id`)
        .all<{ told: string }>()
      return results.map((row) => questionFrom(row.told).isAgain)
    }
    expect([id, await told()]).toEqual([expect.any(Number), [false]])
    await act({ act: 'invite', asked: await idOf('Aïcha') }, [pau])
    expect(await told()).toEqual([false, true])
  })

  test('are not asked by who did not see them listed, nor of other regions', async () => {
    await suggest('Pau', 'Aïcha')
    await act({ act: 'invite' }, [pau])
    await db.prepare("UPDATE local_group SET region = 'Bretagne' WHERE town = 'Gap'").run()
    await suggest('Gap', 'Bela')
    const sacha = await desk.signIn('sacha@archipel.example.org')
    const elsewhere = await act({ act: 'invite', asked: await idOf('Aïcha') }, [pau], sacha)
    expect(textOf(elsewhere.shown.page)).not.toContain('Aïcha')
    await act({ act: 'invite', asked: await idOf('Bela') }, [groupUid('Gap')], sacha)
    expect(await asks()).toEqual(['Aïcha 1', 'Bela 2'])
  })
})

test('of more than a hundred groups the first hundred are shown, and the page says so', async () => {
  await makeGroups(db, Object.fromEntries(Array.from({ length: 110 }, (_, at) => [`Ville ${at}`, []])), now)
  desk.trips = 0
  const { page } = await desk.look(bulk, camille)
  expect(desk.trips).toBeLessThanOrEqual(2)
  expect(page.fields.filter(([name]) => name === 'group')).toHaveLength(100)
  expect(textOf(page)).toContain('voici les 100 premiers')
  expect(page.html.length).toBeLessThan(100_000)
})
