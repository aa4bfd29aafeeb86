import type { Text } from '../fr.ts'
import type { PartOf } from '../translation.ts'

export const problem: PartOf<Text['problem']> = {
  page_unknown: {
    title: 'Deze pagina bestaat niet',
    next: 'Het adres is misschien niet volledig. Open de link in je mail opnieuw, of vraag een nieuwe.',
  },
  link_unknown: {
    title: 'Deze link werkt niet',
    next: 'Misschien heeft je mailprogramma hem afgebroken. Je kunt meteen een nieuwe krijgen.',
  },
  passed_over: {
    title: 'Deze link werkt niet meer',
    next: 'Hij was maar enkele dagen geldig, of het team heeft hem gestopt. Vraag een nieuwe aan wie hem je gaf, of schrijf ons.',
  },
  link_expired: {
    title: 'Deze link werkt niet meer',
    next: 'Links stoppen na een paar weken, zodat niemand anders ze gebruikt. Je kunt meteen een nieuwe krijgen.',
  },
  link_expired_since: {
    title: 'Het is opgeslagen, en hier stopt deze link',
    next: 'Wat je net stuurde, is aangekomen. De link zelf werkt niet meer: vraag een nieuwe om verder te gaan.',
  },
  link_revoked: {
    title: 'Deze link is stopgezet',
    next: 'Iemand die hem had, of het team, heeft dat gevraagd. Je kunt een nieuwe krijgen.',
  },
  group_unknown: {
    title: 'Dit is geen groep van jou',
    next: 'Misschien ben je er geen contactpersoon meer van. Ga terug naar je groepen, of schrijf ons.',
  },
  group_merged: {
    title: 'Je groep is net samengevoegd met een andere',
    next: 'Dezelfde groep stond er twee keer in, en het team maakte er één van. Ga terug naar je groep: daar staan de gegevens samen. Er is niets opgeslagen.',
  },
  section_unknown: { title: 'Deze pagina bestaat niet', next: 'Ga terug naar je groep.' },
  page_stale: {
    title: 'Deze pagina is verouderd',
    next: 'Ga terug, herlaad de pagina en begin opnieuw. Er is niets opgeslagen.',
  },
  page_elsewhere: {
    title: 'Deze pagina komt van een andere site',
    next: 'We hebben niets opgeslagen. Was jij het, misschien met een vertaalde of bewaarde pagina? Druk dan hier.',
  },
  too_many: {
    title: 'Veel pogingen in korte tijd',
    next: 'Voor de veiligheid wachten we even: probeer het straks opnieuw. Deze keer is er niets opgeslagen.',
  },
  too_large: { title: 'Dat is te lang', next: 'Ga terug en maak korter wat je schreef.' },
  request_unreadable: {
    title: 'We konden dit niet lezen',
    next: 'Misschien is het onderweg beschadigd. Ga terug en probeer opnieuw. Er is niets opgeslagen.',
  },
  address_too_long: {
    title: 'Dit adres is te lang',
    next: 'Misschien is het verkeerd gekopieerd. Ga terug en probeer opnieuw.',
  },
  headers_too_long: {
    title: 'Je browser stuurt te veel in één keer',
    next: 'Wis de cookies van deze site en probeer opnieuw.',
  },
  method_unknown: { title: 'Zo gaat deze pagina niet open', next: 'Open de link in je mail opnieuw.' },
  session_missing: {
    title: 'Log eerst in',
    next: 'We sturen je een link per mail: je hoeft geen wachtwoord te onthouden.',
  },
  access_missing: {
    title: 'Log eerst in bij het team',
    next: 'Herlaad deze pagina: eerst gaat het inloggen open (Cloudflare Access). Gebeurt dat niet, zeg het dan aan wie Relance beheert.',
  },
  access_unknown: {
    title: 'Dit adres is niet van het team',
    next: 'Wie Relance beheert, kan het aan de lijst van coördinatoren toevoegen.',
  },
  session_elsewhere: {
    title: 'Een andere browser vroeg deze link',
    next: 'Voor de veiligheid gaat een inloglink open in de browser die hem vroeg. Vul je adres in: we sturen een nieuwe voor deze browser.',
  },
  sign_in_used: {
    title: 'Deze link is al gebruikt',
    next: 'Voor de veiligheid werkt een inloglink één keer. Vul je adres in: we sturen je een nieuwe.',
  },
  team_invitation_over: {
    title: 'Deze uitnodiging geldt niet meer',
    next: 'Ze is gebruikt, ingetrokken, of ouder dan zeven dagen. Zit je in het team, vul dan je adres in: er vertrekt meteen een inloglink. Anders vraag je een nieuwe uitnodiging.',
  },
  factor_missing: {
    title: 'De code van je telefoon ontbreekt',
    next: 'Er is niets gebeurd. Vul de code uit je app in en probeer opnieuw.',
  },
  role_missing: {
    title: 'Je rol opent deze pagina niet',
    next: 'Wie Relance beheert, kan je rol veranderen, of het voor jou doen.',
  },
  sign_in_old: {
    title: 'Log opnieuw in om te bevestigen',
    next: 'Voor de veiligheid moet je hiervoor in de laatste tien minuten zijn ingelogd. Er is niets gebeurd.',
  },
  acted_meanwhile: {
    title: 'Dit was al gebeurd',
    next: 'Iemand van het team, of jij in een ander venster, deed hier net iets. Er is niets twee keer gebeurd.',
  },
  person_unknown: { title: 'We kennen deze persoon niet', next: 'Zoek op naam in de lijst van de groepen.' },
  campaign_unknown: { title: 'Deze campagne bestaat niet', next: 'Ga terug naar de lijst van de campagnes.' },
  preview_nobody: {
    title: 'Niemand zou deze mail krijgen',
    next: 'De groep heeft geen contactpersoon naar wie we kunnen schrijven, of is er geen die we bij elke update schrijven.',
  },
  busy: {
    title: 'Te veel mensen tegelijk',
    next: 'Wacht een minuut en probeer opnieuw. Er is niets verloren: ga terug en je vindt wat je schreef.',
  },
  storage_full: {
    title: 'We kunnen nu niets bewaren',
    next: 'De schijf van deze site is vol, of er kan niet op worden geschreven. Wat je schreef, is niet bewaard: kopieer het, of ga terug om het te vinden. Laat het team iets weten: tot er plaats is, kan er niets worden aangepast.',
  },
  storage_damaged: {
    title: 'We kunnen de gegevens nu niet lezen',
    next: 'Het bestand is beschadigd, of de schijf gaat stuk. Wat je schreef, is niet bewaard: kopieer het, of ga terug om het te vinden. Laat het team iets weten: wie deze site beheert, moet een kopie terugzetten.',
  },
  fault: {
    title: 'Dit is onze fout',
    next: 'Er ging bij ons iets mis. Ga terug en je vindt wat je schreef. Probeer het over een paar minuten opnieuw.',
  },
  typedHint: 'Kopieer het, als je het wilt terugvinden.',
  kept: 'Wat je schreef, staat nog op deze pagina.',
  typed: 'Wat je had geschreven',
  retry: 'Opnieuw proberen',
  myGroups: 'Terug naar mijn groepen',
  newLink: 'Stuur me een nieuwe link',
  signIn: 'Stuur me een link om in te loggen',
}
