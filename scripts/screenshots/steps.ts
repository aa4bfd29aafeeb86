import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import movement from '#sample/movement.ts'
import type { ReceivedMessage } from '#scripts/mailbox/received-messages.ts'
import type { BrowserHarness } from './browser-harness.ts'

type Steps = (page: Page, harness: BrowserHarness) => Promise<void>

/** A group of the sample movement that has something in every section. */
const group = 'Archipel Dijon'

const addressOf = ({ to }: ReceivedMessage) => to[0]?.address ?? ''

/** What a mail leads to, here: its links are those of a movement that runs Relance somewhere. */
function linkIn({ text }: ReceivedMessage, { relance, origin }: BrowserHarness, path: string): string {
  const [link = ''] = new RegExp(`${relance.url}${path}\\S+`).exec(text) ?? []
  return link.replace(relance.url, () => origin)
}

/** The mail of the month of one of the group's referents. */
async function message({ mailbox }: BrowserHarness): Promise<ReceivedMessage> {
  const messages = await mailbox.messages.list()
  const [found] = messages
    .filter(({ subject }) => subject.startsWith(`${group}\u00a0:`))
    .sort((a, b) => addressOf(a).localeCompare(addressOf(b)))
  if (!found) throw new Error(`nobody of ${group} was written to`)
  return found
}

export const mail: Steps = async (page, harness) => {
  const { id } = await message(harness)
  await page.goto(`${harness.mailbox.webUrl}/mail/${id}/shown`)
}

export const mailboxPage: Steps = async (page, { mailbox }) => {
  await page.goto(mailbox.webUrl)
}

/** The form of the mail's link, or one of its pages by the end of its address. */
export const groupForm =
  (path?: string): Steps =>
  async (page, harness) => {
    await page.goto(linkIn(await message(harness), harness, '/u/'))
    if (!path) return
    const history = await page.locator('a[href$="/history"]').first().getAttribute('href')
    await page.goto(harness.origin + history?.replace(/history$/, () => path))
  }

/** A section that comes back with what is wrong. */
export const typedWrong: Steps = async (page, harness) => {
  await groupForm('identity')(page, harness)
  await page.locator('[name$=".founded_on"]').fill('31/02/2019')
  await page.locator('[name$=".active_members"]').fill('une trentaine')
  await page.locator('form[method=post] button[type=submit]').last().click()
  await page.getByRole('alert').waitFor()
}

/** A page of the dashboard, as a coordinator who has signed in sees it. */
export const coordinatorPage =
  (path: string): Steps =>
  async (page, harness) => {
    const session = sessions.get(harness) ?? signIn(page, harness)
    sessions.set(harness, session)
    await page.context().addCookies(await session)
    await page.goto(harness.origin + path)
  }

type Session = Awaited<ReturnType<BrowserContext['cookies']>>

/** Somebody may ask for a few sign-in links an hour only. */
const sessions = new WeakMap<BrowserHarness, Promise<Session>>()

async function signIn(page: Page, harness: BrowserHarness): Promise<Session> {
  const { mailbox, origin } = harness
  const address = movement.coordinators[0]?.email ?? ''
  await page.goto(`${origin}/sign-in`)
  await page.locator('input[type=email]').fill(address)
  await page.getByRole('main').getByRole('button').click()
  const end = Date.now() + patience
  while (mailbox.messages.deliveriesTo(address) === 0) {
    if (Date.now() > end) throw new Error('no sign-in mail came')
    await sleep(50)
  }
  const [mail] = await mailbox.messages.list(address)
  if (mail) await page.goto(linkIn(mail, harness, '/desk/sign-in/'))
  await page.getByRole('main').getByRole('button').click()
  const cookies = await page.context().cookies()
  return cookies.filter(({ name }) => name !== 'lang')
}

/** How long a mail may take, in milliseconds. */
const patience = 20_000
