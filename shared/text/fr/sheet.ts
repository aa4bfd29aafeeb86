import type { KindDoubtCode, SheetRowProblem, UnreadableCode } from '../sheet-problem.ts'
import { readings } from './sheet-readings.ts'

const number = (n: number) => n.toLocaleString('fr')
const plural = (n: number, one: string, many: string) => `${number(n)} ${n < 2 ? one : many}`
const names = (list: readonly string[]) =>
  list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} ou ${list.at(-1)}`

/** Accords : « nouveau groupe », « nouvelle formation ». */
const statuses = {
  new: ['nouveau', 'nouveaux', 'nouvelle', 'nouvelles'],
  changed: ['modifié', 'modifiés', 'modifiée', 'modifiées'],
  unchanged: ['inchangé', 'inchangés', 'inchangée', 'inchangées'],
  doubled: ['en double', 'en double', 'en double', 'en double'],
} satisfies Record<string, readonly [m: string, ms: string, f: string, fs: string]>
type Status = keyof typeof statuses

/** Les sortes de feuilles. */
const kinds = {
  places: 'lieux',
  campaigns: 'campagnes',
  groups: 'groupes',
  referents: 'référent·es',
  participations: 'participations',
  trainings: 'formations',
  activities: 'activités',
  languages: 'langues de personnes',
  members: 'membres de listes',
  rows: 'lignes',
}
type KindName = keyof typeof kinds
const feminine: ReadonlySet<string> = new Set('campaigns participations trainings activities languages rows'.split(' '))

/** The importer. */
export const sheet = {
  usage: `Importer des feuilles de calcul.

  npm run import -- groupes.csv                montre ce qui changerait, sans rien changer
  npm run import -- groupes.csv --apply        le montre, puis le fait

Plusieurs fichiers à la fois, dans n’importe quel ordre : groupes, campagnes, participations, formations, activités, lieux.
CSV, LibreOffice (.ods) ou Excel (.xlsx). Les colonnes sont reconnues à leurs titres.

  --all              toutes les lignes, au lieu des premières
  --as groups        ce que la feuille est, quand nous n’en sommes pas sûrs : groups, referents, places…
                     (--as "Feuille 2=groups" pour un seul onglet)
  --means "A = B"    ce qu’un titre veut dire : --means "Mail = Mail réf 1"
  --json             ce qui est compris et ce qui changerait, pour un programme
  --hidden           aussi les onglets et les lignes masqués, et les onglets d’archives
  --template         une feuille vide à remplir, avec ses choix : npm run import -- --template groupes.ods
                     (ou .xlsx, ou .csv)
  --columns          les titres de colonnes que nous connaissons
  --language en      en anglais
  --remote           sur la base de Cloudflare (docs/operations.md)
  DATA=dossier       une autre base que le dossier « data »

En détail : docs/importing.md`,
  columnsLead:
    'Les titres de colonnes que nous connaissons, en majuscules ou non, avec ou sans accents. Ceux qu’il faut ont une étoile (*) ; le 1 peut être 2, 3…',
  unknownLanguage: (languages: readonly string[]) =>
    `Cette langue n’est pas connue. Celles qui le sont : ${languages.join(', ')}.`,
  templateTab: 'Groupes',
  templateWritten: (path: string) => `À remplir : ${path}\nPuis : npm run import -- ${path}`,
  templateThere: (path: string) => `${path} est déjà là. Donnez un autre nom.`,
  templateFormats: (formats: readonly string[]) => `Le modèle s’écrit dans un fichier ${names(formats)}.`,
  unknownKind: (kinds: readonly string[]) => `--as dit ce qu’une feuille est. Au choix : ${kinds.join(', ')}.`,
  meaningUnread: (said: string) => `--means "${said}" : écrivez --means "votre titre = un titre connu".`,
  meaningUnmet: (headings: readonly string[]) =>
    `--means ne trouve aucune colonne : ${headings.join(', ')}. Écrivez le titre de la colonne comme il est dans la feuille.`,

  kinds,
  title: (title: string, kind: string, rows: string) => `${title} : ${kind}, ${rows}`,
  at: (line: string, column: string, words: string) => `${line}, ${column} : ${words}`,
  rows: (n: number, blank: number) =>
    `${plural(n, 'ligne', 'lignes')}${blank > 0 ? ` (et ${plural(blank, 'vide', 'vides')})` : ''}`,
  noRows: 'Aucune ligne sous les titres : rien à importer.',
  status: (kind: KindName, status: Status, n: number) => {
    const [m, ms, f, fs] = statuses[status]
    return `${number(n)} ${feminine.has(kind) ? (n < 2 ? f : fs) : n < 2 ? m : ms}`
  },
  refused: (n: number) => plural(n, 'ligne refusée', 'lignes refusées'),
  mailed: (n: number) =>
    `${plural(n, 'personne de plus recevra', 'personnes de plus recevront')} le mail mensuel, dans un groupe actif ou en création.`,
  leftOutRows: (n: number) => plural(n, 'ligne qui n’est pas un groupe', 'lignes qui ne sont pas des groupes'),
  leftOutTitle: 'Lignes laissées de côté, car elles ne sont pas des groupes',
  nonRows: { total: 'total', title: 'titre', remark: 'remarque', headings: 'titres répétés', nothing: 'rien' },
  memberships: (n: number) => plural(n, 'référent·e', 'référent·es'),
  ignored: (headings: readonly string[]) => `Colonnes ignorées : ${headings.join(', ')}`,
  repeated: (headings: readonly string[]) =>
    `Colonnes lues là où une autre, qui dit la même chose, est vide : ${headings.join(', ')}`,
  unsure: (
    headings: readonly string[],
    { ofReferent, ofGroup }: { ofReferent: readonly string[]; ofGroup: string | null },
  ) =>
    `À vous de dire, nous n’en prenons rien : ${headings.join(', ')}. Est-ce d’un·e référent·e${ofGroup === null ? '' : ', ou du groupe'} ?\n    ${ofReferent.join(' ')}${ofGroup === null ? '' : ` ou bien ${ofGroup}`}`,
  doubt: (title: string, kind: KindName) =>
    `${title} : nous croyons y lire des ${kinds[kind]}, mais n’en sommes pas sûrs. Nous n’y touchons pas.`,
  doubts: {
    people: 'Chaque ligne semble être une personne, et non un groupe, à ces titres',
    people_of_groups:
      'Ce sont des personnes de groupes : référent·es, ou membres ? Nous n’écririons qu’aux premières. D’après ces titres',
    people_or_groups: 'Les noms peuvent être de personnes ou de groupes. D’après ces titres',
    places_or_groups: 'Ce peuvent être des communes ou des groupes. D’après ces titres',
    events_or_groups: 'Ce peuvent être des événements ou des groupes. D’après ces titres',
    name_unsaid: 'Aucun titre ne dit quelle colonne nomme le groupe. C’est peut-être celle-ci',
    past_title: 'D’après son titre, c’est peut-être ce qui était. Si c’est actuel, dites ce que c’est',
  } satisfies Record<KindDoubtCode, string>,
  because: (why: string, signs: string) => `${why} : ${signs}`,
  sayKind: (kind: KindName) => `Si ce sont bien des ${kinds[kind]} : --as ${kind}`,

  refusedTitle: (n: number) => (n < 2 ? '1 ligne refusée' : `${number(n)} lignes refusées`),
  cellsTitle: (n: number) =>
    n < 2
      ? '1 cellule à corriger. Elle est laissée de côté, le reste de sa ligne est pris'
      : `${number(n)} cellules à corriger. Elles sont laissées de côté, le reste de leur ligne est pris`,
  newTitle: (kind: KindName, n: number): string => (n < 2 ? 'Nouveau' : feminine.has(kind) ? 'Nouvelles' : 'Nouveaux'),
  changedTitle: (kind: KindName, n: number): string =>
    feminine.has(kind) ? (n < 2 ? 'Modifiée' : 'Modifiées') : n < 2 ? 'Modifié' : 'Modifiés',
  arrives: 'arrive',
  line: (n: number) => `ligne ${n}`,
  lineAndMore: (n: number, more: number) => `ligne ${n} et ${number(more)} autres`,
  lines: (list: readonly number[]) =>
    list.length > 8
      ? `lignes ${list.slice(0, 6).join(', ')} et ${number(list.length - 6)} autres`
      : `lignes ${list.slice(0, -1).join(', ')} et ${list.at(-1)}`,
  quote: (value: string) => `« ${value} »`,
  emptyCell: '(vide)',
  more: (n: number) => `… et ${number(n)} de plus : tout s’affiche avec --all`,
  reason: (line: number, column: string, words: string) => `Ligne ${line}${column ? `, ${column}` : ''} : ${words}`,

  problem: (problem: SheetRowProblem): string => {
    switch (problem.code) {
      case 'group_unknown':
        return problem.near.length > 0
          ? `aucun groupe ne s’appelle ainsi. Est-ce ${names(problem.near)} ?`
          : 'aucun groupe ne s’appelle ainsi'
      case 'group_ambiguous':
        return `il peut s’agir de plusieurs groupes : ${problem.near.join(', ')}. Écrivez le nom en entier`
      case 'campaign_unknown':
        return problem.near.length > 0
          ? `aucune campagne ne s’appelle ainsi. Est-ce ${names(problem.near)} ?`
          : 'aucune campagne ne s’appelle ainsi. Ajoutez-la à la feuille des campagnes'
      case 'name_taken':
        return problem.line > 0
          ? `la ligne ${problem.line} a le même nom ailleurs (${problem.town}) : est-ce le même groupe ? Corrigez le lieu, ou donnez deux noms à deux groupes`
          : `un groupe que nous connaissons a ce nom ailleurs (${problem.town}) : est-ce le même groupe ? Corrigez le lieu, ou donnez-lui un autre nom`
      case 'row_too_long':
        return `${problem.cells} cellules pour ${problem.headings} titres : un séparateur traîne sans doute dans une cellule`
      case 'referent_without_email':
        return `sans adresse mail, nous ne pouvons pas écrire à ${problem.name}`
      case 'spreadsheet_error':
        return 'une formule du tableur a échoué ici'
      case 'number_shortened':
        return 'le tableur a abrégé ce numéro, et ses derniers chiffres sont perdus. Écrivez-le en entier'
      case 'letters_lost':
        return 'des lettres ont été perdues avant nous (�). Écrivez le mot en entier'
      case 'email_slip':
        return `est-ce bien cette adresse ? Ce peut être ${problem.meant}`
      case 'email_not_ascii':
        return 'cette adresse a un accent, ou une autre lettre que peu de serveurs acceptent. Vérifiez-la'
      case 'several_people':
        return `plusieurs personnes dans une cellule : ${problem.names.join(', ')}. Donnez à chacune ses colonnes, avec son adresse`
      case 'person_past':
        return `${problem.name} n’est peut-être plus référent·e : personne n’est repris de cette cellule`
      case 'person_struck':
        return `« ${problem.name} » est barré, au moins en partie : personne n’est repris de cette cellule. Enlevez le trait (ou les ~~) si c’est toujours un référent ou une référente`
      case 'person_doubtful':
        return `qui est-ce : « ${problem.name} » ? Écrivez le nom de la personne, ou laissez ces cases vides`
      case 'person_refuses':
        return `« ${problem.heading} » dit de ne pas écrire à ${problem.name}, ou qu’on ne le peut pas : personne n’est pris dans cette ligne. Videz cette case si c’est toujours un référent ou une référente`
      case 'struck':
        return `« ${problem.name} » est barré : rien n’est pris de cette ligne. Enlevez le trait si ce groupe existe toujours, ou écrivez son état`
      case 'person_over':
        return `${problem.heading === '' ? 'cette case' : `« ${problem.heading} »`} dit peut-être que quelqu’un n’est plus référent·e (${problem.name}) : personne n’est repris. Corrigez cette case si c’est toujours le cas`
      case 'group_differs':
        return `la ligne ${problem.line} a ce nom et ce lieu, et dit autre chose sous « ${problem.heading} » : un groupe, ou deux ? Corrigez l’une des lignes, ou donnez deux noms à deux groupes`
      case 'person_unknown':
        return 'personne de notre connaissance n’a cette adresse : ajoutez-la d’abord comme référent·e'
      case 'list_unknown':
        return `nous n’avons pas de liste de ce nom. Les listes : ${problem.near.join(', ')}`
      case 'left_list':
        return `cette adresse a quitté ${problem.list}, ou ne veut plus rien recevoir : une feuille ne l’y remet pas`
      case 'town_moved':
        return `nous connaissons cette commune à ${number(problem.away)} km de là${problem.region === '' ? '' : `, en ${problem.region}`}. Si cette feuille a raison sur les communes, dites que c’est une feuille de lieux (--as places) ; cela s’annule dans le journal`
      case 'day_order_unknown':
        return 'le jour ou le mois d’abord ? Cette colonne a les deux. Exemple : 27 mars 2026'
      case 'language_unknown':
        return 'nous ne connaissons pas cette langue. Exemple : fr, ou français'
      case 'state_unknown':
        return `nous ne comprenons pas ce statut : le groupe est pris en pause, et personne n’y reçoit de mail. Dites ce qu’il veut dire : --means "${problem.heading} = ce mot = fermé"`
      case 'person_left':
        return `${problem.name} a quitté ce groupe le ${problem.on.split('-').reverse().join('/')} : une feuille ne l’y remet pas. Si c’est bien voulu, ajoutez cette personne depuis la page du groupe`
      case 'only_a_name':
        return 'un nom, et rien d’autre : est-ce un groupe, ou un titre ? Remplissez une autre colonne si c’est un groupe'
      case 'place_without_position':
        return 'ni latitude ni longitude, et nous ne connaissons pas cette commune'
    }
  },

  notes: {
    doubled: 'Lignes en double, réunies en une',
    differs: 'Des lignes se contredisent : la première est gardée',
    repaired: 'Zéros perdus par le tableur, remis',
    understood: 'Lus ainsi',
    mailbox: 'Une adresse, plusieurs noms : chaque groupe garde le sien, comme rôle',
    beyond: 'Plusieurs adresses ou numéros pour une personne : le premier est pris',
    called: 'Sans adresse mail : à appeler, nous ne leur écrivons pas',
    language: 'Langue dans laquelle nous leur écrirons',
    language_other: 'Lisent une langue dans laquelle le mouvement n’écrit pas : rien n’est noté',
    place_nearly: 'Placés à la commune la plus proche de ce nom',
    place_unknown: 'Communes introuvables : ces groupes n’auront pas de point sur la carte',
    country_assumed: 'Communes de ce nom dans plusieurs de vos pays : pris pour le premier',
    state_assumed: 'Sans statut : pris comme actifs',
    name_assumed: 'Référent·es sans nom : nous prenons le début de leur adresse',
    no_referent: 'Groupes sans référent·e : nous n’aurons personne à qui écrire',
    departed: 'Ont quitté ce groupe, ou demandé l’effacement : cette feuille ne les remet pas',
  },
  readings,
  kept: (kept: string, other: string) => `gardé ${kept}, écarté ${other}`,

  legend: 'Une cellule vide n’efface rien, et une personne absente de la feuille reste inscrite.',
  nothingTaken: 'Rien à écrire. Ce qui n’est pas pris est dit ci-dessus, avec la raison.',
  nothingNew: 'Rien de nouveau : tout est déjà là.',
  preview: (command: string) => `Rien n’a été écrit. Si cela vous convient :\n\n  ${command}`,
  written: (counts: readonly string[]) => `C’est écrit : ${counts.join(', ')}.`,
  writtenRows: {
    places: (n: number) => plural(n, 'lieu', 'lieux'),
    campaigns: (n: number) => plural(n, 'campagne', 'campagnes'),
    made: (n: number) => plural(n, 'groupe nouveau', 'groupes nouveaux'),
    changed: (n: number) => plural(n, 'groupe modifié', 'groupes modifiés'),
    referents: (n: number) => plural(n, 'référent·e', 'référent·es'),
    activities: (n: number) => plural(n, 'activité', 'activités'),
    participations: (n: number) => plural(n, 'participation', 'participations'),
    trainings: (n: number) => plural(n, 'formation', 'formations'),
    languages: (n: number) => plural(n, 'langue', 'langues'),
    members: (n: number) => plural(n, 'membre de liste', 'membres de listes'),
    rows: (n: number) => plural(n, 'autre ligne', 'autres lignes'),
  },
  leftOut: (groups: readonly string[]) =>
    `Quelqu’un vient d’enregistrer ${plural(groups.length, 'groupe', 'groupes')} pendant l’import : ${groups.join(', ')}.\nNous n’y avons pas touché. Relancez l’import pour voir ce qui diffère.`,
  toMend: (files: readonly string[]) =>
    `Ce qui reste à corriger est dans ${files.join(', ')}.\nCorrigez les cellules dans ce fichier, puis importez-le.`,

  unreadable: (code: UnreadableCode, detail: string): string => {
    switch (code) {
      case 'missing':
        return 'ce fichier n’existe pas.'
      case 'folder':
        return 'c’est un dossier. Donnez les fichiers eux-mêmes.'
      case 'denied':
        return 'nous n’avons pas le droit de lire ce fichier.'
      case 'empty':
        return 'ce fichier est vide.'
      case 'too_large':
        return `ce fichier est trop grand (${detail} Mo au plus). Coupez-le en plusieurs, chacun avec ses titres.`
      case 'binary':
        return 'ce n’est pas une feuille de calcul. Exportez-la en CSV, en .ods ou en .xlsx.'
      case 'old_excel':
        return 'c’est un ancien fichier Excel (.xls). Ouvrez-le, et enregistrez-le en .xlsx ou en CSV.'
      case 'damaged_excel':
        return 'ce fichier n’est pas un classeur, ou il est abîmé. Enregistrez-le de nouveau en .ods, en .xlsx ou en CSV.'
      case 'locked':
        return 'ce classeur demande un mot de passe. Enregistrez-en une copie sans mot de passe, et importez-la.'
      case 'numbers':
        return 'c’est un fichier Numbers. Exportez-le en .xlsx ou en CSV (Fichier → Exporter).'
      case 'html':
        return 'c’est une page web, même si son nom dit autre chose. Ouvrez-la dans un tableur, et enregistrez-la en .xlsx ou en CSV.'
      case 'only_hidden':
        return `tous ses onglets sont masqués, ou gardent ce qui est passé : ${detail}. Pour les lire quand même : --hidden`
      case 'unpacks_too_large':
        return `ce classeur contient plus de ${number(Number(detail))} Mo une fois décompressé. Copiez les lignes utiles dans un nouveau fichier, et importez celui-là.`
      case 'too_many_parts':
        return `ce classeur a plus de ${number(Number(detail))} éléments (onglets, images…). Copiez les lignes utiles dans un nouveau fichier, et importez celui-là.`
      case 'quote_open':
        return `un guillemet s’ouvre ligne ${detail} et ne se referme pas dans sa cellule : les lignes suivantes y seraient avalées. Ôtez ce guillemet, et recommencez.`
      case 'too_many_columns':
        return `cette feuille a plus de ${number(Number(detail))} colonnes.`
      case 'too_many_rows':
        return `cette feuille a plus de ${number(Number(detail))} lignes. Coupez-la en plusieurs.`
      case 'too_many_cells':
        return `ce fichier a plus de ${number(Number(detail))} cellules. Coupez-le en plusieurs.`
      case 'too_much_text':
        return `les cellules de ce fichier contiennent plus de ${number(Number(detail))} millions de caractères. Coupez-le en plusieurs.`
      case 'headings_unknown':
        return `nous n’y reconnaissons aucune feuille à ses titres. Nous lisons : ${detail}\nIl faut au moins, par exemple, « Nom du groupe » et « Ville ». Tous les titres connus : npm run import -- --columns\nLes vôtres peuvent rester : headings, dans movement.config.ts, dit ce qu’ils veulent dire (docs/importing.md).`
    }
  },
  unreadableEnd: 'Rien n’a été lu ni écrit.',
}

export type SheetText = typeof sheet
