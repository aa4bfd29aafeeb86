import type { D1Database } from '@cloudflare/workers-types'
import { beforeEach, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { readSheet, type Sheet, textOf } from '#tests/support/browser.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { groupUid, makeGroups } from '#tests/support/movement.ts'
import { makeStep } from '#tests/support/rounds.ts'
import { createDashboard } from '#workers/dashboard/index.tsx'
import { createDesk } from '#workers/desk/index.tsx'

const secret = 'a secret of at least thirty-two characters'
const now = new Date('2026-12-03T09:00:00Z')
const fixed = {
  ...sample,
  coordinators: [
    { name: 'Camille', email: 'camille@archipel.example.org' },
    { name: 'Maël', email: 'mael@archipel.example.org', role: 'acts' as const },
    { name: 'Robin', email: 'robin@archipel.example.org', role: 'reads' as const },
  ],
}
const desk = createDesk(fixed)
const dashboard = createDashboard(fixed)
let db: D1Database
beforeEach(async () => {
  const opened = await openDatabase()
  db = opened.db
  return () => opened.close()
})

async function look(path: string, name = 'camille'): Promise<Sheet> {
  const cookie = await sessionCookie(db, { secret, email: `${name}@archipel.example.org` }, now)
  const env = { DB: db, PUBLIC_URL: 'http://localhost', LINK_SECRET: secret, CLOCK: now.toISOString() }
  const worker = path.startsWith('/desk') ? desk : dashboard
  return readSheet(await worker.fetch(new Request(`http://localhost${path}`, { headers: { cookie } }), env))
}

test('an empty Relance leads whoever acts to its first day, and says to others who can', async () => {
  const page = await look('/dashboard')
  expect(page.html).toContain('<a class="button" href="/desk/start">')
  expect((await look('/desk')).html).toContain('<a class="button" href="/desk/start">')
  const others = await look('/dashboard', 'robin')
  expect(others.html).not.toContain('/desk/start')
  expect(textOf(others)).toContain('Une personne de l’équipe peut ajouter les groupes')
})

test('says that whoever is added by hand hears of it at once, before the last step', async () => {
  expect(textOf(await look('/desk/start'))).toMatch(
    /Le mail mensuel ne part pas avant la dernière.*prévenue tout de suite/,
  )
})

test('each step says what is there, and leads to where it is done', async () => {
  const empty = await look('/desk/start')
  expect(textOf(empty)).toContain('Ajouter vos groupes · à faire')
  expect(textOf(empty)).toContain('Les mails viennent de « Archipel, équipe réseau », pour Archipel')
  for (const to of [
    '/desk/settings',
    '/desk/groups/new',
    '/desk/sheets',
    '/desk/mails',
    '/desk/mails#round',
    '/desk/settings/calendar',
  ])
    expect(empty.html).toContain(`href="${to}"`)
  expect(empty.html).not.toMatch(/href="\/desk\/groups\/[^"]*\/mail"/)
  await makeGroups(db, { Pau: ['Lou'], Dax: [] }, now)
  const begun = await look('/desk/start')
  expect(textOf(begun)).toContain('Ajouter vos groupes · fait')
  expect(textOf(begun)).toContain('2 groupes, dont 1 avec quelqu’un à qui écrire')
  expect(begun.html).toContain(`href="/desk/groups/${groupUid('Pau')}/mail"`)
  expect(textOf(begun)).toContain('Les premiers mails partiront le 5 janvier 2027 à 09:00')
  expect((await look('/dashboard')).html).toContain('href="/desk/start"')
  expect((await look('/desk/mails')).html).toMatch(/id="round".*value="open"/s)
  await makeStep(db, '2026-12', 'invitation', now)
  const opened = await look('/desk/start')
  expect(textOf(opened)).toContain('La première mise à jour est partie')
  expect(opened.html).not.toContain('/desk/mails#round')
  expect(opened.html).toMatch(/href="\/dashboard">Suivre les réponses/)
  expect((await look('/desk')).html).not.toContain('href="/desk/start"')
  expect((await look('/dashboard')).html).not.toContain('href="/desk/start"')
})

test('whoever acts, and does not administer, is led to no page that is not theirs', async () => {
  const empty = await look('/desk/start', 'mael')
  expect(empty.html).not.toContain('href="/desk/sheets"')
  expect(textOf(empty)).toContain('Confiez-le à une personne qui administre Relance')
  await makeGroups(db, { Pau: ['Lou'] }, now)
  const page = await look('/desk/start', 'mael')
  const links = [...page.html.matchAll(/href="(\/d[^"?]*)"/g)].map(([, to = '']) => to)
  expect(links.length).toBeGreaterThan(5)
  for (const to of new Set(links)) expect([to, (await look(to, 'mael')).status]).toEqual([to, 200])
})

test('the month’s mail is read from where it is added to and from where it is held, as soon as there is a group', async () => {
  expect((await look('/desk/mails')).html).toContain('href="/desk/month#read"')
  const empty = await look('/desk/month')
  expect(empty.html).toContain('id="read"')
  expect(textOf(empty)).toContain('Il faut d’abord un groupe avec quelqu’un à qui écrire')
  await makeGroups(db, { Pau: ['Lou'] }, now)
  const mail = `/desk/groups/${groupUid('Pau')}/mail`
  expect((await look('/desk/month')).html).toContain(`href="${mail}"`)
  expect((await look(mail)).status).toBe(200)
})

test('where nobody could be written to, a group that has come since is not said to be without a referent', async () => {
  await makeGroups(db, { Dax: [] }, new Date('2026-11-01T08:00:00Z'))
  await makeStep(db, '2026-12', 'invitation', new Date('2026-12-01T08:00:00Z'))
  await makeGroups(db, { Pau: ['Lou'] }, new Date('2026-12-02T08:00:00Z'))
  const page = textOf(await look('/dashboard'))
  expect(page).toContain('Nous n’avons écrit à personne ce mois-ci')
  expect(page).toContain('à l’ouverture. Les groupes qui en ont depuis reçoivent le prochain mail.')
})
