import type { Text } from '../fr.ts'
import type { PartOf } from '../translation.ts'

export const join: PartOf<Text['join']> = {
  form: {
    title: (movement) => `Een groep van ${movement} inschrijven`,
    lead: 'Begint je groep net, en kennen we die nog niet? Vertel ons wie jullie zijn. Je bevestigt via een mail, en daarna antwoordt het team je.',
    group: 'Je groep',
    you: 'Jij',
    free: '(als je wilt)',
    body: 'Een woordje voor het team',
    consent: (movement) =>
      `Het team van ${movement} mag dit lezen om me te antwoorden. 60 dagen na het antwoord wordt het gewist.`,
    send: 'Versturen',
    again: 'Een groep inschrijven',
    fault: {
      consent: 'Vink het vakje aan, anders kan het team niets lezen.',
      again: 'Er is niets verloren: lees nog eens na wat je schreef en verstuur het opnieuw.',
    },
    busy: (address) =>
      `Er komen nu te veel aanvragen binnen. Er is niets verloren: probeer het later opnieuw, of schrijf naar ${address}.`,
    sent: {
      title: 'Kijk in je mailbox',
      body: 'Schreef je vandaag met dit adres nog geen groep in, dan is er net een mail naartoe vertrokken. Open die en bevestig: dan krijgt het team je aanvraag.',
    },
  },
  confirm: {
    title: 'Bevestig de inschrijving',
    lead: (group, town) => `Je schrijft “${group}” in, in ${town}. Was jij dat?`,
    button: 'Ja, dat was ik',
    done: 'Bedankt, het team heeft je aanvraag',
    doneNext: (group) =>
      `Het team leest je aanvraag en antwoordt per mail. Daarna beheer jij de gegevens van ${group}.`,
  },
  gone: {
    title: 'Deze link werkt niet meer',
    next: 'Hij is vervallen, of niet volledig. Je kunt je groep opnieuw inschrijven.',
  },
  invite: 'Staat je groep er niet bij? Schrijf je groep in',
}
