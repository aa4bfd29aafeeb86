import type { Text } from '../fr.ts'
import type { PartOf } from '../translation.ts'
import { plural } from './count.ts'

const list = new Intl.ListFormat('nl')

export const history: PartOf<Text['history']> = {
  title: 'Wat er veranderd is',
  lead: 'Alles wat in de gegevens van de groep is aangepast of bevestigd, en door wie. Een fout? Dertig dagen lang kun je het ongedaan maken.',
  back: 'Terug naar de groep',
  see: 'Bekijk wat er veranderd is, en door wie',
  undo: 'Ongedaan maken',
  older: 'Bekijk de oudere',
  moreChanges: (n) => `Bekijk nog ${plural(n, 'aanpassing', 'aanpassingen')}`,
  whole: 'Helemaal bekijken',
  revisionTitle: 'Alles wat is aangepast',
  furtherChanges: 'Bekijk wat volgt',
  latest: 'Terug naar de nieuwste',
  confirmedAll: 'Bevestigd dat alles klopt.',
  confirmed: (sections) => `Bevestigd dat er niets te veranderen is: ${list.format(sections)}.`,
  byPhone: (name) => `${name}, aan de telefoon; het team noteerde het`,
  undoConfirmation: 'Deze controle ongedaan maken',
  undoneConfirmation: (by) => `Ongedaan gemaakt door ${by}.`,
  unconfirmed: {
    title: 'Ongedaan gemaakt',
    body: 'De gegevens zijn weer zoals voor je antwoord: wat je nagekeken had, moet weer worden nagekeken.',
  },
  undone: 'Deze aanpassing is ongedaan gemaakt.',
  tookBack: (name) => `${name} maakte dit ongedaan`,
  authors: {
    referent: 'Iemand van de groep',
    import: 'Het team, met een spreadsheet',
    coordinator: 'Het team',
    system: 'Relance',
    passed_link: 'Via een link die het team doorgaf',
  },
  forTeam: (name) => `${name}, voor het team`,
  byPassedLink: (name) => `Via een link die ${name} doorgaf`,
  firstImport: 'De gegevens van de groep zijn aangemaakt.',
  before: 'eerst:',
  after: 'nu:',
  corrected: 'aangepast',
  merged: 'Samengevoegd met de groep',
  becamePart: 'Hoort nu bij de groep',
  samePerson: 'Contactpersonen',
  twoPeople: 'Contactpersonen',
  samePersonSaid: 'één persoon, die er twee keer in stond',
  twoPeopleSaid: 'weer twee personen',
  parted: 'Weer los van de groep',
  notices: {
    done: 'Ongedaan gemaakt',
    partly: 'Ongedaan gemaakt, behalve wat iemand intussen heeft aangepast',
    nothing: 'Er is niets meer ongedaan te maken: iemand heeft het intussen aangepast, of het is te lang geleden',
    too_much: 'Je hebt vandaag veel geschreven. Maak dit morgen ongedaan, of schrijf ons',
    nobody: 'Er zou niemand overblijven om naar te schrijven. Voeg eerst iemand toe',
    again: 'Druk nog één keer',
  },
}
