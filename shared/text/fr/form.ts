import { inSentence } from '../in-sentence.ts'
import { showNumber } from '../number.ts'
import { plural } from './count.ts'
import { du, elide } from './elision.ts'

const list = new Intl.ListFormat('fr')
/** « Lou, Sam et 3 autres personnes ». */
const people = (names: readonly string[], more: number) =>
  list.format([...names, ...(more > 0 ? [plural(more, 'autre personne', 'autres personnes')] : [])])

/** The form of referents. */
export const form = {
  homeTitle: 'Mettre à jour mon groupe',
  homeLead: (movement: string) =>
    `Les référent·es des groupes ${du(movement)} reçoivent régulièrement un mail avec leur lien personnel. Il suffit de l’ouvrir pour vérifier ce que nous savons du groupe.`,
  homeNewLink: 'Recevoir mon lien',
  homeCoordinators: 'Je fais partie de l’équipe : ouvrir le tableau de bord',

  chooseTitle: 'Quel groupe voulez-vous mettre à jour ?',
  chooseLead: (name: string) => `Bonjour ${name}. Vous êtes référent·e de plusieurs groupes.`,
  noGroupTitle: 'Vous n’êtes référent·e d’aucun groupe',
  noGroupLead: 'Si c’est une erreur, écrivez-nous : nous la réparons volontiers.',

  lead: (name: string) => `Bonjour ${name}. Voici ce que nous savons du groupe. Est-ce toujours juste ?`,
  allRight: 'Tout est juste',
  restRight: 'Tout le reste est juste',
  /** For whoever goes by keyboard or by ear: the button stands behind all that it answers for. */
  toAllRight: (label: string) => `Aller au bouton « ${label} »`,
  whatWeKnow: 'Ce que nous savons',
  correct: 'Corriger',
  youAnswered: (day: string) => `Vous avez répondu le ${day}, merci. Quelque chose a changé depuis ? Corrigez-le ici.`,
  progress: (done: number, all: number) => (done === all ? 'tout est à jour' : `${done} sur ${all} à jour`),
  progressOf: { done: 'à jour', to_check: 'à vérifier', missing: 'à compléter' },
  noPhone: (name: string) => `Pas de téléphone pour ${name}`,
  noEmail: (name: string) => `Pas d’adresse mail pour ${name}`,
  sectionRight: 'Rien à changer',
  checkedAgo: (ago: string, by: string | null) => (by ? `vérifié ${ago} par ${by}` : `vérifié ${ago}`),
  neverChecked: 'jamais vérifié',
  nothingYet: 'Rien pour l’instant.',
  toComplete: (labels: readonly string[]) =>
    `À compléter : ${labels.map((label) => inSentence(label, 'fr')).join(', ')}`,
  noList: 'Personne n’est sur une liste.',
  andMore: (n: number) => `et ${plural(n, 'autre', 'autres')}`,
  answered: (by: string, ago: string) => `${by} a déjà répondu ${ago}. Vous pouvez encore corriger.`,
  otherGroups: 'Mes autres groupes',
  nextGroup: (name: string) => `Vérifier aussi ${name}`,
  nextGroups: (n: number) => `Vérifier mes autres groupes (${showNumber(n, 'fr')})`,
  groupAnswered: (name: string) => `${name} (répondu ce mois-ci)`,

  languageKept: { title: 'Nous continuons en français', body: 'Nos mails aussi seront en français.' },
  thanksTitle: 'Merci, c’est noté',
  thanksBody: 'Votre groupe est à jour pour ce mois-ci : personne du groupe ne recevra de rappel.',
  savedTitle: (section: string) => `C’est enregistré : ${section}`,
  savedBody: 'Le reste est juste aussi ? Alors un dernier appui suffit.',
  askedTitle: 'C’est demandé : une nouvelle adresse',
  checkedTitle: (section: string) => `C’est vérifié : ${section}`,

  /** Of a question that may stay unanswered. */
  notSaid: 'pas dit',
  showEverybody: (question: string) => `Montrer à tout le monde : « ${question} »`,
  olderCampaigns: (n: number) => plural(n, 'campagne plus ancienne', 'campagnes plus anciennes'),
  moreRows: (n: number) => `Voir les autres (${showNumber(n, 'fr')})`,
  firstRows: 'Revenir au début',
  olderRows: (n: number) => `Voir les plus anciennes (${showNumber(n, 'fr')})`,
  noCampaign: 'Le mouvement n’a pas encore de campagne.',
  nobody: 'Le groupe n’a plus de référent·e pour le moment',
  nobodyProblem:
    'Il ne resterait personne à qui écrire. Gardez une personne, ajoutez-en une, ou cochez « Le groupe n’a plus de référent·e pour le moment ».',
  draftKept: 'Vous aviez commencé à écrire ici, sans enregistrer.',
  draftRestore: 'Reprendre où j’en étais',
  draftDiscard: 'Oublier',
  save: 'Enregistrer',
  back: 'Revenir sans enregistrer',
  backUnsent: 'Revenir sans envoyer',
  townUnknown: (town: string) =>
    `Nous ne trouvons pas « ${town} » dans notre liste des communes. Est-ce l’une de celles-ci ?`,
  townKeep: (town: string) => `Non, garder « ${town} »`,
  errorsTitle: (n: number) => (n === 1 ? 'Il y a une chose à corriger' : `Il y a ${n} choses à corriger`),
  doubtsTitle: (n: number) => (n === 1 ? 'Une chose à vérifier' : `${n} choses à vérifier`),
  mixedTitle: (n: number) => `Il y a ${n} choses à corriger ou à vérifier`,
  /** Beside a question about what was typed. */
  keepDoubted: 'Si c’est juste, enregistrez de nouveau.',
  invited: (name: string) =>
    `Nous avons écrit à ${name}, qui n’a pas encore dit oui. Ce que vous voyez ici est ce que le groupe a écrit.`,
  waits: (name: string) => `En attente de l’équipe : nous n’avons pas encore écrit à ${name}.`,
  invitedShort: 'n’a pas encore dit oui',
  invites: (names: readonly string[], more: number) =>
    `D’ici quelques minutes, nous écrivons à ${people(names, more)} : une invitation, à accepter ou non. Pour cela, il n’y a rien d’autre à faire.`,
  waitsShort: 'en attente de l’équipe',
  waiting: (names: readonly string[], more: number) =>
    `Nous n’avons pas encore écrit à ${people(names, more)} : cela fait beaucoup de nouvelles personnes en peu de temps, et l’équipe vérifie d’abord. C’est enregistré, vous n’avez rien à faire.`,
  emptied: 'Tout est vide : cochez la case pour enlever cette ligne, ou écrivez de nouveau ce qui était juste.',
  needed: '(obligatoire)',
  rowNumber: (row: string, n: number | string) => `${row} ${n}`,
  unreached: (name: string, since: string) =>
    `Nos mails à ${name} reviennent depuis le ${since} : sa messagerie répond que l’adresse n’existe pas. Si vous connaissez une autre adresse, corrigez-la. Si celle-ci est juste, enregistrez-la telle quelle : nous réessaierons.`,
  unreachedOwn: (since: string) =>
    `Nos mails ne vous arrivent plus depuis le ${since} : votre messagerie répond que votre adresse n’existe pas. Si elle est juste, enregistrez-la telle quelle : nous réessaierons. Sinon, corrigez-la.`,
  submitAgain: 'Appuyez encore une fois',
  saveAgain: 'Appuyez encore une fois sur « Enregistrer »',
  oldPage:
    'Cette page était ouverte depuis longtemps : nous n’avons rien enregistré. Vérifiez, puis appuyez de nouveau.',
  oldPageTyped: 'Cette page était ouverte depuis longtemps. Ce que vous aviez écrit est toujours là.',
  foreignRows: 'Une ligne de cette page n’est pas, ou plus, celle de votre groupe. Regardez ce qui est là.',
  hastySubmission: 'C’était si rapide que nous préférons vérifier que c’est bien vous, et non un robot de messagerie.',
  conflictTitle: (by: string | null) => `${by ?? 'Quelqu’un d’autre'} a corrigé la même chose en même temps`,
  conflictChoose: 'Choisissez ce qui est juste',
  conflictBody: 'Choisissez ce qui est juste, puis enregistrez. Tout le reste de ce que vous avez écrit est gardé.',
  conflictTheirs: (by: string | null) => `ce ${elide('que', by ?? 'l’autre personne')} a écrit`,
  conflictMine: 'ce que vous avez écrit',
  conflictNeither: 'Ni l’un ni l’autre, mais :',
  conflictOther: (label: string) => `${label} : une autre réponse`,
}
