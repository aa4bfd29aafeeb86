import type { Page } from 'playwright-core'
import { at, type FormState, inGroup, press } from './form-steps.ts'
import { invite, moveAway } from './invitations.ts'
import { addressOf, groupUid, personUid } from './movement.ts'
import type { World } from './world.ts'

const members = (page: Page) => page.getByLabel('Personnes actives')

async function correct(page: Page, world: World, value: string): Promise<void> {
  await inGroup('Uma', 'Sète', '/identity')(page, world)
  await members(page).fill(value)
  await press(page, 'Enregistrer')
}

/** Has somebody wait for the team whom Uma named. */
async function wait(world: World, name: string): Promise<void> {
  await invite(world, name, { town: 'Sète', by: 'Uma' })
  await world.db.prepare('UPDATE invitation SET waiting_at = invited_at').run()
}

/** Waits until this browser has kept what was typed. */
async function kept(page: Page, typed: string): Promise<void> {
  for (let looks = 0; looks < 100; looks++) {
    if ((await page.evaluate(() => JSON.stringify(localStorage))).includes(typed)) return
    await page.waitForTimeout(100)
  }
  throw new Error('the browser kept no draft')
}

/** Leaves a form open until its page is too old. */
const age = (page: Page) =>
  page
    .locator('main form input[name=page]')
    .evaluateAll((inputs) => inputs.map((input) => input.setAttribute('value', 'old')))

const waysBack = new WeakMap<World, string>()

/** Where Zoé takes her address back, once it was moved. */
async function wayBack(world: World): Promise<string> {
  const link = waysBack.get(world) ?? (await moveAway(world, 'Zoé', { town: 'Agde' }))
  waysBack.set(world, link)
  return link
}

/** What people come by once in a while: what is refused, offered back, taken back, and what others did. */
export const moreFormStates: Readonly<Record<string, FormState>> = {
  'sign-in-sent': async (page, world) => {
    await at('/sign-in')(page, world)
    await page.getByLabel('Adresse mail').fill('camille@archipel.example.org')
    await press(page, 'Recevoir un lien de connexion')
  },
  'link-revoked': async (page, world) => page.goto(await world.linkOf('Lou', { revokedAt: world.now() })),
  'page-old': async (page, world) => {
    await inGroup('Uma', 'Sète', '/identity')(page, world)
    await members(page).fill('31')
    await age(page)
    await press(page, 'Enregistrer')
  },
  'row-added': async (page, world) => {
    await inGroup('Uma', 'Sète', '/activities')(page, world)
    await page.getByRole('button', { name: 'Ajouter une activité' }).click()
    await page.getByText('Activité 2').waitFor()
  },
  'draft-offered': async (page, world) => {
    await inGroup('Uma', 'Sète', '/trainings')(page, world)
    await page.getByLabel('Thème').fill('Prise de parole')
    await kept(page, 'Prise de parole')
    await inGroup('Uma', 'Sète', '/trainings')(page, world)
    await page.getByRole('button', { name: 'Reprendre où j’en étais' }).waitFor()
  },
  'history-undone': async (page, world) => {
    await correct(page, world, '41')
    await inGroup('Ilo', 'Sète', '/history')(page, world)
    await press(page, 'Annuler cette correction')
  },
  'history-partly': inGroup('Ilo', 'Sète', '/history?undone=partly'),
  'history-nothing': async (page, world) => {
    await correct(page, world, '42')
    await inGroup('Ilo', 'Sète', '/history')(page, world)
    const other = await page.context().newPage()
    await correct(other, world, '43')
    await other.close()
    await press(page, 'Annuler cette correction')
  },
  'too-many': async (page, world) => {
    await inGroup('Uma', 'Sète', '/identity')(page, world)
    await members(page).fill('44')
    await press(page, 'Enregistrer')
    await page.goBack()
    await world.db.prepare('UPDATE submission_count SET submissions = 120').run()
    await press(page, 'Enregistrer')
    await world.db.prepare('DELETE FROM submission_count').run()
  },
  'consents-saved': async (page, world) => {
    await world.db.prepare('UPDATE local_group SET on_map = 1 WHERE uid = ?1').bind(groupUid('Sète')).run()
    await page.goto(`${await world.linkOf('Uma')}/me`)
    await page.getByLabel('Rendre public, sur la carte des groupes : mon nom').check()
    await press(page, 'Enregistrer mes choix')
  },
  answered: async (page, world) => {
    await inGroup('Guy', 'Lens')(page, world)
    await press(page, 'Tout est juste')
    await inGroup('Liv', 'Lens')(page, world)
    await page.getByText('Guy a déjà répondu').waitFor()
  },
  accepted: async (page, world) => {
    await page.goto(await invite(world, 'Aïcha', { town: 'Lens', by: 'Guy' }))
    await press(page, 'Oui, je suis d’accord')
  },
  removed: async (page, { db, linkOf, now }) => {
    const link = await linkOf('Tom')
    await db.batch([
      db
        .prepare(
          `UPDATE mail SET kind = 'farewell', since_number = 1, group_id = (SELECT id FROM local_group WHERE uid = ?1)
           WHERE id = (SELECT max(id) FROM mail)`,
        )
        .bind(groupUid('Lens')),
      db
        .prepare('UPDATE referent SET until_at = ?2 WHERE person_id = (SELECT id FROM person WHERE uid = ?1)')
        .bind(personUid('Tom'), now().toISOString()),
    ])
    await page.goto(link)
    await page.getByText('Vous ne l’êtes plus').waitFor()
  },
  'language-kept': async (page, world) => {
    await inGroup('Liv', 'Lens')(page, world)
    await press(page, 'English')
  },
  'word-sent': async (page, world) => {
    await page.goto(`${await world.linkOf('Ilo')}/word?group=${groupUid('Sète')}`)
    await page.getByLabel('Votre mot').fill('Merci !')
    await press(page, 'Envoyer')
  },
  'subscribed-again': async (page, world) => {
    await page.goto((await world.linkOf('Ilo')).replace('/u/', '/unsubscribe/'))
    await press(page, 'Ne plus recevoir ces mails')
    await press(page, 'Recevoir de nouveau ces mails')
  },
  'unsubscribed-before': async (page, world) => {
    const address = (await world.linkOf('Ilo')).replace('/u/', '/unsubscribe/')
    await page.goto(address)
    await press(page, 'Ne plus recevoir ces mails')
    await page.goto(address)
    await page.getByRole('heading', { name: 'Vous ne recevez plus nos mails' }).waitFor()
  },
  'unsubscribed-form': async (page, world) => {
    await inGroup('Ilo', 'Sète')(page, world)
    await page.getByText('Vous ne recevez plus nos mails mensuels').waitFor()
    await world.db.prepare('DELETE FROM suppression WHERE address = ?1').bind(addressOf('Ilo')).run()
  },
  waiting: async (page, world) => {
    await wait(world, 'Ida')
    await inGroup('Uma', 'Sète')(page, world)
    await page.getByText('Nous n’avons pas encore écrit à Ida').waitFor()
  },
  'waiting-form': async (page, world) => {
    await inGroup('Uma', 'Sète', '/referents')(page, world)
    await page.getByText('En attente de l’équipe').waitFor()
    await world.db.prepare('DELETE FROM invitation').run()
  },
  paused: async (page, world) => {
    await inGroup('Zoé', 'Agde', '/part')(page, world)
    await press(page, 'Mettre le groupe en pause')
  },
  asleep: inGroup('Zoé', 'Agde'),
  'part-asleep': inGroup('Zoé', 'Agde', '/part'),
  woken: async (page, world) => {
    await inGroup('Zoé', 'Agde', '/part')(page, world)
    await press(page, 'Réveiller le groupe')
  },
  // Of one word that is longer than a small phone is wide
  'long-name': async (page, world) => {
    const rename = (name: string) =>
      world.db.prepare('UPDATE person SET name = ?2 WHERE uid = ?1').bind(personUid('Ada'), name).run()
    await rename('Wolfeschlegelsteinhausenbergerdorff')
    await page.goto(`${await world.linkOf('Ada')}/not-me`)
    await page.getByText('Wolfeschlegel').first().waitFor()
    await rename('Ada')
  },
  'long-choice': async (page, world) => {
    const rename = (name: string) =>
      world.db.prepare('UPDATE local_group SET name = ?2 WHERE uid = ?1').bind(groupUid('Bayonne'), name).run()
    await rename('Unterstützungsgemeinschaftsversammlung')
    await page.goto(await world.linkOf('Ada'))
    await page.getByText('Unterstützungs').first().waitFor()
    await rename('Archipel Bayonne')
  },
  'address-nothing': async (page, world) => page.goto(`${await world.linkOf('Ilo')}/address`),
  'address-moved': async (page, world) => page.goto(await wayBack(world)),
  'address-taken-back': async (page, world) => {
    await page.goto(await wayBack(world))
    await press(page, 'Non, reprendre mon adresse')
  },
  'erase-unsure': async (page, world) => {
    await page.goto(`${await world.linkOf('Zoé')}/me`)
    await press(page, 'Effacer mes données')
  },
  erased: async (page, world) => {
    await page.goto(`${await world.linkOf('Zoé')}/me`)
    await page.getByLabel('Archipel Agde n’a plus de référent·e').check()
    await page.getByLabel('Oui, effacer tout').check()
    await press(page, 'Effacer mes données')
  },
}
