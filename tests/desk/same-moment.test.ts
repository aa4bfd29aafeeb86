import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { textOf } from '#tests/support/browser.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { type Answer, DeskPages } from '#tests/support/desk-pages.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'

const now = new Date('2026-12-03T09:00:00Z')
const camilleAddress = 'camille@archipel.example.org'
const coordinators = [
  { name: 'Camille', email: camilleAddress },
  { name: 'Noé', email: 'noe@archipel.example.org' },
]
const registration = 'r'.repeat(32)
const [pau, dax] = [groupUid('Pau'), groupUid('Dax')]
const [lou, sam] = [personUid('Lou'), personUid('Sam')]
const group = `/desk/groups/${pau}`
const empty = `/desk/groups/${groupUid('Lyon')}`
const person = `/desk/people/${lou}`

type Changes = Record<string, string | null>
/** What both send: where the page is looked at, what is pressed, where that is sent (there), and what has to be so before. */
type Act = [
  what: string,
  path: string,
  changes: Changes,
  before?: readonly string[] | ((pages: DeskPages, session: string) => Promise<unknown>),
  theirs?: Changes,
]

const note = [
  `INSERT INTO note (id, uid, group_id, person_id, body, written_at)
   SELECT 1, '${'n'.repeat(32)}', g.id, person.id, 'Bonjour', '2026-12-01' FROM local_group g, person WHERE g.uid = '${pau}' AND person.uid = '${lou}'`,
]
const done = [...note, `UPDATE note SET done_by = '${camilleAddress}', done_at = '2026-12-01' WHERE id = 1`]
const campaign = [
  `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES ('campaign-one', 'Une', 'une', '2026-12-01', '2026-12-01')`,
]
const ended = [...campaign, `UPDATE campaign SET ended_at = '2026-12-02'`]
const suppressed = [
  `INSERT INTO suppression (address, reason, since_at) VALUES ('${addressOf('Lou')}', 'hard_bounce', '2026-12-01')`,
]
const called = [
  `INSERT INTO group_call (group_id, taken_by, taken_at) SELECT id, NULL, NULL FROM local_group WHERE uid = '${pau}'`,
]
const noted = [
  `INSERT INTO team_note (id, group_id, coordinator, body, written_at) SELECT 1, id, '${camilleAddress}', 'Vu', '2026-12-01' FROM local_group WHERE uid = '${pau}'`,
]
const registered = [
  `INSERT INTO registration (uid, group_name, name_key, town, town_key, name, email, language, consent, is_proven, asked_at, confirmed_at)
   VALUES ('${registration}', 'Les Tilleuls', 'les tilleuls', 'Lyon', 'lyon', 'Alix', 'alix@example.org', 'fr', 'Oui', 0, '2026-12-01', '2026-12-01')`,
]
const hook = [
  `INSERT INTO webhook (uid, name, url, format, actions, tells_people, language, digest_on, digest_event, made_at, made_by)
   VALUES ('webhook-one', 'Un', 'https://hooks.example.org/', 'standard', '[]', 0, NULL, '2026-12-01', 0, '2026-12-01', '${camilleAddress}')`,
]
const stoppedHook = [...hook, `UPDATE webhook SET stopped_at = '2026-12-02', stopped_why = 'team'`]
const key = [
  `INSERT INTO feed_key (hash, purpose, name, made_at, made_by) VALUES ('${'a'.repeat(64)}', 'map', 'Site', '2026-12-01', '${camilleAddress}')`,
]
const passed = [
  `INSERT INTO passed_link (hash, uid, group_id, made_by, made_at, expires_at)
   SELECT '${'b'.repeat(64)}', 'passed-one', id, '${camilleAddress}', '2026-12-03', '2026-12-05' FROM local_group WHERE uid = '${pau}'`,
]
const phones = [`UPDATE person SET phone = '+33612345678' WHERE uid IN ('${lou}', '${sam}')`]
const mergedPeople = async (pages: DeskPages, session: string) => {
  await db.prepare(phones[0] ?? '').run()
  await pages.act(`${person}/merge/${sam}`, {}, session)
}
const pause = (pages: DeskPages, session: string) => pages.act('/desk/mails', { do: 'pause' }, session)
const redirect = (pages: DeskPages, session: string) => pages.act('/desk/mails', { do: 'redirect' }, session)

const acts: readonly Act[] = [
  ['pauses the mails', '/desk/mails', { do: 'pause' }],
  ['has the mails leave again', '/desk/mails', { do: 'resume' }, pause],
  ['has the mails come to themselves', '/desk/mails', { do: 'redirect' }],
  ['ends a trial', '/desk/mails', { do: 'end_redirect' }, redirect],
  ['opens the round', '/desk/mails', { do: 'open' }],
  ['puts the round off', '/desk/mails', { do: 'put_off', on: '12/01/2027' }, [], { on: '13/01/2027' }],
  ['takes a group to call', '/desk/calls', { do: 'take', group: pau }],
  ['notes a call', `${group}/call`, { body: 'Tout va bien' }, called, { body: 'Rappeler' }],
  ['takes a note of the team away', `${group}/call`, { do: 'remove', note: '1' }, noted],
  [
    'answers a word to the team',
    '/desk/notes',
    { do: 'answer', note: '1', 'answer.1': 'Oui' },
    note,
    { 'answer.1': 'Non' },
  ],
  ['settles a word to the team', '/desk/notes', { do: 'settle', note: '1' }, note],
  ['has a word to the team wait again', '/desk/notes?done', { do: 'reopen', note: '1' }, done],
  ['corrects a campaign', '/desk/campaigns/campaign-one', { name: 'Deux', do: null }, campaign, { name: 'Trois' }],
  [
    'makes a campaign of a name',
    '/desk/campaigns',
    { name: 'Quatre', held_on: '01/12/2026' },
    [],
    { held_on: '02/12/2026' },
  ],
  ['ends a campaign', '/desk/campaigns/campaign-one', { do: 'end' }, campaign],
  ['opens a campaign again', '/desk/campaigns/campaign-one', { do: 'reopen' }, ended],
  ['takes a campaign back', '/desk/campaigns/campaign-one', { do: 'delete' }, campaign],
  ['writes the word of the month', '/desk/month/word', { body_fr: 'Bonjour', do: 'save' }, [], { body_fr: 'Bonsoir' }],
  [
    'asks the question of the month',
    '/desk/month/question/2027-01',
    { label_fr: 'Un local ?', do: 'save' },
    [],
    { label_fr: 'Un jardin ?' },
  ],
  ['opens an address again', person, { do: 'open' }, suppressed],
  ['chooses somebody’s language', person, { do: 'language', language: 'en' }],
  ['erases somebody', person, { do: 'erase', sure: 'oui' }],
  ['makes two people one', `${person}/merge/${sam}`, {}, phones],
  ['makes them two again', person, { do: 'part', merged: sam }, mergedPeople],
  ['erases a registration', '/desk/registrations', { do: 'erase', registration }, registered],
  [
    'answers a registration',
    '/desk/registrations',
    { do: 'refuse', registration, [`answer.${registration}`]: 'Non' },
    registered,
  ],
  ['stops a link that was passed on', `${group}/link`, { do: 'stop', link: 'passed-one' }, passed],
  ['stops a webhook', '/desk/webhooks/webhook-one', { do: 'stop' }, hook],
  ['has a webhook go on', '/desk/webhooks/webhook-one', { do: 'wake' }, stoppedHook],
  ['removes a webhook', '/desk/webhooks/webhook-one', { do: 'remove' }, hook],
  ['stops the key of a feed', '/desk/keys', { do: 'revoke', key: 'Site' }, key],
  [
    'invites a coordinator',
    '/desk/team',
    { do: 'invite', who: 'invite', 'invite-name': 'Ana', 'invite-email': 'ana@example.org', role: 'acts' },
    [],
    { role: 'reads' },
  ],
]

let db: D1Database
let close: () => Promise<void>
let pages: DeskPages
let camille: string
let noe: string
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Noa'], Lyon: [] }, now)
  pages = new DeskPages(db, now, { ...sample, coordinators })
  camille = await pages.signIn()
  noe = await pages.signIn('noe@archipel.example.org')
})

const events = async () =>
  (
    await db.prepare(`SELECT action FROM event WHERE action NOT IN ('sign_in') ORDER BY id`).all<{ action: string }>()
  ).results.map(({ action }) => action)

/** Both have the page before them; Camille's press lands between what Noé's reads and what it would write. */
async function atOnce(path: string, changes: Changes, theirs: Changes): Promise<{ first: Answer; second: Answer }> {
  const own = (await pages.look(path, camille)).page
  const other = (await pages.look(path, noe)).page
  expect([own.html.length > 0, other.html.length > 0]).toEqual([true, true])
  const to = path.split('?')[0] ?? path
  const first: Answer[] = []
  pages.meanwhile = async () => void first.push(await pages.send(own, to, changes, camille))
  const second = await pages.send(other, to, { ...changes, ...theirs }, noe)
  expect(pages.meanwhile, 'nothing was written').toBeNull()
  return { first: first[0] as Answer, second }
}

describe('where two coordinators press at the same moment, one act is done and the other is told in words', () => {
  test.each(acts)('who %s', async (_, path, changes, before = [], theirs = {}) => {
    if (typeof before === 'function') await before(pages, camille)
    else for (const sql of before) await db.prepare(sql).run()
    const earlier = await events()
    const { first, second } = await atOnce(path, changes, theirs)
    expect(first.status).toBe(303)
    expect((await events()).length - earlier.length).toBe(1)
    const told = second.status === 303 ? (await pages.look(second.to ?? '', noe)).page : second.page
    expect([303, 404, 409, 422]).toContain(second.status)
    expect(textOf(told)).toMatch(
      /déjà|vient d|n’est plus|ne connaissons pas|est prise|a été? répondu|quelqu’un d’autre/i,
    )
    for (const value of Object.values(theirs)) if (second.status !== 303 && value) expect(told.html).toContain(value)
  })
})

describe('where two coordinators press in one group at the same moment, each in turn, one act is done and the other is told in words', () => {
  const waiting = [
    `INSERT INTO invitation (uid, group_id, name, name_key, email, waiting_at, invited_at)
     SELECT 'invitation-one', id, 'Ana', 'ana', 'ana@example.org', '2026-12-01', '2026-12-01' FROM local_group WHERE uid = '${pau}'`,
  ]
  const closed = (which: DeskPages, session: string) => which.act(group, { do: 'close' }, session)
  const inTurn: readonly Act[] = [
    ['closes it', group, { do: 'close' }],
    ['opens it again', group, { do: 'reopen' }, closed],
    ['deletes it', empty, { do: 'delete', sure: 'oui' }],
    ['moves a referent of it', `${person}/move/${pau}?text=Dax`, { to: dax }],
    ['lets through who waits', group, { do: 'admit' }, waiting],
    ['takes off who waits', group, { do: 'refuse' }, waiting],
    ['makes it one with another', `${group}/merge/${dax}`, {}],
  ]
  test.each(inTurn)('who %s', async (_, path, changes, before = []) => {
    if (typeof before === 'function') await before(pages, camille)
    else for (const sql of before) await db.prepare(sql).run()
    const earlier = await events()
    const [own, other] = [await pages.look(path, camille), await pages.look(path, noe)]
    const to = path.split('?')[0] ?? path
    const both = await Promise.all([
      pages.send(own.page, to, changes, camille),
      pages.send(other.page, to, changes, noe),
    ])
    const [first, second] = both.sort((a, b) => a.status - b.status)
    expect([first?.status, (await events()).length - earlier.length]).toEqual([303, 1])
    const told = second?.status === 303 ? (await pages.look(second.to ?? '', noe)).page : second?.page
    expect([303, 404, 409]).toContain(second?.status)
    expect(textOf(told ?? own.page)).toMatch(/déjà|vient d|n’est plus|ne connaissons pas|n’existe|quelqu’un/i)
  })
})
