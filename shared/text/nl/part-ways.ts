import type { Text } from '../fr.ts'
import type { PartOf } from '../translation.ts'

export const membership: PartOf<Text['membership']> = {
  title: 'De groep verlaten of op pauze zetten',
  see: 'De groep verlaten of op pauze zetten',
  changes: {
    leave: {
      title: 'Ik ben geen contactpersoon meer',
      question: (group) => `${group} verlaten?`,
      lead: 'We schrijven je niet meer over deze groep. De andere contactpersonen krijgen onze mails nog wel.',
      alone: 'We schrijven je niet meer over deze groep.',
      button: 'De groep verlaten',
    },
    not_mine: {
      title: 'Dit is mijn groep niet',
      question: (group) => `Is ${group} niet jouw groep?`,
      lead: 'We halen je uit de groep en laten het aan het team weten.',
      button: 'Dit is mijn groep niet',
    },
    pause: {
      title: 'De groep neemt pauze',
      lead: 'De groep staat dan “op pauze”: je krijgt de maandelijkse mail niet meer. Je link blijft werken om weer te beginnen, en je kunt altijd een nieuwe vragen.',
      button: 'De groep op pauze zetten',
    },
    wake: {
      title: 'De groep begint weer',
      lead: 'De groep staat dan weer op “actief”, en de contactpersonen krijgen weer onze mails.',
      button: 'De groep weer actief maken',
    },
  },
  stay: 'Nee, terug naar de groep',
  mayReturn: 'Dertig dagen lang kun je dit ongedaan maken.',
  mayReturnUntil: (day) => `Je kunt terugkomen tot ${day}.`,
  successor: 'Neemt iemand het over? Begin dan hier:',
  comeBack: 'Terug in de groep',
  orComeBack: (left) => `${left}: terugkeren`,
  cameBack: {
    title: 'Je bent weer contactpersoon',
    body: 'Alles is weer zoals het was: we schrijven je weer over deze groep.',
  },
  tooLate: {
    title: 'Dit kan hier niet meer',
    body: 'Het is meer dan dertig dagen geleden, of iemand anders heeft de lijst intussen veranderd. Schrijf ons, of vraag iemand van de groep om je toe te voegen.',
  },
  exit: {
    left: {
      title: (group) => `Je hebt ${group} verlaten`,
      body: (day) => `Sinds ${day} schrijven we je niet meer over deze groep.`,
      thanks: 'Bedankt voor alles wat je hebt gedaan.',
    },
    mistake: {
      title: (group) => `${group} is niet jouw groep`,
      body: (day) =>
        `Dat zei je ons op ${day}. Sorry voor de vergissing: we schrijven je niet meer over deze groep, en het team weet het.`,
    },
    removed: {
      title: (group) => `Je bent geen contactpersoon van ${group} meer`,
      body: (by, day) => (by ? `${by} haalde je van de lijst op ${day}.` : `Sinds ${day} ben je het niet meer.`),
    },
    kept: 'Zodat je kunt terugkomen, bewaren we wat we van je weten: je naam, je contactgegevens, wat je hebt verbeterd.',
    erasing:
      'Kom je niet terug? Eén druk op de knop wist dat alles, ook uit de geschiedenis van de groep. Dat is definitief.',
  },
  nobodyProblem: 'Jij bent de laatste naar wie we kunnen schrijven.',
  unreachable: (names) => `Onze mails bereiken ${names.join(', ')} niet meer.`,
  nameSomebody: 'De persoon toevoegen die het overneemt',
  asleep: 'De groep staat op pauze: we vragen niet meer hoe het gaat. Begint de groep weer?',
  accepted: {
    title: 'Welkom, en bedankt',
    body: 'Kijk na wat we over de groep weten wanneer het jou past. Een vergissing? Helemaal onderaan kun je de groep verlaten.',
  },
  moved: {
    title: 'Bedankt, dit is je nieuwe adres',
    body: 'We schrijven je voortaan hier, en niet meer op het oude adres. Je hoeft verder niets te doen.',
  },
  paused: {
    title: 'Genoteerd: de groep neemt pauze',
    body: 'Rust goed uit. Hier maak je de groep weer actief, wanneer je wilt.',
  },
  woken: { title: 'De groep is weer actief', body: 'Kijk na wat we weten: het is misschien lang geleden.' },
}
