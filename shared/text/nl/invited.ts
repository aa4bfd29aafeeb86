import type { Text } from '../fr.ts'
import type { PartOf } from '../translation.ts'

export const invited: PartOf<Text['invited']> = {
  title: (group) => `Word je contactpersoon van ${group}?`,
  lead: (by, group) =>
    `${by} stelt je voor als contactpersoon van ${group}: iemand bij wie anderen terechtkunnen om de groep te bereiken.`,
  yes: 'Ja, ik ga akkoord',
  no: 'Nee, of dat ben ik niet',
  whatFor: (movement) =>
    `Zo ja: één minuut per maand, om na te kijken wat we over de groep weten. ${movement} schrijft je, en niets is openbaar zonder jouw akkoord.`,
  ifNo: 'Zo nee: we wissen wat we over jou kregen en schrijven je hierover niet meer.',
  given: 'Wat we over jou kregen',
  addressTitle: 'Is dit je nieuwe adres?',
  addressLead: (by, group, name) => `${by} zegt ons dat dit nu het adres is van ${name}, contactpersoon van ${group}.`,
  addressOwn: (group, name) => `${name}, contactpersoon van ${group}, wil onze mails op dit adres krijgen.`,
  addressYes: 'Ja, dit is mijn adres',
  addressNo: 'Nee, of dat ben ik niet',
  addressWait: (day) => `Zo ja: voor de veiligheid kan het vorige adres nog bezwaar maken tot ${day}.`,
  addressNow: 'Zo ja: we schrijven je vanaf nu hier.',
  again: 'Druk nog één keer',
  acceptedTitle: 'Bedankt, het is genoteerd',
  acceptedLead: (day) =>
    `Voor de veiligheid kan het vorige adres nog bezwaar maken tot ${day}. Daarna opent deze link de gegevens van de groep, en schrijven we je hier.`,
  declinedTitle: 'Genoteerd',
  declinedLead: 'We hebben gewist wat we over jou kregen en schrijven je hierover niet meer.',
  declinedSlip: 'Vergist? Vraag de groep om je opnieuw voor te stellen: dan komt er een nieuwe mail.',
  endedTitle: 'Je hoeft niet meer te antwoorden',
  endedLead: 'De uitnodiging is ingetrokken, of het is te lang geleden.',
  keepTitle: 'Wat is je adres?',
  keepLead: (by, group, address) =>
    `${by} (${group}) zegt ons dat je adres nu ${address} is. Klopt dat, dan hoef je niets te doen.`,
  keepOwn: (address) =>
    `Met jouw link heeft iemand gevraagd om je op ${address} te schrijven. Was jij dat, dan hoef je niets te doen.`,
  keep: 'Nee, houd mijn adres',
  keepUntil: (day) => `Je kunt bezwaar maken tot ${day}. Tot dan verandert er niets.`,
  keptTitle: 'Genoteerd: je adres blijft hetzelfde',
  keptLead: 'Er is niets veranderd, en we hebben het de groep laten weten.',
  backTitle: 'Je adres terugnemen?',
  backLead: (address) =>
    `We schrijven je nu op ${address}: iemand vroeg dat met jouw link, of bevestigde het. Was jij dat, dan hoef je niets te doen.`,
  back: 'Nee, mijn adres terugnemen',
  backUntil: (day) =>
    `Dat kan tot ${day}. We schrijven je dan weer hier, en de links die elders naartoe gingen openen niets meer.`,
  backDoneTitle: 'Gedaan: we schrijven je weer hier',
  backDoneLead:
    'De links naar het andere adres openen niets meer. Kijk of de gegevens kloppen: in de geschiedenis staat wat er veranderd is.',
  backNothingTitle: 'Er valt hier niets meer terug te nemen',
  backNothingLead: 'Het adres is al teruggenomen, of het is te lang geleden. Vragen? Antwoord op een van onze mails.',
  nothingTitle: 'Er is geen nieuw adres voor jou voorgesteld',
  nothingLead: 'Je hoeft niets te doen.',
  newAddressShort: (address) => `${address}: heeft nog geen ja gezegd`,
  askedOwn: (address) =>
    `We schrijven je op ${address}. Open die mail en zeg ja: vanaf dan is het jouw adres. Tot dan blijft het oude.`,
  askedOf: (address, name) =>
    `We schrijven naar ${address} om te vragen of dit het adres van ${name} is. Tot dan blijft het oude.`,
  newAddress: (address) => `Voorgesteld nieuw adres: ${address}. We wachten tot wie daar leest, ja zegt.`,
}
