import type { Text } from '../fr.ts'
import { showNumber } from '../number.ts'
import type { PartOf } from '../translation.ts'
import { plural } from './count.ts'

export const givenBack: PartOf<Text['givenBack']> = {
  title: 'Bij jou in de buurt',
  answered: (answered, asked) =>
    `Deze maand ${answered === 1 ? 'heeft' : 'hebben'} al ${plural(answered, 'groep', 'groepen')} geantwoord, van de ${showNumber(asked, 'nl')}.`,
  near: 'De dichtste groepen',
  planned: 'Binnenkort, bij jou in de buurt',
  keep: {
    see: 'Een kopie van de gegevens bewaren',
    title: 'Een kopie bewaren',
    lead: 'Wat hier over je groep staat, is van jullie. Deze bestanden open je zonder Relance.',
    record: 'De gegevens, voor een rekenblad (CSV)',
    history: 'De geschiedenis, voor een rekenblad (CSV)',
    calendar: 'De activiteiten en vormingen, voor een agenda (ICS)',
    json: 'Alles, voor een programma (JSON)',
    warning: 'In deze bestanden staan namen, adressen en telefoonnummers: houd ze binnen de groep.',
    columns: { part: 'Onderdeel', line: 'Regel', question: 'Vraag', answer: 'Antwoord' },
    changes: { day: 'Dag', by: 'Door', what: 'Wat', before: 'Voordien', after: 'Nadien' },
  },
}
