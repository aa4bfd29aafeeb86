import type { D1Database, ScheduledController } from '@cloudflare/workers-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectTrusting } from '#hosts/node/connect.ts'
import sample from '#sample/movement.config.ts'
import { type Mailbox, startMailbox } from '#scripts/mailbox/mailbox.ts'
import { linkPath } from '#shared/domain/link.ts'
import { defineMovement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import { byHand, readSheet } from '#tests/support/browser.ts'
import { sessionCookie } from '#tests/support/dashboard.ts'
import { openDatabase } from '#tests/support/database.ts'
import { makeLink } from '#tests/support/links.ts'
import { groupUid, makeGroups, personUid } from '#tests/support/movement.ts'
import { createDashboard } from '#workers/dashboard/index.tsx'
import { createForms } from '#workers/forms/index.tsx'
import { createReminders } from '#workers/reminders/index.ts'

const now = new Date('2026-12-01T10:00:00+01:00')
const secret = 'a secret of at least thirty-two letters'

const british = defineMovement({
  ...sample,
  name: 'Chapters United',
  languages: ['en'],
  timeZone: 'Europe/London',
  country: 'GB',
  sender: { name: 'The network team', address: 'team@chapters.example.net', replyTo: 'team@chapters.example.net' },
  coordinators: [{ name: 'Ash', email: 'ash@chapters.example.net' }],
  lists: [{ key: 'bulletin', label: { en: 'The bulletin' } }],
})

/** The three workers of a movement, over a database of its own, in this very process. */
async function startMovement(fixed: SomeSettings, mailbox: Mailbox) {
  const { db, close } = await openDatabase()
  await makeGroups(db, { Pau: ['Lou', 'Sam'] }, new Date('2026-11-01T00:00:00Z'))
  const env = {
    DB: db,
    PUBLIC_URL: 'http://localhost',
    LINK_SECRET: secret,
    CLOCK: now.toISOString(),
    READING_MS: '0',
    MAIL_URL: mailbox.smtpUrl,
  }
  const forms = createForms(fixed)
  const dashboard = createDashboard(fixed)
  const reminders = createReminders(fixed, { connect: connectTrusting([]), log: () => undefined })
  const link = linkPath.update(await makeLink(db, 'Lou', { secret, expiresAt: new Date('2027-01-01') }, now))
  return {
    db,
    close,
    fixed,
    mailbox,
    link,
    forms: async (path: string, init?: RequestInit) => forms.fetch(new Request(`http://localhost${path}`, init), env),
    dashboard: async (path: string, of = fixed) => {
      const [coordinator] = of.coordinators ?? []
      const headers = { cookie: await sessionCookie(db, { secret, email: coordinator?.email ?? '' }, now) }
      return dashboard.fetch(new Request(`http://localhost${path}`, { headers }), env)
    },
    tick: (at: Date) => reminders.scheduled({ scheduledTime: at.getTime() } as ScheduledController, env),
  }
}

type Started = Awaited<ReturnType<typeof startMovement>>
let french: Started
let english: Started
beforeAll(async () => {
  const mailboxes = await Promise.all([1, 2].map(() => startMailbox({ smtpPort: 0, webPort: 0 })))
  const [first, second] = mailboxes
  if (!first || !second) throw new Error('two mailboxes')
  french = await startMovement(sample, first)
  english = await startMovement(british, second)
})
afterAll(async () => {
  for (const { close, mailbox } of [french, english]) {
    await close()
    await mailbox.stop()
  }
})

const textOf = async (response: Promise<Response>) => (await response).text()

describe('two movements in one process', () => {
  test('each have their name and their languages on every page', async () => {
    expect(await textOf(french.forms('/'))).toMatch(
      /<html lang="fr"[\s\S]*Archipel[\s\S]*hreflang="en"|hreflang="en"[\s\S]*Archipel/,
    )
    const home = await textOf(english.forms('/'))
    expect(home).toContain('<html lang="en"')
    expect(home).toContain('Chapters United')
    expect(home).not.toMatch(/hreflang|Archipel/)
    expect(await textOf(english.dashboard('/dashboard'))).toContain('Chapters United')
    expect(await textOf(french.dashboard('/dashboard'))).not.toContain('Chapters')
  })

  test('each read a phone as their country writes it', async () => {
    const typed = async ({ forms, link, db }: Started, phone: string) => {
      const path = `${link}/${groupUid('Pau')}/referents`
      const { fields } = await readSheet(await forms(path))
      const control = `${personUid('Lou')}.phone`
      const body = new URLSearchParams([
        ...fields.filter(([name]) => name !== control),
        [control, phone],
        ['do', 'save'],
      ])
      const { status } = await forms(path, { method: 'POST', body, headers: byHand })
      return [status, await phoneOf(db)]
    }
    expect(await typed(french, '06 12 34 56 78')).toEqual([303, '+33612345678'])
    expect(await typed(english, '07911 123456')).toEqual([303, '+447911123456'])
  })

  test('each ask about their own mailing lists', async () => {
    const asked = ({ forms, link }: Started) => textOf(forms(`${link}/${groupUid('Pau')}/lists`))
    expect(await asked(french)).toContain('Annonces du mouvement')
    const lists = await asked(english)
    expect(lists).toContain('The bulletin')
    expect(lists).not.toContain('Annonces')
  })

  test('each let in their own coordinators', async () => {
    expect((await french.dashboard('/dashboard')).status).toBe(200)
    expect((await english.dashboard('/dashboard')).status).toBe(200)
    expect((await english.dashboard('/dashboard', sample)).status).toBe(401)
  })

  test('each write to their own people, as themselves', async () => {
    for (const { tick } of [french, english]) {
      await tick(new Date('2026-11-30T10:00:00+01:00'))
      await tick(now)
    }
    const [ours] = await french.mailbox.messages.list()
    const [theirs] = await english.mailbox.messages.list()
    expect(ours?.from).toMatchObject([{ address: 'reseau@archipel.example.org' }])
    expect(theirs?.from).toMatchObject([{ address: 'team@chapters.example.net' }])
    expect(theirs?.text).toContain('The network team')
    expect(theirs?.text).not.toContain('équipe réseau')
  })
})

async function phoneOf(db: D1Database): Promise<string | null> {
  return db.prepare('SELECT phone FROM person WHERE uid = ?1').bind(personUid('Lou')).first<string>('phone')
}
