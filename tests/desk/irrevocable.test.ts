import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { textOf } from '#tests/support/browser.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { sourcesOf } from '#tests/support/patterns.ts'

const now = new Date('2026-12-03T09:00:00Z')
const later = new Date(now.getTime() + 11 * 60_000)
const registration = 'a'.repeat(32)

let db: D1Database
let close: () => Promise<void>
let desk: DeskPages
let session: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou'] }, now)
  await db.batch([
    db.prepare(
      `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-one', 'Une', 'une', '2026-12-01', '2026-12-01')`,
    ),
    db
      .prepare(
        `INSERT INTO registration (
           uid, group_name, name_key, town, town_key, region, name, email, language, consent, is_proven, asked_at, confirmed_at
         )
         VALUES (?1, 'Brest sud', 'brest sud', 'Brest', 'brest', 'Bretagne', 'Alix', 'alix@example.org', 'fr', 'oui', 0, '2026-12-01', '2026-12-01')`,
      )
      .bind(registration),
    db.prepare(
      `INSERT INTO webhook (uid, name, url, format, made_at) VALUES ('webhook-one', 'n8n', 'https://n8n.example.org/', 'standard', '2026-12-01')`,
    ),
    db.prepare(
      `INSERT INTO note (id, group_id, person_id, body, written_at)
       SELECT 1, local_group.id, person.id, 'Peut-on changer de nom ?', '2026-12-01' FROM local_group, person`,
    ),
    db.prepare(
      `INSERT INTO team_note (group_id, coordinator, body, written_at)
       SELECT id, 'camille@archipel.example.org', 'Rappeler lundi', '2026-12-01' FROM local_group`,
    ),
    db.prepare(
      `INSERT INTO list_subscriber (uid, list, email, is_proven, asked_at, confirmed_at) VALUES ('${'b'.repeat(32)}', 'annonces', 'alix@example.org', 0, '2026-12-01', '2026-12-01')`,
    ),
  ])
  desk = new DeskPages(db, now)
  session = await desk.signIn()
})

/** What the page of an act holds is sent with these. */
type Act = [what: string, path: string, fields: Record<string, string | null>, before?: () => Promise<unknown>]
const answer = 'Oui, dites-nous lequel.'
const redirected = () => desk.act('/desk/mails', { do: 'redirect' }, session)
const acts: Act[] = [
  ['erases a person', `/desk/people/${personUid('Lou')}`, { do: 'erase', sure: 'oui' }],
  ['deletes a campaign', '/desk/campaigns/campaign-one', { do: 'delete' }],
  [
    'refuses a group that registered',
    '/desk/registrations',
    { do: 'refuse', registration, [`answer.${registration}`]: answer },
  ],
  ['erases a registration', '/desk/registrations', { do: 'erase', registration }],
  ['answers a word to the team', '/desk/notes', { do: 'answer', note: '1', 'answer.1': answer }],
  ['removes a program that is told', '/desk/webhooks/webhook-one', { do: 'remove' }],
  [
    'tells one more program',
    '/desk/webhooks',
    { name: 'Site', url: 'https://site.example.org/', way: 'standard', topic: null },
  ],
  ['takes a note of the team away', `/desk/groups/${groupUid('Pau')}/call`, { do: 'remove', note: '1' }],
  ['lets a program read', '/desk/keys', { do: 'make', name: 'Notre site', purpose: 'map' }],
  ['sends what a trial held back', '/desk/mails', { do: 'end_redirect', resend: 'oui' }, redirected],
  ['opens the round', '/desk/mails', { do: 'open' }],
  ['sends links to several groups', '/desk/bulk', { do: 'act', act: 'links', group: groupUid('Pau') }],
  ['forgets who signed up', '/desk/feeds', { do: 'forget', email: 'alix@example.org' }],
  [
    'invites to the team',
    '/desk/team',
    { do: 'invite', who: null, 'invite-name': 'Sacha', 'invite-email': 'sacha@archipel.example.org', role: 'acts' },
  ],
]

/** Every row of every table. */
async function everything(): Promise<unknown> {
  const { results } = await db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '_cf_*'`,
    )
    .all<{ name: string }>()
  const tables = await db.batch(results.map(({ name }) => db.prepare(`SELECT * FROM ${name}`)))
  return tables.map(({ results: rows }) => rows)
}

test('each act that cannot be taken back asks for a new sign-in after ten minutes, and nothing was done', async () => {
  for (const [what, path, fields, before] of acts) {
    desk.now = now
    await before?.()
    desk.now = later
    const { page } = await desk.look(path, session)
    const kept = await everything()
    const answered = await desk.send(page, path, fields, session)
    expect([what, answered.status]).toEqual([what, 403])
    expect(textOf(answered.page)).toMatch(/[Rr]econnectez-vous/)
    if (Object.values(fields).includes(answer)) expect(answered.page.html).toContain(answer)
    expect([what, await everything()]).toEqual([what, kept])
  }
})

test.each(acts)(
  '%s at once, where the sign-in is of these ten minutes, and the log says that it stays, or where it is decided anew',
  async (_, path, fields, before) => {
    await before?.()
    const kept = await everything()
    const { status } = await desk.act(path, fields, session)
    expect([200, 303]).toContain(status)
    expect(await everything()).not.toEqual(kept)
    const log = textOf((await desk.look('/desk/log?who=all', session)).page)
    expect(log.split(/\d décembre 2026 /)[1]).toMatch(/Cela ne s’annule pas|Revenir dessus/)
  },
)

test('no page of the desk erases, deletes, removes or refuses without asking how old the sign-in is', () => {
  const final =
    /import \{[^}]*\b(erase|delete|remove(?!SecondFactor)|refuseRegistered|answerTeam)[A-Z][^}]*\} from '#shared\/actions\//
  const pages = sourcesOf(['workers/desk']).filter(([, code]) => final.test(code))
  expect(pages.length).toBeGreaterThan(6)
  expect(pages.filter(([, code]) => !code.includes('FreshSignIn(')).map(([file]) => file)).toEqual([])
})
