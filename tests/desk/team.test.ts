import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { changeCoordinator, removeCoordinator } from '#shared/actions/change-team.ts'
import { readMovement, upsertSettings } from '#shared/db/settings.ts'
import { byHand, open, type Sheet, textOf } from '#tests/support/browser.ts'
import { coordinator, look, sessionCookie, signIn } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { act, send } from '#tests/support/desk.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let session: string
let version = 0
beforeAll(async () => {
  world = await startWorld({ sends: true, clock: '2026-12-03T10:00:00+01:00' })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.clear()
  // A version that workers have seen comes with other settings in no real database
  version += 100
  await world.db
    .prepare(`INSERT INTO setting (key, version, changed_at) VALUES ('cleared', ?1, '')`)
    .bind(version)
    .run()
  await world.setClock('2026-12-03T10:00:00+01:00')
  session = await signIn(world)
})

const sacha = 'sacha@archipel.example.org'
const invitation: Record<string, string | null> = {
  who: null,
  do: 'invite',
  'invite-name': 'Sacha',
  'invite-email': sacha,
  role: 'acts',
}

async function column(sql: string): Promise<unknown[]> {
  const { results } = await world.db.prepare(sql).all<Record<string, unknown>>()
  return results.map((row) => Object.values(row).join(' '))
}

const statusOf = async (cookie: string, path: string) => (await look(world, cookie, path)).status

/** The mail whose subject holds this, once it has come: it leaves by itself. */
async function message(subject: string): Promise<{ subject: string; text: string }> {
  const find = async () => (await world.mailbox.messages.list()).find((one) => one.subject.includes(subject))
  await expect.poll(find).toBeDefined()
  const found = await find()
  return { subject: found?.subject ?? '', text: found?.text ?? '' }
}

/** The address of the button in the mail of an invitation. */
async function invitedLink(): Promise<string> {
  return /https?:\S+\/desk\/sign-in\/\S+/.exec((await message('vous invite')).text)?.[0] ?? ''
}

/** Presses the button of an invitation, in a browser that knows nothing. */
async function accept(page: Sheet): Promise<Response> {
  const body = new URLSearchParams(page.fields as [string, string][])
  return fetch(page.url, { method: 'POST', body, redirect: 'manual', headers: byHand })
}

const sessionIn = (response: Response) =>
  response.headers
    .getSetCookie()
    .find((line) => line.startsWith('relance_session='))
    ?.split(';')[0] ?? ''

async function join(): Promise<string> {
  await act(world, session, '/team', invitation)
  return sessionIn(await accept(await open(await invitedLink())))
}

/** What stands for somebody in the forms of the page. */
async function whoIs(name: string): Promise<string> {
  const { html } = await look(world, session, '/desk/team')
  const form = html.split('<form').find((part) => part.includes(`Oui, retirer ${name}`) || part.includes(`> ${name}<`))
  return /name="who" value="([\w-]+)"/.exec(form ?? '')?.[1] ?? ''
}

describe('somebody who is invited to the team', () => {
  test('is of it once they have signed in by the mail’s link, in any browser, and acts by their role', async () => {
    expect((await act(world, session, '/team', invitation)).to).toBe('/desk/team?done=invited')
    expect(textOf(await look(world, session, '/desk/team'))).toContain('invité·e le 3 décembre 2026')
    const page = await open(await invitedLink())
    expect(textOf(page)).toContain('Bonjour Sacha. Camille vous invite.')
    const cookie = sessionIn(await accept(page))
    expect(await statusOf(cookie, '/desk')).toBe(200)
    expect(await statusOf(cookie, '/desk/team')).toBe(403)
    const team = textOf(await look(world, session, '/desk/team'))
    expect(team).toContain('Sacha sacha@archipel.example.org consulte et agit pour les groupes · partout')
    expect(team).not.toContain('Invitations en attente')
    expect(await column('SELECT coordinator, action, about_coordinator FROM event ORDER BY id')).toEqual([
      `${coordinator} sign_in `,
      `${coordinator} invite_coordinator ${sacha}`,
      `${sacha} join_team `,
    ])
  })

  test('is of it by no look at the link, and by one press of it', async () => {
    await act(world, session, '/team', invitation)
    const link = await invitedLink()
    for (const _ of [1, 2]) expect((await open(link)).status).toBe(200)
    expect(await column('SELECT count(*) FROM setting WHERE value IS NOT NULL')).toEqual(['0'])
    const page = await open(link)
    const answers = await Promise.all([accept(page), accept(page), accept(page)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
    expect((await open(link)).status).toBe(410)
    expect(await column(`SELECT json_array_length(value) FROM setting WHERE key = 'coordinators'`)).toEqual(['1'])
  })

  test('gets no link by asking for one, nor any mail of the team, before', async () => {
    await act(world, session, '/team', invitation)
    await invitedLink()
    const asked = await open(`${world.url}/sign-in`)
    const body = new URLSearchParams([...(asked.fields as [string, string][]), ['email', sacha]])
    await fetch(`${world.url}/sign-in`, { method: 'POST', body, headers: byHand })
    await world.tick()
    expect(await column(`SELECT kind FROM mail WHERE address = '${sacha}'`)).toEqual(['team_invitation'])
  })

  test('comes in by no link whose invitation was taken back, or is a week old', async () => {
    await act(world, session, '/team', invitation)
    const link = await invitedLink()
    const page = await open(link)
    await act(world, session, '/team', { do: 'take_back', who: await whoIs('Sacha') })
    expect([(await open(link)).status, (await accept(page)).status]).toEqual([410, 410])
    world.mailbox.messages.clear()
    await act(world, session, '/team', invitation)
    const second = await invitedLink()
    await world.setClock('2026-12-10T10:00:01+01:00')
    expect((await open(second)).status).toBe(410)
    expect(await column('SELECT count(*) FROM setting WHERE value IS NOT NULL')).toEqual(['0'])
  })

  test('is limited to the regions that they were invited for', async () => {
    await world.db
      .prepare(
        `INSERT INTO local_group (uid, name, name_key, region, department, state, created_at) VALUES ('group-brest', 'Brest', 'brest', 'Bretagne', '29', 'active', '2026-01-01')`,
      )
      .run()
    await act(world, session, '/team', { ...invitation, region: 'Bretagne' })
    const cookie = sessionIn(await accept(await open(await invitedLink())))
    expect(textOf(await look(world, cookie, '/desk'))).toContain('Bretagne')
    expect(await column(`SELECT value ->> '$[0].regions' FROM setting WHERE key = 'coordinators'`)).toEqual([
      '["Bretagne"]',
    ])
    const made = await act(world, session, '/team', { ...invitation, 'invite-email': 'x@example.org', region: 'Mars' })
    expect(made.status).toBe(422)
  })

  test('who is of it already, or twenty who have not come yet, are not invited', async () => {
    expect((await act(world, session, '/team', { ...invitation, 'invite-email': coordinator })).status).toBe(409)
    for (let index = 0; index < 20; index++)
      await act(world, session, '/team', { ...invitation, 'invite-email': `a${index}@example.org` })
    const refused = await act(world, session, '/team', invitation)
    expect([refused.status, textOf(refused.page)]).toEqual([409, expect.stringContaining('Vingt invitations')])
  })
})

describe('what was typed of somebody', () => {
  test.each([
    ['without a role', { role: null }, 422, 'Choisissez ce que cette personne peut faire'],
    ['with an address that is none', { 'invite-email': 'sacha' }, 422, 'Adresse mail'],
    ['with a name that is an order', { 'invite-name': 'cliquez sur example.org' }, 422, 'Prénom et nom'],
  ])('%s is asked again, with all of it', async (_, change, status, words) => {
    const answer = await act(world, session, '/team', { ...invitation, ...change })
    expect([answer.status, textOf(answer.page)]).toEqual([status, expect.stringContaining(words)])
    const name = ('invite-name' in change && change['invite-name']) || 'Sacha'
    expect(answer.page.html).toContain(`value="${name}"`)
    expect(await column('SELECT count(*) FROM team_invitation')).toEqual(['0'])
  })

  test('after ten minutes asks to sign in again, with all of it', async () => {
    await world.setClock('2026-12-03T10:11:00+01:00')
    const answer = await act(world, session, '/team', invitation)
    expect([answer.status, textOf(answer.page)]).toEqual([403, expect.stringContaining('reconnectez-vous')])
    expect(answer.page.html).toContain(`value="${sacha}"`)
    expect(await column('SELECT count(*) FROM team_invitation')).toEqual(['0'])
  })
})

describe('somebody of the team', () => {
  test('who is removed is out at once, and told', async () => {
    const cookie = await join()
    const who = await whoIs('Sacha')
    expect((await act(world, session, '/team', { do: 'remove', who })).status).toBe(422)
    expect(await statusOf(cookie, '/dashboard')).toBe(200)
    world.mailbox.messages.clear()
    expect((await act(world, session, '/team', { do: 'remove', who, sure: 'oui' })).to).toContain('coordinator_removed')
    expect([await statusOf(cookie, '/dashboard'), await statusOf(cookie, '/desk')]).toEqual([401, 401])
    expect(await column(`SELECT count(*) FROM session WHERE coordinator = '${sacha}'`)).toEqual(['0'])
    const told = await message('Vous n’êtes plus')
    expect(told.subject).toBe('Vous n’êtes plus dans l’équipe d’Archipel')
    expect(told.text).toContain('Camille a retiré votre accès')
  })

  test('has another role at the next page', async () => {
    const cookie = await join()
    const change = { do: 'change', who: await whoIs('Sacha'), role: 'reads' }
    const form = { ...change, [`${change.who}-name`]: 'Sacha B.' }
    expect((await act(world, session, '/team', form)).to).toContain('coordinator_saved')
    expect([await statusOf(cookie, '/dashboard'), await statusOf(cookie, '/desk')]).toEqual([200, 403])
    expect(textOf(await look(world, session, '/desk/team'))).toContain('Sacha B.')
  })

  test('whom movement.config.ts names is shown, and changed by nobody', async () => {
    const page = await look(world, session, '/desk/team')
    expect(textOf(page)).toContain('Fixé par la personne qui a installé Relance')
    expect(page.html).not.toContain('value="remove"')
    const movement = await readMovement(world.db, sample)
    const acting = {
      db: world.db,
      movement,
      actor: { kind: 'coordinator', email: coordinator },
      now: world.now(),
    } as const
    expect(await removeCoordinator(acting, coordinator)).toBe('fixed')
  })

  test('is named by no address of a page, which a log would keep', async () => {
    const page = await look(world, session, '/desk/team')
    expect([...page.html.matchAll(/(?:href|action)="([^"]*)"/g)].filter(([, at = '']) => at.includes('@'))).toEqual([])
  })

  test('is changed by no form of another page, or of another site', async () => {
    const body = new URLSearchParams({ page: 'abcdefg.made-up', do: 'invite' })
    expect((await send(world, session, '/team', body)).status).toBe(400)
    expect((await send(world, session, '/team', body, { origin: 'https://elsewhere.example.org' })).status).toBe(403)
    expect(await column('SELECT count(*) FROM team_invitation')).toEqual(['0'])
  })
})

describe('a movement whose team is kept in its database', () => {
  const { coordinators: _, ...fixed } = sample
  const now = new Date('2026-12-03T09:00:00Z')
  const team = ['ada', 'bea'].map((name) => ({ name, email: `${name}@example.org`, role: 'administers' as const }))
  let db: D1Database
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ db, close } = await openDatabase())
    await upsertSettings(db, { coordinators: team }, now).run()
    return () => close()
  })

  const actingAs = async (email: string) => ({
    db,
    movement: await readMovement(db, fixed),
    actor: { kind: 'coordinator', email } as const,
    now,
  })

  test('keeps its last administrator, whoever removes whom at once', async () => {
    const [ada, bea] = [await actingAs('ada@example.org'), await actingAs('bea@example.org')]
    const results = await Promise.all([
      removeCoordinator(ada, 'bea@example.org'),
      removeCoordinator(bea, 'ada@example.org'),
    ])
    expect(results.sort()).toEqual(['done', 'last_administrator'])
    const { coordinators } = await readMovement(db, fixed)
    expect(coordinators).toHaveLength(1)
  })

  test('keeps one who administers all of it: neither another role nor a region for the last', async () => {
    const ada = await actingAs('ada@example.org')
    await removeCoordinator(ada, 'bea@example.org')
    for (const change of [
      { role: 'acts', regions: null },
      { role: 'administers', regions: ['Bretagne'] },
    ] as const)
      expect(await changeCoordinator(ada, 'ada@example.org', { name: 'Ada', language: null, ...change })).toBe(
        'last_administrator',
      )
  })

  test('has somebody’s role changed by whoever comes first, and tells the other', async () => {
    const [ada, bea] = [await actingAs('ada@example.org'), await actingAs('bea@example.org')]
    await upsertSettings(
      db,
      { coordinators: [...team, { name: 'Cam', email: 'cam@example.org', role: 'acts' }] },
      now,
    ).run()
    const change = { name: 'Cam', language: null, regions: null }
    const results = await Promise.all([
      changeCoordinator(ada, 'cam@example.org', { ...change, role: 'reads' }),
      changeCoordinator(bea, 'cam@example.org', { ...change, role: 'administers' }),
    ])
    expect(results.sort()).toEqual(['done', 'overtaken'])
    const told = await db.prepare(`SELECT count(*) AS n FROM event WHERE action = 'change_coordinator'`).first('n')
    expect(told).toBe(1)
  })

  test('ends the sessions of whom it removes in the same transaction', async () => {
    await sessionCookie(db, { secret: 'a secret of at least thirty-two characters', email: 'bea@example.org' }, now)
    await removeCoordinator(await actingAs('ada@example.org'), 'bea@example.org')
    expect(await db.prepare('SELECT count(*) AS n FROM session').first('n')).toBe(0)
  })
})
