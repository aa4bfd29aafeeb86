import type { Text } from '../fr.ts'
import type { PartOf } from '../translation.ts'

export const passed: PartOf<Text['passed']> = {
  lead: 'Dit weten we over de groep. Pas aan wat veranderd is: de contactpersonen krijgen bericht.',
  about: (by, day, time) =>
    `${by} gaf je deze link door. Hij opent alleen deze gegevens, zonder de mensen, tot ${day} om ${time}.`,
  saved: 'Opgeslagen. Bedankt!',
  allRight: (by) => `Klopt alles? Zeg het aan ${by}: meer hoef je niet te doen.`,
  desk: {
    message: ({ to, group, url, from, movement }) =>
      `Dag${to === null ? '' : ` ${to}`}, wil je de gegevens van ${group} nakijken? Het duurt een minuut, zonder wachtwoord: ${url} De link werkt 48 uur. ${from}, ${movement}`,
  },
}
