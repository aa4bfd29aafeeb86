import type { Text } from '../fr.ts'
import { showNumber } from '../number.ts'
import type { PartOf } from '../translation.ts'
import { plural } from './count.ts'

export const find: PartOf<Text['find']> = {
  title: 'Vind een groep',
  search: 'Je gemeente of postcode',
  go: 'Zoeken',
  map: (groups) => `Kaart: ${plural(groups, 'groep', 'groepen')}`,
  point: (name, groups) => (groups < 2 ? name : `${name} en nog ${showNumber(groups - 1, 'nl')}`),
  all: 'De groepen per regio',
  groups: (n) => plural(n, 'groep', 'groepen'),
  noRegion: 'Andere groepen',
  nearest: (place) => `De groepen het dichtst bij ${place}`,
  named: (text) => `Groepen voor “${text}”`,
  nothing: (text) => `We vinden “${text}” niet.`,
  nothingNext: 'Probeer een gemeente in de buurt, of kies je regio.',
  kilometres: (n) => (n < 1 ? 'op minder dan een kilometer' : `op ${showNumber(Math.round(n), 'nl')} km`),
  none: 'Er is nog geen groep om te tonen.',
  back: 'Alle groepen',
  more: (n) => `Alleen de eerste ${showNumber(n, 'nl')}: zoek je gemeente om de andere te zien.`,
  contact: 'Schrijf naar deze groep',
  website: 'Website',
  people: 'Wie je kunt bereiken',
  unknown: 'Deze groep is hier niet',
  unknownNext: 'De groep is misschien veranderd, of wil niet meer getoond worden.',
  form: {
    title: (group) => `Schrijf naar ${group}`,
    faultTitle: (title) => `Te verbeteren: ${title}`,
    faultsTitle: 'Te verbeteren',
    lead: 'We sturen je een mail om te bevestigen dat jij het bent. Daarna krijgt de groep je bericht, en antwoordt je rechtstreeks.',
    name: 'Je naam',
    email: 'Je mailadres',
    trap: 'Laat dit veld leeg',
    body: 'Je bericht',
    consent: (movement) =>
      `Mijn naam, mijn adres en mijn bericht mogen naar deze groep worden gestuurd. ${movement} wist ze na 60 dagen.`,
    send: 'Versturen',
    fault: {
      consent: 'Vink het vakje aan, anders mogen we niets doorgeven.',
      again: 'Er is niets verloren: lees je bericht nog eens na en verstuur het opnieuw.',
    },
    busy: (address) =>
      `Er komen te veel berichten binnen. Er is niets verloren: probeer het later opnieuw, of schrijf naar ${address}.`,
    sent: {
      title: 'Kijk in je mailbox',
      body: 'Schreef je vandaag nog niet met dit adres, dan is er net een mail naartoe vertrokken. Open die en bevestig binnen 24 uur: dan krijgt de groep je bericht.',
    },
  },
  confirm: {
    title: 'Bevestig je bericht',
    lead: (group) => `Je bericht vertrekt naar ${group} zodra je het bevestigt.`,
    button: 'Ja, dat was ik',
    done: 'Bedankt, je bericht is vertrokken',
    doneNext: (group) => `${group} heeft het gekregen en antwoordt je rechtstreeks.`,
  },
  answered: {
    title: 'Hebben jullie geantwoord?',
    lead: (group) =>
      `Iemand schreef naar ${group} via de site. Het team telt hoeveel mensen een antwoord kregen, meer niet.`,
    button: 'Ja, we hebben geantwoord',
    done: 'Bedankt, het is genoteerd',
    doneNext: (group) => `Deze persoon kreeg een antwoord van ${group}.`,
  },
  gone: {
    title: 'Deze link werkt niet meer',
    next: 'Hij is vervallen, of niet volledig. Je kunt opnieuw naar de groep schrijven.',
  },
  state: {
    starting: 'Een groep die net begint: iedereen is welkom.',
    asleep: 'Deze groep neemt pauze: voorlopig gebeurt er niets.',
  },
}
