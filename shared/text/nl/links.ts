import type { Text } from '../fr.ts'
import type { PartOf } from '../translation.ts'

export const newLink: PartOf<Text['newLink']> = {
  title: 'Stuur me mijn link',
  lead: 'Vul het mailadres in waarop je onze mails krijgt. We sturen er meteen een nieuwe link naartoe.',
  send: 'Stuur me mijn link',
  sentTitle: 'Kijk in je mailbox',
  sentLead: 'Is dit het adres van een contactpersoon, dan is er net een nieuwe link naartoe gegaan.',
  sentNext: 'Na een paar minuten nog niets? Kijk bij de spam, probeer een ander adres van jou, of schrijf ons.',
}

export const signIn: PartOf<Text['signIn']> = {
  title: 'Open het dashboard',
  lead: 'Voor het team dat het netwerk ondersteunt. Vul je mailadres in: we sturen je een link, een wachtwoord is niet nodig.',
  send: 'Stuur me een link om in te loggen',
  sentTitle: 'Kijk in je mailbox',
  sentLead:
    'Is dit een adres van het team, dan is er net een link vertrokken. Open hem in deze browser, binnen een kwartier.',
  sentNext:
    'Komt er niets? Open in deze browser de laatste inlogmail die je kreeg, ook een oude: die pagina stuurt een nieuwe. Heb je er nooit een gekregen, vraag dan aan wie Relance beheert om je aan het team toe te voegen.',
  openTitle: 'Inloggen',
  openLead: (name) => `Dag ${name}. Druk één keer, en je bent ingelogd in deze browser, voor hoogstens twaalf uur.`,
  open: 'Inloggen',
}

export const unsubscribe: PartOf<Text['unsubscribe']> = {
  title: 'Geen mails meer van ons',
  lead: (movement) =>
    `Eén druk, en je krijgt geen maandelijkse mails van ${movement} meer, voor geen enkele van je groepen.`,
  button: 'Deze mails stopzetten',
  other:
    'Verlaat je de groep, of neemt iemand het over? Zeg het dan bij de gegevens van de groep: zo weten we naar wie we schrijven.',
  toGroup: 'Naar de gegevens van mijn groep',
  doneTitle: 'Genoteerd: je krijgt de maandelijkse mail niet meer',
  doneLead: 'Was dat een vergissing? Druk één keer en het is ongedaan gemaakt.',
  stoppedTitle: 'Je krijgt onze mails niet meer',
  stoppedLead: 'Dat heb je zelf gevraagd, of je mailprogramma deed het voor jou. Druk één keer en je krijgt ze weer.',
  stopped:
    'Je krijgt onze maandelijkse mails niet meer: dat heb je zelf gevraagd, of je mailprogramma deed het voor jou.',
  back: 'Deze mails weer krijgen',
  backTitle: 'Genoteerd, we schrijven je weer',
  backLead: 'Je krijgt de volgende maandelijkse mail.',
  onlyYou: (group) => `Voor ${group} schrijven we alleen naar jou`,
  nobodyLeft: (group) => `Niemand krijgt nog onze mails voor ${group}`,
  nobodyLeftLead:
    'Als we naar niemand kunnen schrijven, verouderen de gegevens van de groep en moet het team je bellen. Kan iemand het overnemen?',
  nameSomebody: 'Iemand anders opgeven',
}

export const notMe: PartOf<Text['notMe']> = {
  whose: (name) => `Dit is de link van ${name}.`,
  see: 'Ben jij dat niet?',
  title: 'Is dit niet jouw link?',
  lead: (name) =>
    `Deze link is naar ${name} gestuurd: wat je hier aanpast, staat op naam van ${name}. Je kunt de link stopzetten: dan sturen we ${name} een nieuwe.`,
  button: 'Deze link stopzetten',
  other: (name) =>
    `Zit je in dezelfde groep? Vraag aan ${name} om je toe te voegen als contactpersoon: dan krijg je je eigen link.`,
  back: (name) => `Ik ben ${name}, terug naar de groep`,
  stoppedTitle: 'Deze link werkt niet meer',
  stoppedLead: (name) => `Bedankt dat je het zegt. Er is een nieuwe link onderweg naar ${name}.`,
}

export const hand: PartOf<Text['hand']> = {
  title: 'Nog één controle',
  lead: 'Vink het vakje aan en sla op. Zo antwoordt geen robot in jouw plaats.',
  what: 'Dit slaan we op',
  itIsMe: (name) => (name ? `Ja, ik ben het, ${name}` : 'Ja, ik ben het'),
  save: 'Opslaan',
  tick: 'Vink het vakje aan en druk op “Opslaan”',
}
