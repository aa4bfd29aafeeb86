import type { Page } from 'playwright-core'
import { sessionCookie } from './dashboard.ts'
import { agree, putOnMap } from './feeds.ts'
import { type FormState, press } from './form-steps.ts'
import { addressOf, groupUid, personUid } from './movement.ts'
import { suppress } from './outbox.ts'
import { registerConfirmed } from './registrations.ts'
import type { World } from './world.ts'

/** Signs a coordinator in, and shows a group to visitors of the movement's site. */
export async function readyTeam(page: Page, world: World): Promise<void> {
  const cookie = await sessionCookie(world.db, { secret: await world.secret() }, world.now())
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: world.url }])
  await putOnMap(world, ['Pau', 'Metz'])
  await agree(world, 'Lou', ['name', 'phone'])
  await world.tick()
}

const at =
  (path: string): FormState =>
  (page, world) =>
    page.goto(`${world.url}${path}${path.includes('?') ? '&' : '?'}lang=fr`)

/** A program is connected; nothing is called before a cron runs. */
const connect: FormState = async (page, world) => {
  await at('/desk/webhooks')(page, world)
  await page.getByLabel('Quel programme').fill('n8n')
  await page.getByLabel('L’adresse que ce programme').fill('https://n8n.invalid/hook')
  await press(page, 'Brancher')
}

const metz = groupUid('Metz')

/** A link to a group's record, as whoever it was passed on to opens it; gives its address. */
async function openPassed(page: Page, world: World): Promise<string> {
  await at(`/desk/groups/${metz}/link`)(page, world)
  await press(page, 'Faire un lien')
  const url = await page.locator('#url').inputValue()
  await page.goto(`${url}?lang=fr`)
  return url
}

/** Every page of the desk and of what visitors find, as whoever uses it reaches it, by what it is. None of them needs the one before. */
export const teamStates: Readonly<Record<string, FormState>> = {
  desk: at('/desk'),
  'desk-done': at('/desk?done=erased'),
  'feed-keys': at('/desk/keys'),
  'feed-keys-wrong': async (page, world) => {
    await at('/desk/keys')(page, world)
    await press(page, 'Faire la clé')
  },
  'first-day': at('/desk/start'),
  'new-group': at('/desk/groups/new'),
  'new-group-alike': async (page, world) => {
    await at('/desk/groups/new')(page, world)
    await page.getByLabel('Nom du groupe').fill('Archipel Metz nord')
    await page.getByLabel('Ville').fill('Metz')
    await press(page, 'Enregistrer')
  },
  'new-group-nameless': async (page, world) => {
    await at('/desk/groups/new')(page, world)
    await press(page, 'Enregistrer')
  },
  bulk: at('/desk/bulk'),
  'group-table': at('/desk/table?column=name&column=state&column=active_members&column=networks&column=on_map'),
  'group-table-wrong': async (page, world) => {
    await at('/desk/table?column=active_members&column=website')(page, world)
    await page.locator(`[id="${metz}.active_members"]`).fill('beaucoup')
    await press(page, 'Enregistrer')
  },
  'group-table-conflict': async (page, world) => {
    const site = page.locator(`[id="${metz}.website"]`)
    await at('/desk/table?column=website')(page, world)
    const other = await page.context().newPage()
    await at('/desk/table?column=website')(other, world)
    await other.locator(`[id="${metz}.website"]`).fill(`https://metz-${Date.now()}.example.org`)
    await press(other, 'Enregistrer')
    await other.close()
    await site.fill('https://metz.example.org')
    await press(page, 'Enregistrer')
    await page.getByText('a corrigé la même chose').first().waitFor()
  },
  'desk-group': at(`/desk/groups/${metz}`),
  'desk-referents': at(`/desk/groups/${metz}/referents`),
  'desk-identity': at(`/desk/groups/${metz}/identity`),
  person: at(`/desk/people/${personUid('Paul')}`),
  'person-unsure': async (page, world) => {
    await at(`/desk/people/${personUid('Paul')}`)(page, world)
    await page.locator('summary', { hasText: 'Effacer' }).click()
    await press(page, 'Effacer')
  },
  calls: at('/desk/calls'),
  phones: at('/desk/phones'),
  'phones-found': at('/desk/phones?text=Lou'),
  unreached: async (page, world) => {
    await suppress(world.db, addressOf('Zoé'), 'hard_bounce', world.now())
    await at('/desk/unreached')(page, world)
    await page.getByRole('table').waitFor()
  },
  'group-call': at(`/desk/groups/${metz}/call`),
  'group-mails': at(`/desk/groups/${metz}/mails`),
  'merge-groups-which': at(`/desk/groups/${metz}/merge?q=Archipel`),
  'merge-groups': at(`/desk/groups/${metz}/merge/${groupUid('Pau')}`),
  'merge-people-which': at(`/desk/people/${personUid('Paul')}/merge?q=Lou`),
  'merge-people': at(`/desk/people/${personUid('Paul')}/merge/${personUid('Lou')}`),
  'move-person': at(`/desk/people/${personUid('Paul')}/move/${metz}`),
  'desk-find': at('/desk/find?q=Lou'),
  notes: at('/desk/notes'),
  month: at('/desk/month'),
  'month-word': at('/desk/month/word'),
  'month-question': at('/desk/month/question/2026-12'),
  sheets: at('/desk/sheets'),
  'desk-feeds': at('/desk/feeds'),
  sentences: at('/desk/settings/sentences'),
  'page-sentence': at('/desk/settings/sentences/pages/form.save'),
  'own-section-new': at('/desk/settings/asked/sections/new'),
  'desk-campaigns': at('/desk/campaigns'),
  'desk-campaign': at('/desk/campaigns/campaign-tour'),
  'mail-control': at('/desk/mails'),
  webhooks: at('/desk/webhooks'),
  'webhooks-wrong': async (page, world) => {
    await at('/desk/webhooks')(page, world)
    await page.getByLabel('L’adresse que ce programme').fill('http://localhost/hook')
    await press(page, 'Brancher')
  },
  'webhook-made': async (page, world) => {
    await connect(page, world)
  },
  webhook: async (page, world) => {
    await connect(page, world)
    await page.getByText('Faire un essai').click()
    await press(page, 'Faire un essai')
  },
  team: at('/desk/team'),
  settings: at('/desk/settings'),
  'settings-wrong': async (page, world) => {
    await at('/desk/settings/feeds')(page, world)
    await page.locator('[name="feeds.colour"]').fill('vert')
    await press(page, 'Enregistrer')
  },
  'settings-asked': at('/desk/settings/asked'),
  'settings-question': async (page, world) => {
    await at('/desk/settings/asked/questions/new')(page, world)
    await page.locator('[name="label.fr"]').fill('Combien de vélos ?')
    await page.locator('[name=type]').selectOption('number')
    await press(page, 'Essayer')
  },
  'settings-lists': at('/desk/settings/lists'),
  'settings-mail': at('/desk/settings/sentences/reminder'),
  'settings-changes': at('/desk/settings/changes'),
  'second-factor': at('/desk/second-factor'),
  'second-factor-wrong': async (page, world) => {
    await at('/desk/second-factor')(page, world)
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await press(page, 'Activer')
  },
  'team-wrong': async (page, world) => {
    await at('/desk/team')(page, world)
    await press(page, 'Inviter')
  },
  'team-invited': async (page, world) => {
    await at('/desk/team')(page, world)
    await page.getByLabel('Prénom et nom').fill('Sacha')
    await page.getByLabel('Adresse mail').fill('sacha@archipel.example.org')
    await page.getByLabel('Consulte le tableau de bord').check()
    await press(page, 'Inviter')
  },
  log: at('/desk/log?who=all'),
  addresses: at('/desk/addresses'),
  'desk-unknown': at('/desk/nothing'),
  find: at('/find'),
  'find-region': at('/find?region=Bretagne'),
  'find-nothing': at('/find?q=nowhere'),
  card: at(`/find/${groupUid('Pau')}`),
  contact: at(`/find/${groupUid('Pau')}/contact`),
  'contact-wrong': async (page, world) => {
    await at(`/find/${groupUid('Pau')}/contact`)(page, world)
    await press(page, 'Envoyer')
  },
  join: at('/join'),
  'join-wrong': async (page, world) => {
    await at('/join')(page, world)
    await press(page, 'Envoyer')
  },
  'pass-link': at(`/desk/groups/${metz}/link?for=${personUid('Paul')}`),
  'pass-link-made': async (page, world) => {
    await at(`/desk/groups/${metz}/link?for=${personUid('Paul')}`)(page, world)
    await press(page, 'Faire un lien')
  },
  passed: async (page, world) => {
    await openPassed(page, world)
  },
  'passed-section': async (page, world) => {
    await page.goto(`${await openPassed(page, world)}/identity`)
  },
  registrations: async (page, world) => {
    await registerConfirmed(world, { message: 'a', town: 'Metz' })
    await at('/desk/registrations')(page, world)
  },
  'registration-accepted': async (page, world) => {
    const uid = await registerConfirmed(world, { message: 'a', town: 'Metz' })
    await at(`/desk/registrations/${uid}`)(page, world)
  },
}
