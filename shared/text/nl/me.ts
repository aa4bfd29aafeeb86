import type { Text } from '../fr.ts'
import { showNumber } from '../number.ts'
import type { PartOf } from '../translation.ts'
import { plural } from './count.ts'

export const me: PartOf<Text['me']> = {
  see: 'Mijn gegevens, en wat iedereen kan zien',
  title: 'Mijn gegevens',
  publicTitle: 'Wat iedereen kan zien',
  publicLead: 'Niets over jou is openbaar zolang je het hier niet aanvinkt. Je kunt altijd van gedachten veranderen.',
  agree: {
    name: 'Openbaar maken, op de kaart van de groepen: mijn naam',
    email: 'Openbaar maken, op de kaart van de groepen: mijn mailadres',
    phone: 'Openbaar maken, op de kaart van de groepen: mijn telefoonnummer',
  },
  save: 'Mijn keuzes opslaan',
  saved: 'Je keuzes zijn opgeslagen',
  cardTitle: 'Dit toont de kaart',
  pin: 'Het punt op de kaart staat op de gemeente, nooit op een adres.',
  noPin: 'Nog geen punt op de kaart: we weten niet waar deze gemeente ligt.',
  notOnMap: (name) => `${name} staat niet op de kaart.`,
  keptTitle: 'Wat we bewaren',
  keptLead: 'Dit is alles, en in het bestand staan de details. Meer is er niet, en niemand volgt wat je opent.',
  kept: {
    since: 'Bij ons bekend sinds',
    language: 'Taal',
    noLanguage: 'niet gekozen',
    noMail: 'Onze mails',
    noMailReasons: {
      hard_bounce: 'gestopt: ze komen terug van je adres',
      complaint: 'gestopt: je hebt ze als spam gemeld',
      unsubscribed: 'gestopt, zoals je vroeg',
    },
    counted: (title, n) => `${title} (${showNumber(n, 'nl')})`,
    groups: 'Groepen',
    membership: (since, until) => (until ? `van ${since} tot ${until}` : `sinds ${since}`),
    lists: 'Mailinglijsten',
    consents: 'Wat openbaar mag zijn, met jouw akkoord',
    agreed: (since, until) => (until ? `akkoord op ${since}, ingetrokken op ${until}` : `akkoord op ${since}`),
    mails: 'Mails die we je stuurden',
    answers: 'Je antwoorden',
    answer: {
      updated: 'je hebt de gegevens aangepast',
      confirmed: 'je hebt gezegd dat alles klopt',
      paused: 'je hebt gezegd dat de groep op pauze staat',
      not_my_group: 'je hebt gezegd dat het niet jouw groep is',
    },
    corrections: 'Wat je hebt aangepast',
    changes: (n) => plural(n, 'aanpassing', 'aanpassingen'),
    words: 'Je berichten aan het team',
  },
  download: 'Mijn gegevens downloaden',
  eraseTitle: 'Mijn gegevens wissen',
  eraseLead:
    'Je bent dan van geen enkele groep nog contactpersoon, we schrijven je niet meer, en de geschiedenis van de groepen noemt je niet meer. Dit kan niet ongedaan worden gemaakt.',
  eraseLast: (group) => `Zonder jou kunnen we voor de groep ${group} naar niemand meer schrijven.`,
  eraseWho: (group) => `Zeg wie ${group} van je overneemt, of vink aan dat er voorlopig geen contactpersoon is.`,
  eraseNobody: (group) => `${group} heeft voorlopig geen contactpersoon`,
  eraseSure: 'Ja, wis alles wat jullie over mij bewaren',
  erase: 'Mijn gegevens wissen',
  eraseTick: 'Vink het vakje aan, zodat we zeker zijn.',
  erasedTitle: 'Je gegevens zijn gewist',
  erasedLead: 'Bedankt voor alles wat je deed. Deze link werkt niet meer.',
}
