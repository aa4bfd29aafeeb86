import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { townsOf } from '#scripts/import/towns.ts'
import type { ReceivedMessage } from '#scripts/mailbox/received-messages.ts'
import { fr as signInWords } from '#shared/mail/kinds/sign_in/fr.ts'
import { fr as askWords } from '#shared/mail/parts/ask/fr.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import { closeBrowser, expectAccessible, openPage, recordOrigins } from '#tests/support/browser-page.ts'
import { coordinator } from '#tests/support/dashboard.ts'
import { importPaths, sampleFiles } from '#tests/support/importing.ts'
import { readOutbox } from '#tests/support/outbox.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// The whole of it on real parts: sheets, workers, SMTP, a mailbox and a browser; only the clock stands still.

const text = textIn('fr', ourWords)

let world: World
/** Who was written to about one group alone, in the order of their addresses. */
let invitations: { address: string; group: string }[]
/** Each state is inspected once: scripts leave what is shown as it is. */
let inspects = true

beforeAll(async () => {
  world = await startWorld({ sends: true, clock: '2026-12-01T09:30:00+01:00' })
  await importPaths(world.db, sampleFiles, { townsOf: () => townsOf('FR'), now: new Date('2026-11-20T10:00:00Z') })
  // The sender is there before the first Tuesday of December: it opens the round by itself
  await world.tick(new Date('2026-11-30T12:00:00+01:00'))
  await tickUntilSent()
  const messages = await world.mailbox.messages.list()
  invitations = messages
    .map((message) => ({
      address: addressOf(message),
      group: /^(Archipel .+)\u00a0: /.exec(message.subject)?.[1] ?? '',
    }))
    .filter(({ group }) => group !== '')
    .sort((a, b) => a.address.localeCompare(b.address))
})
afterAll(async () => {
  await closeBrowser()
  await world.stop()
})

const addressOf = (message: ReceivedMessage) => message.to[0]?.address ?? ''

/** Ticks as long as that makes a mail leave. */
async function tickUntilSent(at?: Date): Promise<void> {
  for (let before = ''; ; ) {
    await world.tick(at)
    const after = JSON.stringify(await readOutbox(world.db))
    if (after === before) return
    before = after
  }
}

test('every referent of an active group gets one mail on the first Tuesday', async () => {
  const outbox = await readOutbox(world.db)
  expect(new Set(outbox.map(({ kind, round, state }) => `${round} ${kind} ${state}`))).toEqual(
    new Set(['2026-12 invitation sent']),
  )
  expect([...world.mailbox.messages.deliveries.values()].every((count) => count === 1)).toBe(true)
  expect(world.mailbox.messages.deliveries.size).toBe(outbox.length)
  expect(outbox.length).toBeGreaterThan(150)
})

describe.each([
  { scripts: 'without scripts', javaScriptEnabled: false, which: 0 },
  { scripts: 'with scripts', javaScriptEnabled: true, which: 1 },
])('in a real browser $scripts,', ({ javaScriptEnabled, which }) => {
  test('a referent opens the mail, types something wrong, corrects it, and the coordinator sees the change', async () => {
    inspects = !javaScriptEnabled
    const { address, group } = invitations[which] ?? { address: '', group: '' }
    const inbox = await openPage({ javaScriptEnabled })
    const origins = recordOrigins(inbox)
    await openMessage(inbox, address)
    const page = await clickInMessage(inbox, askWords.check.one)
    await expect.poll(() => heading(page)).toBe(group)
    await readable(page)
    await typeWrong(page)
    await correct(page)
    await finish(page)
    await page.context().close()

    const computer = await openPage({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })
    const deskOrigins = recordOrigins(computer)
    const desk = await signIn(computer)
    await findChange(desk, group)
    await desk.context().close()
    expect([...origins, ...deskOrigins].filter((origin) => !ours().includes(origin))).toEqual([])
  }, 240_000)
})

const readable = async (page: Page) => inspects && expectAccessible(page)

const ours = () => [world.url, world.mailbox.webUrl, 'data:', 'null']
const heading = async (page: Page) => (await page.locator('h1').first().textContent())?.trim()
const field = (page: Page, name: string) => page.locator(`[name$=".${name}"]`)
/** The first of that name: a long page has its button at both ends. */
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

/** Finds somebody's mail in the mailbox page, and opens it. */
async function openMessage(page: Page, address: string): Promise<void> {
  await page.goto(world.mailbox.webUrl)
  await page.getByRole('searchbox').fill(address)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?q=/)
  await readable(page)
  await page.locator('ol.letters a').first().click()
  await page.waitForURL(/\/mail\//)
  await readable(page)
}

/**
 * Clicks where the mail shows this link, and gives the window that it opens. The frame of a mail runs no script, not even the debugger's: the same mail beside it
 * tells where the link is.
 */
async function clickInMessage(page: Page, name: string): Promise<Page> {
  const frame = page.locator('iframe')
  await frame.scrollIntoViewIfNeeded()
  const shown = (await frame.boundingBox()) ?? expect.fail('no mail is shown')
  const beside = await page.context().newPage()
  await beside.setViewportSize({ width: Math.round(shown.width), height: Math.round(shown.height) })
  await beside.goto(`${page.url()}/shown`)
  const link = (await beside.getByRole('link', { name }).first().boundingBox()) ?? expect.fail(`no link ${name}`)
  await beside.close()
  const height = page.viewportSize()?.height ?? 0
  await page.evaluate((by) => window.scrollBy(0, by), Math.round(shown.y + link.y - height / 2))
  const { x, y } = (await frame.boundingBox()) ?? shown
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    page.mouse.click(x + link.x + link.width / 2, y + link.y + link.height / 2),
  ])
  await opened.waitForURL(/^http/)
  return opened
}

const typed = {
  founded_on: '31/02/2019',
  active_members: 'une trentaine',
  website: 'groupe.example.org',
  public_email: 'groupe@example.org',
}

async function typeWrong(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Corriger.*Le groupe$/ }).click()
  await expect.poll(() => heading(page)).toBe(movement.sections.ours.group.words.form.heading.fr)
  await readable(page)
  for (const [name, value] of Object.entries(typed)) await field(page, name).fill(value)
  await press(page, text.form.save)
  const summary = page.getByRole('alert')
  await expect.poll(() => summary.textContent()).toContain('cette date n’existe pas dans le calendrier')
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
  for (const [name, value] of Object.entries(typed)) expect(await field(page, name).inputValue()).toBe(value)
  await readable(page)
  await summary.getByRole('link').first().click()
  expect(await page.evaluate(() => location.hash)).toMatch(/\.(founded_on|active_members)$/)
}

async function correct(page: Page): Promise<void> {
  await field(page, 'founded_on').fill('27 mars 2019')
  await field(page, 'active_members').fill('31')
  await press(page, text.form.save)
  const notice = page.getByRole('status')
  await expect.poll(() => notice.textContent()).toContain(text.form.savedTitle('Le groupe'))
  expect(await page.locator('main').textContent()).toContain('27 mars 2019')
  await readable(page)
}

async function finish(page: Page): Promise<void> {
  await press(page, text.form.restRight)
  await expect.poll(() => page.getByRole('status').textContent()).toContain(text.form.thanksTitle)
  await readable(page)
}

/** Asks for a link with the coordinator's address, and follows it from the mailbox. */
async function signIn(page: Page): Promise<Page> {
  await page.goto(`${world.url}/dashboard`)
  await readable(page)
  await page.getByRole('link', { name: text.problem.signIn }).click()
  await page.locator('input[type=email]').fill(coordinator)
  const before = world.mailbox.messages.deliveriesTo(coordinator)
  await page.getByRole('main').getByRole('button').click()
  await expect.poll(() => world.mailbox.messages.deliveriesTo(coordinator)).toBe(before + 1)
  await readable(page)
  await openMessage(page, coordinator)
  const desk = await clickInMessage(page, signInWords.open)
  await readable(desk)
  await desk.getByRole('main').getByRole('button').first().click()
  await expect.poll(() => desk.url()).toBe(`${world.url}/dashboard`)
  await readable(desk)
  return desk
}

async function findChange(page: Page, group: string): Promise<void> {
  await page.goto(`${world.url}/dashboard/changes`)
  await readable(page)
  await page.getByRole('link', { name: group }).first().click()
  await expect.poll(() => page.locator('main .kicker').textContent()).toContain(group)
  const said = (await page.locator('main').textContent()) ?? ''
  expect(said).toContain('31')
  expect(said).toContain('27 mars 2019')
  expect(said).toContain('groupe.example.org')
  await readable(page)
}

test('afterwards whoever corrected something gets a receipt, and the next tick sends nothing', async () => {
  const later = new Date('2026-12-01T10:30:00+01:00')
  await tickUntilSent(later)
  const sent = (await readOutbox(world.db)).filter(({ state }) => state === 'sent')
  expect(sent.filter(({ kind }) => kind === 'receipt')).toHaveLength(2)
  const before = new Map(world.mailbox.messages.deliveries)
  await world.tick(later)
  expect(new Map(world.mailbox.messages.deliveries)).toEqual(before)
})
