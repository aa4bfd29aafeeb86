import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '#tests/support/axe.ts'
import { makeCampaigns } from '#tests/support/form-states.ts'
import { groupUid } from '#tests/support/movement.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World
let browser: Browser

beforeAll(async () => {
  world = await startWorld({
    round: '2026-12',
    towns: { Pau: ['Lou', 'Sam'], Dax: ['Noa'], Foix: ['Eva'], Metz: ['Rose'], Agde: ['Ana'] },
  })
  await makeCampaigns(world)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

const phone = { locale: 'fr-FR', viewport: { width: 390, height: 844 } }

async function withBrowser(
  options: Parameters<Browser['newContext']>[0],
  use: (context: BrowserContext) => Promise<void>,
) {
  const context = await browser.newContext({ ...phone, ...options })
  context.setDefaultTimeout(20_000)
  await use(context)
  await context.close()
}

const section = async (name: string, town: string, path: string) =>
  `${await world.linkOf(name)}/${groupUid(town)}/${path}`
const trainings = (town: string) =>
  world.db
    .prepare(
      'SELECT theme, attendees FROM training WHERE group_id = (SELECT id FROM local_group WHERE uid = ?1) ORDER BY theme',
    )
    .bind(groupUid(town))
    .all()
    .then(({ results }) => results)

/** What the keyboard is on, as a screen reader would say it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null
    return (element?.innerText || element?.getAttribute('name') || element?.id || element?.tagName || '')
      .split('\n')[0]
      ?.replace(/\s/g, ' ')
  })

async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if ((await focused(page))?.match(name)) return
  }
  throw new Error(`the keyboard never reaches ${name}`)
}

describe('somebody without a mouse', () => {
  test('corrects a mistake from the summary, saves with Enter, and is told', async () => {
    await withBrowser({}, async (context) => {
      const page = await context.newPage()
      await page.goto(await world.linkOf('Lou'))
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('Aller au contenu')
      await page.keyboard.press('Enter')
      await tabTo(page, /^Tout est juste/)
      await tabTo(page, /^Corriger/)
      await page.keyboard.press('Enter')
      await page.waitForURL(/identity/)
      await tabTo(page, /founded_on/)
      await page.keyboard.type('le 32 mai')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      await expect.poll(() => focused(page), { timeout: 10_000 }).toBe('Il y a une chose à corriger')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await focused(page)).toMatch(/founded_on/)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('3 mai 2019')
      await page.keyboard.press('Enter')
      await page.waitForURL(/done=saved/)
      await expect.poll(() => focused(page), { timeout: 10_000 }).toBe('C’est enregistré : Le groupe')
    })
  })
})

describe('somebody without a mouse, in every section,', () => {
  const byKeyboard = (use: (page: Page) => Promise<void>) =>
    withBrowser({}, async (context) => use(await context.newPage()))
  const told = (page: Page) => page.getByText(/^C’est enregistré|^Vos choix sont enregistrés/).waitFor()

  test('adds a training beside another', async () => {
    await byKeyboard(async (page) => {
      await page.goto(await section('Ana', 'Agde', 'trainings'))
      await tabTo(page, /theme/)
      await page.keyboard.type('Prise de parole')
      await page.keyboard.press('Tab')
      await page.keyboard.type('hier')
      await tabTo(page, /^Ajouter une formation/)
      await page.keyboard.press('Enter')
      expect(await focused(page)).toMatch(/theme/)
      await page.keyboard.type('Animation')
      await page.keyboard.press('Tab')
      await page.keyboard.type('3 mai')
      await page.keyboard.press('Enter')
      await told(page)
      expect(await trainings('Agde')).toMatchObject([{ theme: 'Animation' }, { theme: 'Prise de parole' }])
    })
  })

  test('says how the group took part in a campaign', async () => {
    await byKeyboard(async (page) => {
      await page.goto(await section('Ana', 'Agde', 'campaigns'))
      await tabTo(page, /campaign-tour\.role/)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toMatch(/campaign-tour\.people/)
      await page.keyboard.type('30')
      await page.keyboard.press('Enter')
      await told(page)
      expect(await world.db.prepare('SELECT role, people FROM participation').first()).toMatchObject({ people: 30 })
    })
  })

  test('names a new referent', async () => {
    await byKeyboard(async (page) => {
      await page.goto(await section('Ana', 'Agde', 'referents'))
      await tabTo(page, /^Ajouter une personne/)
      await page.keyboard.press('Enter')
      await page.keyboard.type('Yann Le Goff')
      await page.keyboard.press('Tab')
      await page.keyboard.type('yann@example.org')
      await page.keyboard.press('Enter')
      await told(page)
      expect(await world.db.prepare("SELECT name FROM invitation WHERE email = 'yann@example.org'").first('name')).toBe(
        'Yann Le Goff',
      )
    })
  })

  test('makes a name public, and takes it back', async () => {
    await byKeyboard(async (page) => {
      await page.goto(`${await world.linkOf('Ana')}/me`)
      for (const standing of [1, 0]) {
        await tabTo(page, /^name$/)
        await page.keyboard.press('Space')
        await tabTo(page, /^Enregistrer mes choix/)
        await page.keyboard.press('Enter')
        await page.waitForURL(/done=saved/)
        await told(page)
        expect(await world.db.prepare('SELECT count(*) AS n FROM consent WHERE withdrawn_at IS NULL').first('n')).toBe(
          standing,
        )
        await page.goto(page.url().replace('?done=saved', ''))
      }
    })
  })
})

describe('a browser without scripts', () => {
  test('changes the language in the middle of a form, and finds what they typed', async () => {
    await withBrowser({ javaScriptEnabled: false }, async (context) => {
      const page = await context.newPage()
      await page.goto(await section('Rose', 'Metz', 'trainings'))
      await page.getByLabel('Thème').fill('Écoute')
      await page.getByLabel('Jour').fill('hier')
      await page.getByRole('button', { name: 'English' }).click()
      expect(await page.getByLabel('Theme').inputValue()).toBe('Écoute')
      await page.getByLabel('Theme').press('Enter')
      await page.getByText('Saved: Trainings').waitFor()
      await page.getByText('30 November 2026').first().waitFor()
      expect(await page.context().cookies()).toEqual([])
    })
    const kept = "SELECT language FROM person WHERE email = 'rose@example.org'"
    expect(await world.db.prepare(kept).first('language')).toBe('en')
    await world.db.prepare('UPDATE person SET language = NULL').run()
  })

  test('adds rows, changes and removes them, and confirms', async () => {
    await withBrowser({ javaScriptEnabled: false }, async (context) => {
      const page = await context.newPage()
      await page.goto(await section('Noa', 'Dax', 'trainings'))
      await page.getByLabel('Thème').fill('Prise de parole')
      await page.getByLabel('Jour').fill('3 mai 2026')
      await page.getByRole('button', { name: 'Ajouter une formation' }).click()
      await page.getByText('Formation 2').waitFor()
      expect(await page.getByLabel('Thème').first().inputValue()).toBe('Prise de parole')
      await page.getByLabel('Thème').last().fill('Animation')
      await page.getByLabel('Jour').last().fill('2026-06-04')
      await page.getByLabel('Combien de personnes formées ?').last().fill('12')
      await page.getByRole('button', { name: 'Enregistrer' }).last().click()
      await page.getByText('C’est enregistré').waitFor()
      await page.getByRole('link', { name: /Corriger, Formations/ }).click()
      await page.getByLabel(/Supprimer «\sPrise de parole\s»/).check()
      await page.getByRole('button', { name: 'Enregistrer' }).last().click()
      await page.getByText('C’est enregistré').waitFor()
      expect(await trainings('Dax')).toEqual([{ theme: 'Animation', attendees: 12 }])
      await page.getByRole('button', { name: 'Tout le reste est juste' }).first().click()
      await page.getByText('Merci, c’est noté').waitFor()
    })
  })
})

describe('what was typed and not saved', () => {
  test('is offered back when the page was closed, with its added rows, until it is saved', {
    timeout: 180_000,
  }, async () => {
    await withBrowser({}, async (context) => {
      const page = await context.newPage()
      await page.goto(await section('Eva', 'Foix', 'trainings'))
      await page.getByLabel('Thème').fill('Prise de parole')
      await page.getByLabel('Jour').fill('3 mai 2026')
      await page.getByRole('button', { name: 'Ajouter une formation' }).click()
      await page.getByLabel('Thème').last().fill('Animation')
      await page.getByLabel('Jour').last().fill('4 mai 2026')
      await expect
        .poll(() => page.evaluate(() => JSON.stringify(localStorage)), { timeout: 10_000 })
        .toContain('4 mai 2026')
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('/u/')
      await page.close()
      // Another mail, another link, another day
      const later = await context.newPage()
      await later.goto(await section('Eva', 'Foix', 'trainings'))
      await later.getByRole('button', { name: 'Reprendre où j’en étais' }).click()
      expect(await later.getByLabel('Thème').last().inputValue()).toBe('Animation')
      await later.getByRole('button', { name: 'Enregistrer' }).last().click()
      await later.getByText('C’est enregistré').waitFor()
      expect(await trainings('Foix')).toMatchObject([{ theme: 'Animation' }, { theme: 'Prise de parole' }])
      await later.getByRole('link', { name: /Corriger, Formations/ }).click()
      await later.getByLabel('Thème').first().waitFor()
      expect(await later.getByRole('button', { name: 'Reprendre où j’en étais' }).isVisible()).toBe(false)
    })
  })

  test('is offered back beside what somebody else corrected meanwhile, and does not undo it', {
    timeout: 180_000,
  }, async () => {
    await withBrowser({}, async (context) => {
      const page = await context.newPage()
      await page.goto(await section('Lou', 'Pau', 'identity'))
      await page.getByLabel('Personnes actives').fill('77')
      await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage)), { timeout: 10_000 }).toContain('77')
      const other = await browser.newContext(phone)
      const sams = await other.newPage()
      await sams.goto(await section('Sam', 'Pau', 'identity'))
      await sams.getByLabel('Code postal').fill('64000')
      await sams.getByRole('button', { name: 'Enregistrer' }).last().click()
      await sams.getByText('C’est enregistré').waitFor()
      await other.close()
      await page.goto(await section('Lou', 'Pau', 'identity'))
      await page.getByRole('button', { name: 'Reprendre où j’en étais' }).click()
      await page.getByRole('button', { name: 'Enregistrer' }).last().click()
      await page.getByText('C’est enregistré').waitFor()
      expect(
        await world.db
          .prepare('SELECT active_members, postcode FROM local_group WHERE uid = ?1')
          .bind(groupUid('Pau'))
          .first(),
      ).toEqual({ active_members: 77, postcode: '64000' })
    })
  })

  test('is offered back of a word to the team too, until it is sent', async () => {
    await withBrowser({}, async (context) => {
      const page = await context.newPage()
      await page.goto(`${await world.linkOf('Sam')}/word?group=${groupUid('Pau')}`)
      // Gone at once, as when a thumb slips
      await page.getByLabel('Votre mot').fill('Une idée pour le camp')
      await page.goto(`${await world.linkOf('Sam')}/word?group=${groupUid('Pau')}`)
      await page.getByRole('button', { name: 'Reprendre où j’en étais' }).click()
      expect(await page.getByLabel('Votre mot').inputValue()).toBe('Une idée pour le camp')
      await page.getByRole('button', { name: 'Envoyer' }).click()
      await page.getByText('Merci, c’est envoyé').waitFor()
      await expect.poll(() => page.evaluate(() => localStorage.length), { timeout: 10_000 }).toBe(0)
    })
  })

  test('leaves once, however often the button is pressed', async () => {
    await withBrowser({}, async (context) => {
      const page = await context.newPage()
      const posts: string[] = []
      page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
      await page.goto(await section('Rose', 'Metz', 'identity'))
      await page.getByLabel('Personnes actives').fill('31')
      await page.getByRole('button', { name: 'Enregistrer' }).last().dblclick()
      await page.getByText('C’est enregistré').waitFor()
      expect(posts).toHaveLength(1)
    })
  })
})
