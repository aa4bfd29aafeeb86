import { upsertCampaigns } from '#shared/db/campaigns.ts'
import { upsertPlaces } from '#shared/db/places.ts'
import { at, type FormState, inGroup, pau, press } from './form-steps.ts'
import { invite } from './invitations.ts'
import { moreFormStates } from './more-form-states.ts'
import type { Towns } from './movement.ts'
import type { World } from './world.ts'

/** Groups of which every state of the form can be had. */
export const stateTowns: Towns = {
  Pau: ['Lou', 'Sam'],
  Metz: ['Paul', 'Rose'],
  Dax: ['Noa'],
  Bayonne: ['Ada'],
  Tarbes: ['Ada', 'Max'],
  Foix: ['Eva', 'Léo'],
  Agde: ['Zoé'],
  Lens: ['Guy', 'Liv', 'Tom'],
  Sète: ['Uma', 'Ilo'],
  Auch: ['Ida'],
}

export async function makeCampaigns({ db, now }: World): Promise<void> {
  const campaigns = [
    { uid: 'campaign-tour', name: 'Tour 2026', held_on: '2026-06-01' },
    { uid: 'campaign-camp', name: 'Camp climat', held_on: '2026-08-19' },
    { uid: 'campaign-banks', name: 'Banques fossiles', held_on: '2025-05-24' },
    { uid: 'campaign-march', name: 'Marche climat', held_on: '2025-03-11' },
    { uid: 'campaign-old', name: 'Tour 2024', held_on: '2024-06-01' },
  ]
  await db.batch(upsertCampaigns(db, campaigns, now()))
}

/** Every state of every page of the form, reached as a person reaches it, by what it is. */
export const formStates: Readonly<Record<string, FormState>> = {
  home: at('/'),
  accessibility: at('/accessibility'),
  privacy: at('/privacy'),
  'sign-in': at('/sign-in'),
  'new-link': at('/new-link'),
  'new-link-wrong': async (page, world) => {
    await at('/new-link')(page, world)
    await page.getByLabel('Adresse mail').fill('lou at example')
    await press(page, 'Recevoir mon lien')
  },
  'new-link-sent': async (page, world) => {
    await at('/new-link')(page, world)
    await page.getByLabel('Adresse mail').fill('lou@example.org')
    await press(page, 'Recevoir mon lien')
  },
  'link-unknown': at(`/u/${'x'.repeat(43)}`),
  'link-expired': async (page, world) =>
    page.goto(await world.linkOf('Lou', { expiresAt: new Date(world.now().getTime() - 86_400_000) })),
  choice: async (page, world) => page.goto(await world.linkOf('Ada')),
  overview: inGroup('Lou', 'Pau'),
  identity: inGroup('Lou', 'Pau', '/identity'),
  referents: inGroup('Lou', 'Pau', '/referents'),
  activities: inGroup('Lou', 'Pau', '/activities'),
  campaigns: async (page, world) => {
    await inGroup('Lou', 'Pau', '/campaigns')(page, world)
    await page.getByText('2 campagnes plus anciennes').click()
  },
  trainings: inGroup('Lou', 'Pau', '/trainings'),
  lists: inGroup('Lou', 'Pau', '/lists'),
  'identity-wrong': async (page, world) => {
    await inGroup('Lou', 'Pau', '/identity')(page, world)
    await page.getByLabel('Date de création').fill('31/02/2019')
    await page.getByLabel('Personnes actives').fill('une trentaine')
    await press(page, 'Enregistrer')
  },
  'identity-asked': async (page, world) => {
    await inGroup('Lou', 'Pau', '/identity')(page, world)
    await page.getByLabel('Date de création').fill('demain')
    await page.getByLabel('Code postal').fill('00000')
    await page.getByLabel('Adresse mail publique').fill('contact@versailles.archipel.ogr')
    await press(page, 'Enregistrer')
    await page.getByText('3 choses à vérifier').waitFor()
  },
  'town-unknown': async (page, world) => {
    const place = { name: 'Bayonne', department: '64', region: 'Nouvelle-Aquitaine', latitude: 43.5, longitude: -1.5 }
    await world.db.batch(upsertPlaces(world.db, 'FR', [place]))
    await inGroup('Lou', 'Pau', '/identity')(page, world)
    await page.getByLabel('Ville').fill('Bayone')
    await press(page, 'Enregistrer')
  },
  'referents-wrong': async (page, world) => {
    await inGroup('Lou', 'Pau', '/referents')(page, world)
    await page.getByRole('button', { name: 'Ajouter une personne' }).click()
    await page.getByLabel('Prénom et nom').last().fill('Camille')
    await press(page, 'Enregistrer')
  },
  nobody: async (page, world) => {
    await inGroup('Noa', 'Dax', '/referents')(page, world)
    await page.getByLabel('Retirer Noa du groupe').check()
    await press(page, 'Enregistrer')
  },
  conflict: async (page, world) => {
    const members = page.getByLabel('Personnes actives')
    await inGroup('Paul', 'Metz', '/identity')(page, world)
    const other = await page.context().newPage()
    await inGroup('Rose', 'Metz', '/identity')(other, world)
    const theirs = 20 + Math.floor(Number(await members.inputValue()))
    await other.getByLabel('Personnes actives').fill(String(theirs))
    await press(other, 'Enregistrer')
    await other.close()
    await members.fill('50')
    await press(page, 'Enregistrer')
  },
  saved: async (page, world) => {
    await inGroup('Eva', 'Foix', '/trainings')(page, world)
    await page.getByLabel('Thème').last().fill('Animer une réunion')
    await page.getByLabel('Jour').last().fill('3 mai 2026')
    await press(page, 'Enregistrer')
  },
  confirmed: async (page, world) => {
    await inGroup('Max', 'Tarbes')(page, world)
    await press(page, 'Tout est juste')
  },
  'is-it-you': async (page, world) => {
    // As a robot's script does, once: what the debugger runs would count as pressed by somebody
    await page.addInitScript(() =>
      addEventListener('load', () => {
        if (!sessionStorage.getItem('pressed')) document.querySelector<HTMLFormElement>('main form')?.requestSubmit()
        sessionStorage.setItem('pressed', 'once')
      }),
    )
    await inGroup('Lou', 'Pau')(page, world)
    await page.getByText('Une dernière vérification').first().waitFor()
    await page.waitForLoadState()
  },
  unconfirmed: async (page, world) => {
    await inGroup('Ida', 'Auch')(page, world)
    await press(page, 'Tout est juste')
    await press(page, 'Annuler cette vérification')
  },
  'history-confirmed': inGroup('Ida', 'Auch', '/history'),
  history: inGroup('Eva', 'Foix', '/history'),
  keep: inGroup('Eva', 'Foix', '/keep'),
  calendar: async (page, world) => {
    await page.goto(`${await world.linkOf('Eva')}/calendar`)
    await press(page, 'Créer l’adresse')
  },
  part: inGroup('Lou', 'Pau', '/part'),
  leaving: inGroup('Lou', 'Pau', '/part?do=leave'),
  'leaving-last': inGroup('Noa', 'Dax', '/part?do=leave'),
  'not-mine': inGroup('Lou', 'Pau', '/part?do=not_mine'),
  'part-last': async (page, world) => {
    await inGroup('Noa', 'Dax', '/part?do=leave')(page, world)
    await press(page, 'Quitter le groupe')
  },
  named: async (page, world) => page.goto(await invite(world, 'Aïcha', { town: 'Pau', by: 'Lou' })),
  declined: async (page, world) => {
    await page.goto(await invite(world, 'Aline', { town: 'Pau', by: 'Lou' }))
    await press(page, 'Non, ou ce n’est pas moi')
  },
  me: async (page, world) => page.goto(`${await world.linkOf('Lou')}/me`),
  'me-unsure': async (page, world) => {
    await page.goto(`${await world.linkOf('Lou')}/me`)
    await press(page, 'Effacer mes données')
  },
  word: async (page, world) => page.goto(`${await world.linkOf('Lou')}/word?group=${pau}`),
  'word-empty': async (page, world) => {
    await page.goto(`${await world.linkOf('Lou')}/word?group=${pau}`)
    await press(page, 'Envoyer')
  },
  'not-me': async (page, world) => page.goto(`${await world.linkOf('Lou')}/not-me`),
  stopped: async (page, world) => {
    await page.goto(`${await world.linkOf('Lou')}/not-me`)
    await press(page, 'Arrêter ce lien')
  },
  unsubscribe: async (page, world) => page.goto((await world.linkOf('Lou')).replace('/u/', '/unsubscribe/')),
  'unsubscribed-last': async (page, world) => {
    await page.goto((await world.linkOf('Noa')).replace('/u/', '/unsubscribe/'))
    await press(page, 'Ne plus recevoir ces mails')
  },
  unsubscribed: async (page, world) => {
    await page.goto((await world.linkOf('Lou')).replace('/u/', '/unsubscribe/'))
    await press(page, 'Ne plus recevoir ces mails')
  },
  left: async (page, world) => {
    await inGroup('Léo', 'Foix', '/part?do=leave')(page, world)
    await press(page, 'Quitter le groupe')
  },
  ...moreFormStates,
}
