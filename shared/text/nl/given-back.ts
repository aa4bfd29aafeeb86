import type { Text } from '../fr.ts'
import { showNumber } from '../number.ts'
import type { PartOf } from '../translation.ts'
import { plural } from './count.ts'

export const givenBack: PartOf<Text['givenBack']> = {
  title: 'Bij jou in de buurt',
  answered: (answered, asked) =>
    `Deze maand ${answered === 1 ? 'heeft' : 'hebben'} al ${plural(answered, 'groep', 'groepen')} geantwoord, van de ${showNumber(asked, 'nl')}.`,
  near: 'De groepen het dichtst bij jou',
  planned: 'Binnenkort, bij jou in de buurt',
  keep: {
    see: 'Een kopie van de gegevens bewaren',
    title: 'Een kopie bewaren',
    lead: 'Wat hier over je groep staat, is van jullie. Deze bestanden open je zonder Relance.',
    record: 'De gegevens, voor een spreadsheet (CSV)',
    history: 'De geschiedenis, voor een spreadsheet (CSV)',
    calendar: 'Wat de groep doet en plant, voor een agenda (ICS)',
    json: 'Alles, voor een programma (JSON)',
    subscribe: 'Je groepen volgen in je agenda',
    warning: 'In deze bestanden staan namen, adressen en telefoonnummers: houd ze binnen de groep.',
    columns: { part: 'Onderdeel', line: 'Regel', question: 'Vraag', answer: 'Antwoord' },
    changes: { day: 'Dag', by: 'Door', what: 'Wat', before: 'Eerst', after: 'Nu' },
  },
  calendar: {
    title: 'Je groepen in je agenda',
    lead: 'Een adres dat je agenda zelf blijft lezen: wat je groepen plannen, staat er altijd bijgewerkt in.',
    make: 'Maak het adres',
    address: 'Het adres van je agenda',
    how: 'Zoek in je agenda (Google Agenda, Thunderbird, Apple, Nextcloud…) naar “Agenda toevoegen via een adres”, en plak het daar. Op een telefoon:',
    open: 'Open in mijn agenda',
    secret: 'Wie dit adres heeft, ziet deze activiteiten. Meer kan niemand ermee doen.',
    again: 'Een ander adres maken',
    end: 'Het adres wissen',
    endHint: 'Per vergissing doorgegeven? Met een ander adres toont het oude niets meer.',
  },
}
