import { lawIn } from '../data-law.ts'
import type { Text } from '../fr.ts'
import type { PartOf } from '../translation.ts'

const authorities: Readonly<Record<string, string>> = {
  BE: 'de Gegevensbeschermingsautoriteit (gegevensbeschermingsautoriteit.be)',
  NL: 'de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl)',
}
const defenders: Readonly<Record<string, string>> = {
  BE: 'Unia (unia.be)',
  NL: 'het College voor de Rechten van de Mens (mensenrechten.nl)',
}
const laws = {
  gdpr: ' (AVG, artikelen 6.1 f en, waar de groep iets zegt over je opvattingen, 9.2 d)',
  uk_gdpr: ' (AVG van het Verenigd Koninkrijk, artikelen 6.1 f en, waar de groep iets zegt over je opvattingen, 9.2 d)',
  swiss: ' (Zwitserse wet op de gegevensbescherming, artikel 31)',
}

export const papers: PartOf<Text['papers']> = {
  accessibility: ({ movement, address, country }) => ({
    title: 'Toegankelijkheid',
    lead: `${movement} wil dat elke contactpersoon de eigen groep kan bijwerken, met elke telefoon, elke computer en elk hulpmiddel.`,
    sections: [
      {
        title: 'Hoe toegankelijk is dit?',
        body: [
          'Het formulier voor contactpersonen voldoet gedeeltelijk aan WCAG 2.2, niveau AA. We zeggen “gedeeltelijk” omdat niemand van buitenaf het al heeft nagekeken: we kennen geen drempel, maar er kan er nog een zijn.',
        ],
      },
      {
        title: 'Wat we nakijken',
        body: [
          'Elke versie wordt door programma’s getest, in een echte browser, in elke toestand van elke pagina:',
          [
            'de regels van axe-core voor WCAG 2.2 AA, licht en donker;',
            'de hele weg met het toetsenbord, en zonder scripts;',
            'op 320 pixels breed, met dubbel zo grote tekst, en met ruimere tekst;',
            'met de vaste kleuren van het systeem, en zonder beweging.',
          ],
          'Een programma ziet niet alles: het kan niet zeggen of een zin begrepen wordt. In november 2026 zijn deze pagina’s en de maandelijkse mail beluisterd met een schermlezer (Orca 43 en Firefox): de gegevens, een fout, twee aanpassingen tegelijk, de bevestiging, een uitnodiging, een vertrek, een pauze, de link van iemand anders. Mensen die een schermlezer gebruiken, kijken de pagina’s nog niet geregeld na.',
        ],
      },
      {
        title: 'Wat nog niet kan',
        body: [
          'Een datum typ je, er is geen kalender om open te klappen: elke gewone schrijfwijze is goed. Of gemeenten worden voorgesteld terwijl je typt, hangt van de browser af; je kunt de gemeente altijd voluit schrijven.',
        ],
      },
      {
        title: 'Zit er iets in de weg? Zeg het ons',
        body: [
          `Schrijf naar ${address}. We antwoorden, we lossen het op, en intussen doen we de update samen met jou, per mail of telefoon.`,
          `Antwoorden we niet? Dan kun je terecht bij ${defenders[country] ?? 'de instantie van je land die opkomt voor de rechten van mensen met een handicap'}.`,
        ],
      },
    ],
  }),
  privacy: ({ movement, address, country }) => ({
    title: 'Je gegevens',
    lead: `Wat we van je weten, is van jou. ${movement} bewaart weinig, toont nog minder, en kan vergeten.`,
    sections: [
      {
        title: 'Wie is verantwoordelijk?',
        body: [`${movement}. Voor elke vraag over je gegevens: ${address}.`],
      },
      {
        title: 'Wat we bewaren, en waarom',
        body: [
          [
            'Je naam, je mailadres, en je telefoonnummer als je het gaf: om je groep te schrijven, en te bellen als er geen antwoord meer komt.',
            'De groepen waarvan je contactpersoon bent, je rol, sinds wanneer; de mailinglijsten waar je op staat.',
            'De mails die we je stuurden, en of ze aankwamen. Niet of je ze opende, en niet waarop je klikte.',
            'Wat je aanpaste in de gegevens van de groep, zodat de groep het ongedaan kan maken.',
            'Wat van jou openbaar mag zijn, met de woorden en de datum.',
          ],
          'Misschien gaf iemand van je groep ons je naam en je adres: onze eerste mail zegt wie, en vraagt je of dat klopt.',
          `We doen dit in het gerechtvaardigd belang van de beweging, voor haar leden en wie geregeld contact met haar heeft${lawIn(country, laws)}. Wat openbaar wordt, wordt dat alleen met jouw toestemming.`,
        ],
      },
      {
        title: 'Wie ziet het?',
        body: [
          'De andere contactpersonen van je groep, en het team dat het netwerk ondersteunt. Het publiek: alleen wat je hebt aangevinkt. Niemand anders: we verkopen niets, lenen niets uit, en sturen niets naar een meetprogramma.',
        ],
      },
      {
        title: 'Hoe lang?',
        body: [
          'Zolang je contactpersoon bent, en daarna tot je vraagt om het te wissen. De links in onze mails stoppen na een paar weken.',
        ],
      },
      {
        title: 'Cookies en metingen',
        body: [
          'Eén cookie, en alleen als je de taal verandert zonder dat we je kennen: hij onthoudt de taal. Je browser bewaart ook voor jou, zeven dagen lang, wat je begon te schrijven en niet opsloeg; dat wordt niet naar ons gestuurd. Geen bezoekersmetingen, niets van een andere site.',
        ],
      },
      {
        title: 'Je rechten',
        body: [
          'Open de link in een van onze mails, en dan “Mijn gegevens”: je ziet alles, je kunt het downloaden, kiezen wat openbaar is, alles wissen. Je kunt ons ook schrijven om bezwaar te maken, iets te verbeteren of te beperken.',
          `Ben je niet tevreden met ons antwoord? Dien dan een klacht in bij ${authorities[country] ?? 'de autoriteit voor gegevensbescherming van je land'}.`,
        ],
      },
    ],
  }),
}
