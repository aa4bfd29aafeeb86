import { commonPhones, type FieldProblem, type FieldProblemCode } from '../field-problem.ts'
import { showNumber } from '../number.ts'
import { plural } from './count.ts'

const number = (limit: number | undefined) => showNumber(limit ?? 0, 'nl')

const saidOf = ({ said }: FieldProblem) => said?.nl ?? ''

/** A number of the country, and one of another. */
const phonesOf = ({ examples = [] }: FieldProblem) => (examples.length > 1 ? examples : commonPhones)

const problems: Partial<Record<FieldProblemCode, (problem: FieldProblem) => string>> = {
  as_said: (problem) => saidOf(problem),
  required: () => 'in te vullen',
  too_long: (problem) => `te lang, hoogstens ${plural(problem.limit ?? 0, 'teken', 'tekens')}`,
  email_invalid: () =>
    'schrijf één adres, voluit, zonder spaties, accenten of komma’s. Bijvoorbeeld: camille@example.org',
  phone_invalid: (problem) =>
    `schrijf één nummer, voluit, zonder andere woorden. Bijvoorbeeld: ${phonesOf(problem)[0]}, of ${phonesOf(problem)[1]} voor een ander land`,
  url_invalid: () => 'we herkennen dit adres van een site niet. Bijvoorbeeld: https://example.org',
  url_not_https: () => 'het moet met https:// beginnen, zodat niemand onderweg meeleest',
  url_private: () =>
    'dit adres leidt naar de machine van Relance of het netwerk ervan. Wie Relance beheert, kan het toelaten (WEBHOOKS_PRIVATE)',
  postcode_invalid: (problem) =>
    problem.examples?.[0] ? `dit is geen postcode. Bijvoorbeeld: ${problem.examples[0]}` : 'dit is geen postcode',
  day_unreadable: () => 'we begrijpen deze datum niet. Bijvoorbeeld: 27/03/2026',
  day_impossible: ({ suggestion }) =>
    suggestion
      ? `zet de dag voor de maand: ${suggestion}`
      : 'deze datum staat op geen kalender. Bijvoorbeeld: 27/03/2026',
  day_needs_year: () => 'zet het jaar erbij, dan zijn we zeker. Bijvoorbeeld: 3 mei 2026',
  day_needs_day: () => 'zet de dag erbij, ook als je niet helemaal zeker bent. Bijvoorbeeld: 3 mei 2026',
  day_needs_month: () => 'zet ten minste de maand erbij. Bijvoorbeeld: maart 2019',
  day_has_time: (problem) => `schrijf alleen de dag, zonder het uur: ${problem.suggestion ?? ''}`,
  day_several: () => 'schrijf één dag, de eerste. Bijvoorbeeld: 3 mei 2026',
  left_empty: () => 'laat leeg als je het niet weet, of als er geen is',
  day_other_weekday: (problem) => `dat is een andere dag van de week: ${saidOf(problem)}. Is het de juiste dag?`,
  day_order: (problem) => `we lezen de dag eerst: ${saidOf(problem)}. Is het de juiste dag?`,
  day_far: (problem) => `klopt dit jaar${saidOf(problem) ? `: ${saidOf(problem)}` : ''}?`,
  day_to_come: (problem) => `deze datum moet nog komen: ${saidOf(problem)}. Is het de juiste?`,
  number_large: (problem) => `is het echt ${saidOf(problem)}?`,
  number_grown: (problem) => `is het echt ${saidOf(problem)}? Eerst was het ${problem.before?.nl ?? ''}`,
  postcode_nowhere: (problem) => `geen enkele gemeente heeft postcode ${saidOf(problem)}. Is het de juiste?`,
  phone_odd: (problem) => `${saidOf(problem)} lijkt geen echt nummer. Is het het juiste?`,
  email_slip: (problem) => `is het echt ${saidOf(problem)}, of eerder ${problem.suggestion ?? ''}?`,
  town_unknown: (problem) => `we kennen “${saidOf(problem)}” niet. Is het eerder ${problem.suggestion ?? ''}?`,
  ending_unknown: (problem) => `we kennen geen adres dat eindigt op “${problem.suggestion ?? ''}”. Is het juist?`,
  day_past: () => 'deze dag is voorbij',
  day_future: () => 'deze dag moet nog komen',
  number_unreadable: (problem) =>
    problem.suggestion
      ? `schrijf één getal, in cijfers, ook als het ongeveer is. Bijvoorbeeld ${problem.suggestion}`
      : 'schrijf een getal, in cijfers. Bijvoorbeeld: 30',
  options_few: () => 'schrijf ten minste twee antwoorden, één per regel, en hoogstens twaalf',
  options_differ: () => 'schrijf evenveel antwoorden als in de andere taal, in dezelfde volgorde',
  number_too_large: (problem) => `dit getal is te groot, hoogstens ${number(problem.limit)}`,
  choice_unknown: (problem) =>
    `kies een van deze antwoorden: ${(problem.options ?? []).map(({ nl }) => nl).join(', ')}`,
  yes_no_unreadable: () => 'antwoord ja of nee',
  duplicate: () => 'dit staat al ergens anders op deze pagina',
  name_taken: () => 'een andere groep van dezelfde plaats heeft deze naam al',
  elsewhere: () => 'dit ligt niet in jouw regio’s, of we weten niet waar het is',
  name_misleading: () =>
    'schrijf zonder adres (site, mail, telefoon) en zonder opdracht zoals “klik hier”, want onze mails nemen het over',
  emptied: () => 'alles is leeg, vink het vakje aan om dit weg te halen',
  many_at_once: (problem) =>
    `dat zijn meer dan ${number(problem.limit)} nieuwe in één keer. Kopieer de laatste ergens anders, maak ze hier leeg en sla op; voeg ze daarna toe`,
  many_in_day: (problem) =>
    `dat zijn meer dan ${number(problem.limit)} nieuwe van jou op één dag. Kopieer de laatste ergens anders en voeg ze morgen toe, of schrijf ons: we kunnen een heel spreadsheet overnemen`,
  list_full: (problem) =>
    `in deze lijst passen er hoogstens ${number(problem.limit)}. Haal weg wat niet meer nodig is, of schrijf ons`,
  much_in_day: () => 'dat is veel tekst voor één dag. Kopieer hem ergens anders en ga morgen verder, of schrijf ons',
  many_notes: (problem) =>
    `je hebt ons vandaag ${number(problem.limit)} keer geschreven. Bewaar deze tekst voor morgen, of beantwoord een van onze mails`,
}

/** What was wrong with a value, after its field’s label. */
export function dutchFieldProblem(problem: FieldProblem): string {
  // One that nobody has translated yet
  return problems[problem.code]?.(problem) ?? 'kijk dit nog eens na'
}
