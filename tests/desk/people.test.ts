import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { textOf } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { act } from '#tests/support/desk.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { suppress } from '#tests/support/outbox.ts'
import { workOf } from '#tests/support/work.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
beforeAll(async () => {
  world = await startWorld({ clock: '2026-12-03T10:00:00+01:00' })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.setClock('2026-12-03T10:00:00+01:00')
  await world.clear()
  await makeGroups(world.db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'] }, world.now())
  session = await signIn(world)
})

const lou = `/people/${personUid('Lou')}`

async function column(sql: string): Promise<unknown[]> {
  const { results } = await world.db.prepare(sql).all<Record<string, unknown>>()
  return results.map((row) => Object.values(row).join(' '))
}

const linkMails = () => column(`SELECT kind, state FROM mail WHERE kind = 'new_link'`)

describe('somebody who calls the team', () => {
  test('gets their link again, which nobody else sees; asked twice, it leaves once', async () => {
    expect((await act(world, session, lou, { do: 'send_link' })).to).toBe(`/desk${lou}?done=link_sent`)
    await act(world, session, lou, { do: 'send_link' })
    expect(await linkMails()).toEqual(['new_link pending'])
    const page = await look(world, session, `/desk${lou}?done=link_sent`)
    expect(textOf(page)).toContain('Son lien part')
    expect(page.html).not.toMatch(/\/u\/[\w-]{43}/)
    expect(
      await column(
        `SELECT event.action, person.name FROM event JOIN person ON person.id = person_id ORDER BY event.id LIMIT 1`,
      ),
    ).toEqual(['send_link Lou'])
  })

  test('reads which of their groups gets no monthly mail, and why', async () => {
    const why = 'Pas de mail mensuel tant que son état est « en pause ».'
    expect(textOf(await look(world, session, `/desk${lou}`))).not.toContain(why)
    await world.db.prepare("UPDATE local_group SET state = 'asleep' WHERE town = 'Pau'").run()
    expect(textOf(await look(world, session, `/desk${lou}`))).toContain(why)
    expect(textOf(await look(world, session, `/desk/groups/${groupUid('Pau')}`))).toContain(why)
    expect(textOf(await look(world, session, `/desk/groups/${groupUid('Dax')}`))).not.toContain(why)
  })

  test('has their last mails at a glance, and the earlier ones behind one press', async () => {
    await world.db
      .prepare(
        `INSERT INTO mail (kind, stream, person_id, state, created_at, settled_at, due_at)
         SELECT 'new_link', 'transactional', person.id, 'sent', value, value, value
         FROM json_each(?1) JOIN person ON person.name = 'Lou'`,
      )
      .bind(JSON.stringify([1, 2, 3, 4, 5, 6, 7].map((month) => `2026-0${month}-01T09:00:00.000Z`)))
      .run()
    const [shown = '', folded = ''] = textOf(await look(world, session, `/desk${lou}`)).split(
      'Voir les 2 mails précédents',
    )
    expect(shown).toContain('1er juillet 2026')
    expect(shown).not.toContain('1er février 2026')
    expect(folded).toContain('1er février 2026')
  })

  test('has their address opened again of which mails came back, and no link leaves before', async () => {
    await suppress(world.db, addressOf('Lou'), 'hard_bounce', world.now())
    expect((await look(world, session, `/desk${lou}`)).html).not.toContain('value="send_link"')
    expect((await act(world, session, lou, { do: 'open' })).to).toBe(`/desk${lou}?done=address_opened`)
    expect(await column('SELECT address FROM suppression')).toEqual([])
  })

  test.each(['unsubscribed', 'complaint'] as const)(
    'who decided so themselves (%s) is not put back by the team, whatever it sends',
    async (reason) => {
      await suppress(world.db, addressOf('Lou'), reason, world.now())
      const page = await look(world, session, `/desk${lou}`)
      expect(page.html).not.toContain('value="open"')
      expect(textOf(page)).toContain('peut seule y revenir')
      await act(world, session, lou, { do: 'open' })
      expect(await column('SELECT reason FROM suppression')).toEqual([reason])
    },
  )

  test('reads our mails in their language from then on', async () => {
    expect((await act(world, session, lou, { do: 'language', language: 'en' })).to).toBe(
      `/desk${lou}?done=language_kept`,
    )
    expect(await column(`SELECT language FROM person WHERE uid = '${personUid('Lou')}'`)).toEqual(['en'])
  })
})

describe('erasing somebody', () => {
  test('asks for a tick, and says so', async () => {
    const answer = await act(world, session, lou, { do: 'erase' })
    expect([answer.status, textOf(answer.page)]).toEqual([422, expect.stringContaining('Cochez la case')])
    expect(await column(`SELECT name FROM person WHERE name = 'Lou'`)).toEqual(['Lou'])
  })

  test('leaves nothing of them, and the log says that somebody was erased, not who', async () => {
    expect((await act(world, session, lou, { do: 'erase', sure: 'oui' })).to).toBe('/desk?done=erased')
    expect(await column(`SELECT name FROM person WHERE name = 'Lou'`)).toEqual([])
    const log = textOf(await look(world, session, '/desk/log'))
    expect(log).toContain('a effacé une personne')
    expect(log).not.toContain('Lou')
    expect((await look(world, session, `/desk${lou}`)).status).toBe(404)
  })

  test('asks to sign in again when that was more than ten minutes ago, as does sending the month’s mail now', async () => {
    await world.setClock('2026-12-03T10:10:00+01:00')
    expect((await act(world, session, lou, { do: 'erase', sure: 'oui' })).status).toBe(403)
    expect((await act(world, session, '/mails', { do: 'open' })).status).toBe(403)
    expect(await column(`SELECT name FROM person WHERE name = 'Lou'`)).toEqual(['Lou'])
    expect(await column('SELECT key FROM round')).toEqual([])
  })
})

test('what is kept about somebody is a file', async () => {
  const answer = await fetch(`${world.url}/desk${lou}/download`, { headers: { cookie: session } })
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect(await answer.json()).toMatchObject({ name: 'Lou', email: addressOf('Lou') })
})

describe('mails', () => {
  test('are paused with a reason that the dashboard shows, and leave again', async () => {
    expect((await act(world, session, '/mails', { do: 'pause', why: 'Une erreur dans le texte' })).to).toBe(
      '/desk/mails?done=mails_paused',
    )
    expect(textOf(await look(world, session, '/dashboard'))).toContain('Une erreur dans le texte')
    expect(textOf(await look(world, session, '/desk/mails'))).toContain('Une erreur dans le texte')
    expect((await act(world, session, '/mails', { do: 'resume' })).to).toBe('/desk/mails?done=mails_resumed')
    expect(await column('SELECT paused_at IS NULL FROM mail_control')).toEqual(['1'])
  })

  test('go to whoever tries them, and to the referents again', async () => {
    await act(world, session, '/mails', { do: 'redirect' })
    expect(await column('SELECT redirect_address FROM mail_control')).toEqual(['camille@archipel.example.org'])
    await act(world, session, '/mails', { do: 'end_redirect' })
    expect(await column('SELECT redirect_address IS NULL FROM mail_control')).toEqual(['1'])
  })

  test('of the month leave now, once', async () => {
    expect((await act(world, session, '/mails', { do: 'open' })).to).toBe('/desk/mails?done=round_opened')
    expect(await column(`SELECT count(*) FROM mail WHERE step = 'invitation'`)).toEqual(['3'])
    expect((await act(world, session, '/mails', { do: 'open' })).status).toBe(409)
    expect(await column(`SELECT actor, coordinator FROM event WHERE action = 'open_step'`)).toEqual([
      'coordinator camille@archipel.example.org',
    ])
    expect(textOf(await look(world, session, '/desk/mails'))).toContain('3 × Mail mensuel')
  })
})

describe('a campaign', () => {
  test('is made and can be ticked by groups the same minute', async () => {
    const answer = await act(world, session, '/campaigns', { name: 'Marche du climat', held_on: '12/12/2026' })
    expect(answer.to).toBe('/desk/campaigns?done=campaign_saved')
    const link = await world.linkOf('Lou')
    expect(await (await fetch(`${link}/${groupUid('Pau')}/campaigns`)).text()).toContain('Marche du climat')
  })

  test('is corrected, and keeps its groups', async () => {
    await act(world, session, '/campaigns', { name: 'Marche', held_on: '12/12/2026' })
    const [uid] = await column('SELECT uid FROM campaign')
    await act(world, session, `/campaigns/${uid}`, { name: 'Grande marche' })
    expect(await column('SELECT name, held_on FROM campaign')).toEqual(['Grande marche 2026-12-12'])
  })

  test.each([
    [{ name: '', held_on: '12/12/2026' }, 'Campagne : à remplir'],
    [{ name: 'Marche', held_on: 'bientôt' }, 'nous n’avons pas compris cette date'],
  ])('with %j is not made: what was typed comes back, with what to mend', async (typed, said) => {
    const answer = await act(world, session, '/campaigns', typed)
    expect([answer.status, textOf(answer.page)]).toEqual([422, expect.stringContaining(said)])
    expect(answer.page.html).toContain(`value="${typed.held_on}"`)
    expect(await column('SELECT name FROM campaign')).toEqual([])
  })

  test('of a name that another has is asked about', async () => {
    await act(world, session, '/campaigns', { name: 'Marche', held_on: '12/12/2026' })
    expect((await act(world, session, '/campaigns', { name: 'MARCHE', held_on: '13/12/2026' })).status).toBe(422)
  })
})

test('each of these pages is two trips at most, each act three, and a look writes nothing', async () => {
  for (const path of [lou, '/campaigns', '/mails', '/log', '/log?who=all']) {
    const show = async () => expect((await look(world, session, `/desk${path}`)).status, path).toBe(200)
    expect(await workOf(world, show), path).toMatchObject({ trips: 1, changed: 0 })
  }
})

test('the log tells what the team did, and on demand what everybody did', async () => {
  await act(world, session, `/groups/${groupUid('Pau')}`, { do: 'close' })
  const team = textOf(await look(world, session, '/desk/log'))
  expect(team).toContain('Camille, pour l’équipe')
  expect(team).toContain('a fermé le groupe')
  expect(textOf(await look(world, session, '/desk/log?lang=en&who=all'))).toContain('closed the group')
})

test('the month’s mail is read as a group would get it: nothing is written, and its link opens nothing', async () => {
  let answer = new Response()
  const work = await workOf(world, async () => {
    answer = await fetch(`${world.url}/desk/groups/${groupUid('Pau')}/mail`, { headers: { cookie: session } })
  })
  const html = await answer.text()
  expect([answer.status, html]).toEqual([200, expect.stringContaining('Archipel Pau')])
  expect(html).toContain('Aperçu, rien n’est parti')
  expect(html).not.toMatch(/\/u\/[\w-]{43}/)
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(work).toMatchObject({ trips: 1, changed: 0 })
})
