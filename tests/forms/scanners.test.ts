import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { openBrowser } from '#tests/support/axe.ts'
import { byHand, open, type Sheet, submit, textOf } from '#tests/support/browser.ts'
import { type Door, openDoor, silentHeaders } from '#tests/support/old-browser.ts'
import { startWorld, type World } from '#tests/support/world.ts'

// What mail programs and their protections do with a link before, or instead of, the person; see decision 0005.
let world: World
let browser: Browser

beforeAll(async () => {
  // However late they press: no time is too short to have read a page
  world = await startWorld({ round: '2026-12', towns: { Pau: ['Lou', 'Sam'] } })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

const said = async () => {
  const tables = ['answer', 'section_check', 'suppression', 'revision', 'consent', 'note']
  const counts = await Promise.all(
    tables.map((table) => world.db.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')),
  )
  return Object.fromEntries(tables.map((table, index) => [table, counts[index]]))
}
const nothingSaid = { answer: 0, section_check: 0, suppression: 0, revision: 1, consent: 0, note: 0 }

/** The links of a mail: the page, and the way out. */
const linksOfMail = async () => {
  const link = await world.linkOf('Lou')
  return [link, link.replace('/u/', '/unsubscribe/')]
}
const linksIn = ({ html, url }: Sheet) =>
  [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, path = '']) => new URL(path, url).href)

/** Opens a mail's links and all that they lead to; says which pages. */
async function follow(headers: Record<string, string>, { asksFirst = false } = {}): Promise<Set<string>> {
  const seen = new Set<string>()
  const queue = await linksOfMail()
  for (const url of queue) {
    if (seen.has(url) || seen.size > 30) continue
    seen.add(url)
    if (asksFirst) await open(url, { method: 'HEAD', headers })
    queue.push(...linksIn(await open(url, { headers })))
  }
  return seen
}

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

describe('programs that look', () => {
  test.each([
    ['Microsoft Safe Links, when somebody clicks: HEAD, then GET', 'Microsoft Office/16.0 (Microsoft Outlook)', true],
    ['Proofpoint URL Defense, before delivery and at the click', chrome, false],
    ['Mimecast URL Protect, at the click, HEAD first', chrome, true],
    ['Barracuda Link Protection, which clicks every link of a mail', `${chrome} Barracuda`, false],
    [
      'Google-Safety, which looks for malware behind links',
      'Mozilla/5.0 (compatible; Google-Safety; +http://www.google.com/bot.html)',
      false,
    ],
  ])('%s: answer for nobody', async (_, agent, asksFirst) => {
    const seen = await follow({ 'user-agent': agent }, { asksFirst })
    expect(seen.size).toBeGreaterThan(8)
    expect(await said()).toEqual(nothingSaid)
  })

  test.each([
    ['Slack', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', { range: 'bytes=0-32768' }],
    ['Facebook and Messenger', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', {}],
    ['WhatsApp, and Signal, which calls itself so', 'WhatsApp/2', {}],
    ['Telegram', 'TelegramBot (like TwitterBot)', {}],
    ['Teams and Skype', 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5', {}],
  ])('a chat’s preview (%s) is given no text nor picture to show, and answers for nobody', async (_, agent, more) => {
    const [link = ''] = await linksOfMail()
    const page = await open(link, { headers: { 'user-agent': agent, ...more } })
    expect(page.html).not.toMatch(/property="og:|name="(description|twitter)|<img/)
    expect(await said()).toEqual(nothingSaid)
  })

  test('an antivirus that asks again for every page its person opens answers for nobody', async () => {
    const [link = ''] = await linksOfMail()
    for (const path of ['', '/group-pau/referents', '/me', '/me?done=saved', '/group-pau?done=all']) {
      const headers = { 'user-agent': chrome, accept: 'text/html', 'sec-fetch-site': 'none', 'sec-fetch-user': '?1' }
      await open(link + path, { headers })
      await open(link + path, { headers: { 'user-agent': chrome } })
    }
    expect(await said()).toEqual(nothingSaid)
  })
})

describe('programs that press', () => {
  test('at once, with every header of a hand, are asked to press again', async () => {
    const quick = await startWorld({ round: '2026-12', readingMs: 2000, towns: { Pau: ['Lou', 'Sam'] } })
    const page = await open(await quick.linkOf('Lou'))
    const confirmed = await submit(page, { section: null }, `${page.url}/group-pau`)
    const saved = await submit(await open(`${page.url}/group-pau/identity`))
    const left = await submit(await open(page.url.replace('/u/', '/unsubscribe/')), { do: 'stop' })
    expect([confirmed.status, saved.status, left.status]).toEqual([400, 400, 400])
    expect(textOf(confirmed)).toContain('Appuyez encore une fois')
    const answers = () => quick.db.prepare('SELECT count(*) AS n FROM answer').first('n')
    expect(await answers()).toBe(0)
    // What somebody typed is theirs, however quick: no program types
    const typed = await submit(await open(`${page.url}/group-pau/identity`), { 'group-pau.active_members': '41' })
    expect(textOf(typed)).toContain('C’est enregistré')
    expect(await answers()).toBe(1)
    await quick.stop()
  })

  test('without a browser (PhantomJS of an old gateway), late, on every form and every question after it, answer for nobody', async () => {
    const [link = ''] = await linksOfMail()
    const paths = ['', '/group-pau/identity', '/group-pau/part?do=leave', '/me', '/not-me', '/word']
    const targets: Readonly<Record<string, string>> = { '': '/group-pau' }
    const actions: Readonly<Record<string, string>> = { '/group-pau/part?do=leave': 'leave' }
    for (const path of paths) {
      const page = await open(link + path)
      const send = (fields: Sheet['fields']) =>
        open(link + (targets[path] ?? path), {
          method: 'POST',
          body: new URLSearchParams([...fields, ['do', actions[path] ?? 'save']]),
        })
      const typed = page.fields.map(([name, value]): [string, string] => [name, name === 'body' ? 'test' : value])
      const asked = await send(typed)
      expect([path, textOf(asked)]).toEqual([path, expect.stringContaining('Une dernière vérification')])
      expect(textOf(await send(asked.fields))).toContain('Cochez la case')
    }
    expect(await said()).toEqual(nothingSaid)
  })

  test('as one that says it has a hand, from no page of ours, answer for nobody', async () => {
    const link = await world.linkOf('Lou')
    const body = new URLSearchParams({ page: 'old', by: 'hand', me: 'oui', seen: 'old' })
    expect((await open(`${link}/group-pau`, { method: 'POST', body, headers: byHand })).status).toBe(400)
    expect(await said()).toEqual(nothingSaid)
  })

  /**
   * Loads a link in a real browser that does `action` on each page by itself, four times, and gives what it was answered. Nothing looks
   * into the page meanwhile: what a debugger runs counts as pressed by somebody.
   */
  async function detonate(link: string, action: string): Promise<number[]> {
    const context = await browser.newContext({ locale: 'fr-FR', userAgent: chrome })
    const page = await context.newPage()
    const answered: number[] = []
    page.on('response', (response) => response.request().method() === 'POST' && answered.push(response.status()))
    await page.addInitScript(`addEventListener('load', () => setTimeout(() => {
      const times = Number(sessionStorage.getItem('times') ?? 0)
      sessionStorage.setItem('times', String(times + 1))
      if (times < 4) { ${action} }
    }, 50))`)
    await page.goto(link)
    await expect.poll(() => answered.length, { timeout: 20_000 }).toBe(4)
    await context.close()
    return answered
  }

  test.each([
    ['the first button of a page', 'document.querySelector("main button")?.click()'],
    ['every button of a page', 'for (const button of document.querySelectorAll("main button")) button.click()'],
    ['no button but send its first form', 'document.querySelector("main form")?.requestSubmit()'],
    [
      'no button but send its last form, past what listens',
      '[...document.querySelectorAll("main form")].at(-1)?.submit()',
    ],
  ])(
    'in a real browser with scripts (Defender for Office 365 detonation), however late: %s: answer for nobody',
    { timeout: 180_000 },
    async (_, action) => {
      const [link = ''] = await linksOfMail()
      expect(await detonate(link, action)).toEqual([400, 400, 400, 400])
      expect(await said()).toEqual(nothingSaid)
    },
  )

  test('with a real browser’s own mouse, late, where the browser says that it is driven', {
    timeout: 180_000,
  }, async () => {
    const context = await browser.newContext({ locale: 'fr-FR' })
    const page = await context.newPage()
    await page.addInitScript('Object.defineProperty(Navigator.prototype, "webdriver", { get: () => true })')
    await page.goto(await world.linkOf('Lou'))
    await page.getByRole('button', { name: 'Tout est juste' }).first().click()
    await page.getByText('Une dernière vérification').first().waitFor()
    await context.close()
    expect(await said()).toEqual(nothingSaid)
  })
})

describe('a person', () => {
  let door: Door
  /** Goes to Lou's group in a browser that is silent about who presses, reads, and goes on. */
  async function session(
    silent: RegExp,
    options: BrowserContextOptions,
    use: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<void>,
  ) {
    door = await openDoor(world.url, silent)
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 }, ...options })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    const link = await world.linkOf('Lou')
    await page.goto(link.replace(world.url, door.url))
    await use(page)
    await context.close()
    await door.close()
  }
  const answers = () => world.db.prepare('SELECT count(*) AS n FROM answer').first<number>('n')
  const forget = () =>
    world.db.batch([world.db.prepare('DELETE FROM answer'), world.db.prepare("UPDATE group_check SET checks = '{}'")])

  test.each([
    ['an iPhone’s Safari, which does not say who pressed', silentHeaders.safari],
    ['a browser of before 2020, which says nothing', silentHeaders.old],
  ])('with %s answers by one press, since our script says it', async (_, silent) => {
    await session(silent, {}, async (page) => {
      await page.getByRole('button', { name: 'Tout est juste' }).first().click()
      await page.getByText('Merci, c’est noté').waitFor()
    })
    expect(await answers()).toBe(1)
    await forget()
  })

  test('without scripts in such a browser is asked once, is shown what will be written, and loses nothing', {
    timeout: 180_000,
  }, async () => {
    await session(silentHeaders.old, { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('link', { name: /Corriger, Le groupe/ }).click()
      await page.getByLabel('Personnes actives').fill('31')
      await page.getByRole('button', { name: 'Enregistrer' }).last().click()
      await page.getByText('Une dernière vérification').first().waitFor()
      expect(await page.getByRole('main').innerText()).toMatch(/12\s*→[\s\S]*31/)
      await page.getByLabel('Oui, c’est moi, Lou').check()
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.getByText('C’est enregistré').waitFor()
    })
    expect(
      await world.db.prepare("SELECT active_members FROM local_group WHERE uid = 'group-pau'").first('active_members'),
    ).toBe(31)
    await forget()
  })

  test('without scripts in Safari changes the language of what they typed, and keeps it with the next press that is theirs', {
    timeout: 180_000,
  }, async () => {
    const language = () => world.db.prepare("SELECT language FROM person WHERE uid = 'person-lou'").first('language')
    await session(silentHeaders.safari, { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('link', { name: 'Un mot à l’équipe' }).click()
      await page.getByLabel('Votre mot').fill('Nous déménageons')
      await page.getByRole('button', { name: 'English' }).click()
      expect(await page.getByLabel('Your note').inputValue()).toBe('Nous déménageons')
      await page.getByRole('link', { name: 'Go back without sending' }).click()
      await page.getByRole('link', { name: /Change, The group/ }).click()
      expect(await language()).toBe(null)
      await page.getByLabel('Active members').fill('32')
      await page.getByLabel('Town').press('Enter')
      await page.getByLabel('Yes, it is me, Lou').check()
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Saved: The group').waitFor()
      expect(await page.context().cookies()).toEqual([])
    })
    expect(await language()).toBe('en')
    await world.db.prepare('UPDATE person SET language = NULL').run()
    await forget()
  })

  test('who reads, then presses, has answered', async () => {
    const page = await open(await world.linkOf('Lou'))
    const body = new URLSearchParams({ page: page.fields.find(([name]) => name === 'page')?.[1] ?? '' })
    const pressed = await open(`${page.url}/group-pau`, { method: 'POST', body, headers: byHand })
    expect(textOf(pressed)).toContain('Merci, c’est noté')
    expect(await said()).toMatchObject({ answer: 1, section_check: movement.sections.names.length })
  })
})
