import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import config from '#sample/movement.config.ts'
import { textOf } from '#tests/support/browser.ts'
import { clearDatabase, openDatabase } from '#tests/support/database.ts'
import { DeskPages } from '#tests/support/desk-pages.ts'
import { makeGroups } from '#tests/support/movement.ts'
import { suppress } from '#tests/support/outbox.ts'

const now = new Date('2026-12-03T09:00:00Z')
const coordinators = [
  { name: 'Camille', email: 'camille@archipel.example.org' },
  { name: 'Sacha', email: 'sacha@archipel.example.org', regions: ['Bretagne'] },
]
let db: D1Database
let close: () => Promise<void>
let desk: DeskPages
beforeAll(async () => {
  ;({ db, close } = await openDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await clearDatabase(db)
  await makeGroups(db, { Pau: ['Lou', 'Sam'], Dax: ['Noa', 'Lou'], Brest: ['Zoé'], Gap: [], Metz: [] }, now)
  await db.batch([
    db.prepare(`UPDATE local_group SET region = 'Bretagne' WHERE town = 'Brest'`),
    db.prepare(`UPDATE local_group SET public_email = 'gap@example.org' WHERE town = 'Gap'`),
  ])
  desk = new DeskPages(db, now, { ...config, coordinators })
})

async function written(query = '', email?: string) {
  const { page } = await desk.look(`/desk/addresses${query}`, await desk.signIn(email))
  const typed = /<textarea[^>]*>\s*([^<]*)<\/textarea>/.exec(page.html)?.[1] ?? ''
  return { page, emails: typed === '' ? [] : typed.split(', ') }
}

describe('whoever writes to groups from their own mail program', () => {
  test('copies each address once, of those who get our mails; a group of nobody by its public one', async () => {
    await suppress(db, 'sam@example.org', 'unsubscribed', now)
    const { page, emails } = await written()
    expect(emails).toEqual(['zoe@example.org', 'noa@example.org', 'lou@example.org', 'gap@example.org'])
    expect(textOf(page)).toContain('4 adresses, 4 groupes')
    expect(textOf(page)).toMatch(/Sans adresse \(1\) Archipel Metz/)
    expect(page.html).toContain('href="mailto:?bcc=zoe%40example.org,noa%40example.org')
  })

  test('never has an address that is not written to, be it also the public one of a group', async () => {
    await db.prepare(`UPDATE local_group SET public_email = 'lou@example.org' WHERE town = 'Metz'`).run()
    await db.prepare(`DELETE FROM referent WHERE person_id IN (SELECT id FROM person WHERE name = 'Lou')`).run()
    await suppress(db, 'lou@example.org', 'unsubscribed', now)
    const { page, emails } = await written()
    expect(emails).not.toContain('lou@example.org')
    expect(textOf(page)).toMatch(/Sans adresse \(1\) Archipel Metz/)
  })

  test('has those of a filter, which the list of groups leads to', async () => {
    expect((await written('?region=Bretagne')).emails).toEqual(['zoe@example.org'])
    expect((await written('?text=nulle-part')).emails).toEqual([])
  })

  test('of some regions has those of these regions', async () => {
    expect((await written('', 'sacha@archipel.example.org')).emails).toEqual(['zoe@example.org'])
  })
})
