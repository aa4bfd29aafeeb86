import { commonPhones, type FieldProblem } from '../field-problem.ts'
import { showNumber } from '../number.ts'
import { plural } from './count.ts'

const number = (limit: number | undefined) => showNumber(limit ?? 0, 'nl')

/** What was wrong with a value, after its field's label. */
export function dutchFieldProblem(problem: FieldProblem): string {
  const said = problem.said?.nl ?? ''
  const { examples = [] } = problem
  const [phone = '', foreign = ''] = examples.length > 1 ? examples : commonPhones
  switch (problem.code) {
    case 'as_said':
      return said
    case 'required':
      return 'in te vullen'
    case 'too_long':
      return `te lang, hoogstens ${plural(problem.limit ?? 0, 'teken', 'tekens')}`
    case 'email_invalid':
      return 'schrijf één adres, voluit. Bijvoorbeeld: camille@example.org'
    case 'phone_invalid':
      return `schrijf één nummer, voluit. Bijvoorbeeld: ${phone}, of ${foreign} voor een ander land`
    case 'url_invalid':
      return 'we herkennen dit adres van een site niet. Bijvoorbeeld: https://example.org'
    case 'url_not_https':
      return 'het moet met https:// beginnen, zodat niemand onderweg meeleest'
    case 'url_private':
      return 'dit adres leidt naar de machine van Relance of haar netwerk. Wie Relance beheert, kan het toelaten (WEBHOOKS_PRIVATE)'
    case 'postcode_invalid':
      return examples[0] ? `dit is geen postcode. Bijvoorbeeld: ${examples[0]}` : 'dit is geen postcode'
    case 'day_unreadable':
      return 'we begrijpen deze datum niet. Bijvoorbeeld: 27/03/2026'
    case 'day_impossible':
      return 'deze datum staat op geen kalender. Bijvoorbeeld: 27/03/2026'
    case 'day_needs_year':
      return 'zet het jaar erbij, dan zijn we zeker. Bijvoorbeeld: 3 mei 2026'
    case 'day_needs_day':
      return 'zet de dag erbij, ook als je niet helemaal zeker bent. Bijvoorbeeld: 3 mei 2026'
    case 'day_needs_month':
      return 'zet ten minste de maand erbij. Bijvoorbeeld: maart 2019'
    case 'day_has_time':
      return `schrijf alleen de dag, zonder het uur: ${problem.suggestion ?? ''}`
    case 'day_several':
      return 'schrijf één dag, de eerste. Bijvoorbeeld: 3 mei 2026'
    case 'left_empty':
      return 'laat leeg als je het niet weet, of als er geen is'
    case 'day_other_weekday':
      return `dat is een andere dag van de week: ${problem.said?.nl ?? ''}. Is het de juiste dag?`
    case 'day_far':
      return `klopt dit jaar${said ? `: ${said}` : ''}?`
    case 'day_to_come':
      return `deze datum moet nog komen: ${said}. Is het de juiste?`
    case 'number_large':
      return `is het echt ${said}?`
    case 'number_grown':
      return `is het echt ${said}? Voordien was het ${problem.before?.nl ?? ''}`
    case 'postcode_nowhere':
      return `geen enkele gemeente heeft postcode ${said}. Is het de juiste?`
    case 'phone_odd':
      return `${said} lijkt geen echt nummer. Is het het juiste?`
    case 'email_slip':
      return `is het echt ${said}, of eerder ${problem.suggestion ?? ''}?`
    case 'town_unknown':
      return `we kennen “${said}” niet. Is het eerder ${problem.suggestion ?? ''}?`
    case 'ending_unknown':
      return `we kennen geen adres dat eindigt op “${problem.suggestion ?? ''}”. Is het juist?`
    case 'day_past':
      return 'deze dag is voorbij'
    case 'day_future':
      return 'deze dag moet nog komen'
    case 'number_unreadable':
      return problem.suggestion
        ? `schrijf één getal, in cijfers, ook als het ongeveer is. Bijvoorbeeld ${problem.suggestion}`
        : 'schrijf een getal, in cijfers. Bijvoorbeeld: 30'
    case 'options_few':
      return 'schrijf ten minste twee antwoorden, één per regel, en hoogstens twaalf'
    case 'options_differ':
      return 'schrijf evenveel antwoorden als in de andere taal, in dezelfde volgorde'
    case 'number_too_large':
      return `dit getal is te groot, hoogstens ${number(problem.limit)}`
    case 'choice_unknown':
      return `kies een van deze antwoorden: ${(problem.options ?? []).map(({ nl }) => nl).join(', ')}`
    case 'yes_no_unreadable':
      return 'antwoord ja of nee'
    case 'duplicate':
      return 'dit staat er al'
    case 'name_taken':
      return 'een andere groep van dezelfde plaats heeft deze naam al'
    case 'elsewhere':
      return 'dit ligt niet in jouw regio’s, of we weten niet waar het is'
    case 'name_misleading':
      return 'schrijf zonder adres (site, mail, telefoon) en zonder bevel zoals “klik hier”, want onze mails nemen het over'
    case 'emptied':
      return 'alles is leeg, vink het vakje aan om dit weg te halen'
    case 'many_at_once':
      return `dat zijn meer dan ${number(problem.limit)} nieuwe in één keer. Kopieer de laatste ergens anders, maak ze hier leeg en sla op; voeg ze daarna toe`
    case 'many_in_day':
      return `dat zijn meer dan ${number(problem.limit)} nieuwe van jou op één dag. Kopieer de laatste ergens anders en voeg ze morgen toe, of schrijf ons: we kunnen een heel rekenblad overnemen`
    case 'list_full':
      return `in deze lijst passen er hoogstens ${number(problem.limit)}. Haal weg wat niet meer nodig is, of schrijf ons`
    case 'much_in_day':
      return 'dat is veel tekst voor één dag. Kopieer hem ergens anders en ga morgen verder, of schrijf ons'
    case 'many_notes':
      return `je hebt ons vandaag ${number(problem.limit)} keer geschreven. Bewaar deze tekst voor morgen, of beantwoord een van onze mails`
    // One that nobody has translated yet
    default:
      return 'kijk dit nog eens na'
  }
}
