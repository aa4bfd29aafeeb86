import { setSettings } from '#scripts/settings/set.ts'
import { makeFeedKey } from '#shared/actions/feed-keys.ts'
import { makeCalendarLink } from '#shared/actions/own-calendar.ts'
import { passLink } from '#shared/actions/pass-link.ts'
import { apiResources } from '#shared/db/api-selections.ts'
import { confirmEnquiry, insertEnquiry } from '#shared/db/enquiries.ts'
import { insertSubscriber } from '#shared/db/list-subscribers.ts'
import { calendarToken, hashToken, linkKey } from '#shared/domain/link.ts'
import { mayDo } from '#shared/domain/role.ts'
import { browserCookie, look, signIn, signInLink } from '#tests/support/dashboard.ts'
import { putOnMap } from '#tests/support/feeds.ts'
import { invite, moveAway } from '#tests/support/invitations.ts'
import { linkOfMail } from '#tests/support/links.ts'
import { addressOf, groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { register, registerConfirmed } from '#tests/support/registrations.ts'
import { makeStep } from '#tests/support/rounds.ts'
import type { World } from '#tests/support/world.ts'
import { settingGroups } from '#workers/desk/settings/setting-groups.ts'
import { coordinators, fixed, logo, movement, region, set } from './movement.ts'

export const hookSecret = 'what-brevo-shows'

type Known = Readonly<Record<string, readonly string[]>>

/** What a request may name: what works, what worked once, and what never did. */
export type Network = {
  /** Of links in mails, by what stands before them in the address: `u` for `/u/:token`. The last ones are forged. */
  tokens: Known
  /** By what stands before them: `/desk/people/:uid`. */
  uids: Known
  /** Whatever else is filled in, by its name in the route: `:resource`. */
  named: Known
  groups: readonly string[]
  people: readonly string[]
  addresses: readonly string[]
  /** Values of the header `Cookie`. */
  cookies: readonly string[]
  /** Those of them who may act at the desk, by their sessions. */
  acting: readonly string[]
  /** Values of the header `Authorization`. */
  authorizations: readonly string[]
}

const towns = { Pau: ['Lou', 'Sam'], Dax: ['Noa', 'Lou'], Foix: ['Eva'], Tarbes: ['Ada'] }
const forged = ['x'.repeat(43), 'short', '']

/** A small movement as if nobody had done anything yet, with a link for everybody. */
export async function freshNetwork(world: World): Promise<Network> {
  await world.clear()
  const settings = Object.entries({ ...set, 'face.logo': logo }).map(([key, value]): [string, string] => [
    key,
    JSON.stringify(value),
  ])
  await setSettings({ db: world.db, fixed, now: world.now() }, settings)
  await makeGroups(world.db, towns, world.now())
  await makeStep(world.db, '2026-12', 'invitation', world.now())
  for (const { key } of movement.lists)
    await world.db
      .prepare(`INSERT INTO subscription (person_id, list, since_at) SELECT id, ?1, ?2 FROM person`)
      .bind(key, world.now().toISOString())
      .run()
  await world.db.batch([
    world.db.prepare(
      `INSERT INTO poll (round_key, type, words, written_at) VALUES ('2026-12', 'line', '{"fr":{"label":"Quoi de neuf ?","options":[]}}', '2026-12-01')`,
    ),
    world.db.prepare(
      `INSERT INTO poll (round_key, type, words, written_at) VALUES ('2026-11', 'yes_no', '{"fr":{"label":"Venez-vous ?","options":[]}}', '2026-11-01')`,
    ),
    world.db.prepare(
      `INSERT INTO poll_answer (round_key, group_id, value, answered_at) SELECT '2026-11', id, 'yes', '2026-11-04T09:00:00.000Z' FROM local_group LIMIT 1`,
    ),
    world.db.prepare(
      `INSERT INTO announcement (id, words, until_on, until_at, written_at)
       VALUES (1, '{"fr":{"body":"Bonjour","url":"https://example.org"}}', '2026-12-31', '2026-12-31T23:00:00.000Z', '2026-12-01')`,
    ),
  ])
  await putOnMap(world, ['Pau', 'Foix'], region)
  await world.tick()
  const names = [...new Set(Object.values(towns).flat())]
  const groups = [...Object.keys(towns).map(groupUid), 'group-none']
  const people = [...names, 'Zoé invited'].map(personUid)
  return {
    tokens: await tokensFor(world, names),
    uids: {
      groups,
      people,
      campaigns: [await campaignOf(world), 'campaign-none'],
      webhooks: [await webhookOf(world), 'webhook-none'],
      registrations: [await registerConfirmed(world, { message: 'c', town: 'Tarbes', region }), 'f'.repeat(32)],
    },
    named: {
      group: groups,
      section: [...movement.sections.names],
      from: ['brevo', 'bounces'],
      list: movement.lists.map(({ key }) => key),
      file: [
        ...movement.lists.map(({ key }) => `${key}.txt`),
        ...['record', 'history', 'calendar', 'whole', 'answers.csv', 'groups.csv', 'counts.csv', 'rate.svg', 'map.svg'],
        await calendarOf(world),
      ],
      question: ['identity.count', 'board.who', 'none'],
      part: ['board', 'none'],
      resource: [...apiResources, 'nothing'],
      round: ['2026-12', '2027-01', '2099-13'],
      mail: ['invitation', 'every', 'none'],
      sentence: ['form.allRight', 'form.nextGroups', 'none', 'constructor'],
      page: [...settingGroups.map(({ name }) => name), 'nothing'],
    },
    groups,
    people,
    addresses: [...names, 'Zoé'].map(addressOf),
    ...(await cookiesFor(world)),
    authorizations: [`Bearer ${hookSecret}`, ...(await keysFor(world)).map((key) => `Bearer ${key}`)],
  }
}

const tokenIn = (link: string) => link.split('/').at(-1) ?? ''

/** A link of each kind, with others that have ended or are of something else. */
async function tokensFor(world: World, names: readonly string[]): Promise<Known> {
  const tokenOf = async (...given: Parameters<World['linkOf']>) => tokenIn(await world.linkOf(...given))
  const links = await Promise.all(names.map((name) => tokenOf(name)))
  const past = new Date(world.now().getTime() - 60_000)
  const ended = [await tokenOf('Lou', { expiresAt: past }), await tokenOf('Lou', { revokedAt: past })]
  const all = [...links, ...ended, ...forged]
  const enquiry = await enquiryLinks(world)
  return {
    u: all,
    unsubscribe: all,
    feed: [await feedToken(world), ...all],
    'sign-in': [tokenIn(await signInLink(world)), ...all],
    back: [tokenIn(await moveAway(world, names[2] ?? 'Sam', { town: 'Pau' })), ...all],
    invitation: [tokenIn(await invite(world, 'Zoé', { town: 'Pau', by: 'Lou' })), ...all],
    confirm: [
      enquiry.confirm,
      (await register(world, { message: 'd', town: 'Pau' })).token,
      await listLink(world),
      ...all,
    ],
    p: [await passedLink(world), ...all],
    answered: [enquiry.answered, ...all],
  }
}

/** What opens a coordinator's feed of changes. */
async function feedToken(world: World): Promise<string> {
  const { html } = await look(world, await signIn(world), '/dashboard/changes')
  return /\/dashboard\/feed\/([\w-]+)/.exec(html)?.[1] ?? ''
}

/** The link of somebody who has signed up by a list’s page. */
async function listLink(world: World): Promise<string> {
  const [uid, list, email] = ['e'.repeat(32), 'annonces', 'alix@example.org']
  await world.db.batch(insertSubscriber(world.db, { uid, list, email, isProven: false, proof: null }, world.now()))
  return linkOfMail(world, `${uid}-list`)
}

/** A link to a group's record that a coordinator passed on. */
async function passedLink({ db, now }: World): Promise<string> {
  const [{ email: by } = { email: '' }] = coordinators
  const acting = { db, movement, actor: { kind: 'coordinator', email: by }, now: now() } as const
  const token = 'p'.repeat(43)
  await passLink(acting, { token, uid: 'passed-one', group: groupUid('Pau'), person: null, by })
  return token
}

/** The links of a visitor who has written to a group, and of whoever of the group got their words. */
async function enquiryLinks(world: World): Promise<{ confirm: string; answered: string }> {
  const uid = 'e'.repeat(32)
  const words = {
    name: 'Alix',
    email: 'alix@example.org',
    body: 'Bonjour',
    consent: 'oui',
    isProven: false,
    proof: null,
  }
  await world.db.batch(insertEnquiry(world.db, { uid, group: groupUid('Pau'), ...words }, world.now()))
  const confirm = await linkOfMail(world, `${uid}-confirm`)
  await world.db.batch(confirmEnquiry(world.db, await hashToken(confirm), world.now()))
  const told = await world.db.prepare(`SELECT uid FROM mail WHERE kind = 'enquiry'`).first<string>('uid')
  return { confirm, answered: await linkOfMail(world, told ?? '') }
}

async function campaignOf({ db, now }: World): Promise<string> {
  await db
    .prepare(
      `INSERT INTO campaign (uid, name, name_key, held_on, created_at) VALUES (?1, 'Une', 'une', '2026-12-01', ?2)`,
    )
    .bind('campaign-one', now().toISOString())
    .run()
  return 'campaign-one'
}

/** What the address of somebody's own calendar ends with. */
async function calendarOf(world: World): Promise<string> {
  const [person, key] = [personUid('Lou'), await linkKey(await world.secret())]
  const acting = { db: world.db, movement, actor: { kind: 'referent', person } as const, now: world.now() }
  await makeCalendarLink(acting, person, 'calendar-of-lou', key)
  return `${await calendarToken(key, 'calendar-of-lou')}.ics`
}

/** A webhook whose address is nobody's: a name that is never given out (RFC 2606). */
async function webhookOf({ db, now }: World): Promise<string> {
  await db
    .prepare(
      `INSERT INTO webhook (uid, name, url, format, made_at) VALUES (?1, 'n8n', 'https://n8n.invalid/', 'standard', ?2)`,
    )
    .bind('webhook-one', now().toISOString())
    .run()
  return 'webhook-one'
}

/** Sessions of the team, mostly of whoever may do all, and what is none. */
async function cookiesFor(world: World): Promise<Pick<Network, 'cookies' | 'acting'>> {
  const sessions = await Promise.all(coordinators.map(({ email }) => signIn(world, email)))
  const [all = '', ...others] = sessions
  const cookies = [
    ...Array.from({ length: 6 }, () => all),
    ...others,
    ...others,
    `${all}x`,
    'relance_session=a.b',
    browserCookie,
  ]
  return { cookies, acting: sessions.filter((_, n) => mayDo(coordinators[n] ?? {}, { role: 'acts' })) }
}

/** A key for each thing that opens by one, and one of a region. */
async function keysFor({ db, now }: World): Promise<string[]> {
  const acting = { db, movement, actor: { kind: 'system' as const }, now: now() }
  const purposes = ['api', 'api/people', 'map', ...movement.lists.map(({ key }) => `lists/${key}`)]
  const keys = purposes.map((purpose, index) => ({ purpose, token: String(index).repeat(43), regions: null }))
  const regional = { purpose: 'api/people', token: 'r'.repeat(43), regions: [region] }
  for (const key of [...keys, regional]) await makeFeedKey(acting, { ...key, name: key.token.slice(0, 2) })
  return [...keys, regional].map(({ token }) => token)
}
