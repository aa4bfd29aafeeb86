import type { Text } from '../fr.ts'
import { inSentence } from '../in-sentence.ts'
import { showNumber } from '../number.ts'
import type { PartOf } from '../translation.ts'
import { plural } from './count.ts'

const list = new Intl.ListFormat('nl')
const people = (names: readonly string[], more: number) =>
  list.format([...names, ...(more > 0 ? [plural(more, 'andere persoon', 'andere personen')] : [])])

export const form: PartOf<Text['form']> = {
  homeTitle: 'Mijn groep bijwerken',
  homeLead: (movement) =>
    `De contactpersonen van de groepen van ${movement} krijgen regelmatig een mail met hun persoonlijke link. Open die link en kijk na wat we over je groep weten.`,
  homeNewLink: 'Stuur me mijn link',
  homeCoordinators: 'Ik zit in het team: open het dashboard',

  chooseTitle: 'Welke groep wil je bijwerken?',
  chooseLead: (name) => `Dag ${name}. Je bent contactpersoon van meerdere groepen.`,
  noGroupTitle: 'Je bent van geen enkele groep contactpersoon',
  noGroupLead: 'Klopt dat niet? Schrijf ons, dan brengen we het in orde.',

  lead: (name) => `Dag ${name}. Dit weten we over je groep. Klopt het nog?`,
  allRight: 'Alles klopt',
  restRight: 'De rest klopt',
  toAllRight: (label) => `Naar de knop “${label}”`,
  whatWeKnow: 'Wat we weten',
  correct: 'Aanpassen',
  youAnswered: (day) => `Je hebt geantwoord op ${day}, bedankt. Is er intussen iets veranderd? Pas het hier aan.`,
  progress: (done, all) => (done === all ? 'alles is bijgewerkt' : `${done} van de ${all} bijgewerkt`),
  progressOf: { done: 'bijgewerkt', to_check: 'na te kijken', missing: 'aan te vullen' },
  showEverybody: (question) => `Aan iedereen tonen: “${question}”`,
  noPhone: (name) => `Geen telefoonnummer van ${name}`,
  noEmail: (name) => `Geen mailadres van ${name}`,
  sectionRight: 'Klopt nog',
  checkedAgo: (ago, by) => (by ? `${ago} nagekeken door ${by}` : `${ago} nagekeken`),
  neverChecked: 'nog nooit nagekeken',
  nothingYet: 'Nog niets.',
  toComplete: (labels) => `Nog in te vullen: ${labels.map((label) => inSentence(label, 'nl')).join(', ')}`,
  noList: 'Niemand staat op een lijst.',
  andMore: (n) => `en nog ${showNumber(n, 'nl')}`,
  answered: (by, ago) => `${by} heeft ${ago} al geantwoord. Je kunt nog altijd iets aanpassen.`,
  otherGroups: 'Mijn andere groepen',
  nextGroup: (name) => `Ook ${name} nakijken`,
  nextGroups: (n) => `Mijn andere groepen nakijken (${showNumber(n, 'nl')})`,
  groupAnswered: (name) => `${name} (deze maand beantwoord)`,

  languageKept: { title: 'We gaan verder in het Nederlands', body: 'Ook onze mails komen voortaan in het Nederlands.' },
  thanksTitle: 'Bedankt, het is genoteerd',
  thanksBody: 'Je groep is klaar voor deze maand: niemand van de groep krijgt nog een herinnering.',
  savedTitle: (section) => `Opgeslagen: ${section}`,
  savedBody: 'Klopt de rest ook? Dan nog één keer drukken en je bent klaar.',
  askedTitle: 'Gevraagd: een nieuw adres',
  checkedTitle: (section) => `Nagekeken: ${section}`,

  notSaid: 'niet gezegd',
  olderCampaigns: (n) => plural(n, 'oudere campagne', 'oudere campagnes'),
  moreRows: (n) => `Bekijk de andere (${showNumber(n, 'nl')})`,
  firstRows: 'Terug naar het begin',
  olderRows: (n) => `Bekijk de oudere (${showNumber(n, 'nl')})`,
  noCampaign: 'De beweging heeft nog geen campagne.',
  nobody: 'De groep heeft voorlopig geen contactpersoon',
  nobodyProblem:
    'Er zou niemand overblijven om naar te schrijven. Houd iemand, voeg iemand toe, of vink aan: “De groep heeft voorlopig geen contactpersoon”.',
  draftKept: 'Je was hier aan het schrijven en had nog niet opgeslagen.',
  draftRestore: 'Verdergaan waar ik was',
  draftDiscard: 'Weggooien',
  save: 'Opslaan',
  back: 'Terug zonder opslaan',
  backUnsent: 'Terug zonder te versturen',
  townUnknown: (town) => `We vinden “${town}” niet in onze lijst van gemeenten. Is het een van deze?`,
  townKeep: (town) => `Nee, houd “${town}”`,
  errorsTitle: (n) => (n === 1 ? 'Er is één ding te verbeteren' : `Er zijn ${n} dingen te verbeteren`),
  doubtsTitle: (n) => (n === 1 ? 'Eén ding om na te kijken' : `${n} dingen om na te kijken`),
  mixedTitle: (n) => `${n} dingen om te verbeteren of na te kijken`,
  keepDoubted: 'Klopt het? Sla dan nog een keer op.',
  invited: (name) =>
    `We hebben naar ${name} geschreven en wachten nog op een ja. Wat je hier ziet, is wat de groep heeft ingevuld.`,
  invitedShort: 'heeft nog geen ja gezegd',
  invites: (names, more) =>
    `Over een paar minuten schrijven we naar ${people(names, more)}: een uitnodiging, om ja of nee op te zeggen. Daarvoor hoef je verder niets te doen.`,
  waits: (name) => `Wacht op het team: we hebben nog niet naar ${name} geschreven.`,
  waitsShort: 'wacht op het team',
  waiting: (names, more) =>
    `We hebben nog niet naar ${people(names, more)} geschreven: dat zijn veel nieuwe mensen in korte tijd, dus kijkt het team het eerst na. Het is opgeslagen, je hoeft niets te doen.`,
  emptied: 'Alles is leeg: vink het vakje aan om dit weg te halen, of vul opnieuw in wat er stond.',
  needed: '(verplicht)',
  rowNumber: (row, n) => `${row} ${n}`,
  unreachedOwn: (since) =>
    `Onze mails komen sinds ${since} niet meer bij je aan: je mailserver zegt dat je adres niet bestaat. Klopt het? Sla het dan op zoals het is: we proberen het opnieuw. Klopt het niet? Pas het aan.`,
  unreached: (name, since) =>
    `Onze mails aan ${name} komen terug sinds ${since}: de mailserver zegt dat het adres niet bestaat. Ken je een ander adres? Pas het aan. Klopt dit adres? Sla het dan op zoals het is: we proberen het opnieuw.`,
  submitAgain: 'Druk nog één keer',
  saveAgain: 'Druk nog één keer op “Opslaan”',
  oldPage: 'Deze pagina stond al lang open: we hebben niets opgeslagen. Kijk het na en druk nog een keer.',
  oldPageTyped: 'Deze pagina stond al lang open. Wat je geschreven had, staat er nog.',
  foreignRows: 'Een regel op deze pagina is niet of niet meer van je groep. Kijk na wat hier staat.',
  hastySubmission: 'Dat ging zo snel dat we liever zeker weten dat jij het bent, en niet een robot die mails leest.',
  conflictTitle: (by) => `${by ?? 'Iemand anders'} heeft intussen hetzelfde aangepast`,
  conflictChoose: 'Kies wat klopt',
  conflictBody: 'Kies wat klopt en sla op. Al het andere dat je geschreven hebt, blijft bewaard.',
  conflictTheirs: (by) => `wat ${by ?? 'de andere persoon'} schreef`,
  conflictMine: 'wat jij schreef',
  conflictNeither: 'Geen van beide, maar wel:',
  conflictOther: (label) => `${label}: een ander antwoord`,
}
