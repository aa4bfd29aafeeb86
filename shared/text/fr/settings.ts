import { logo } from './logo.ts'
import { ownNouns } from './own-nouns.ts'
import { questionForm } from './question-form.ts'
import { sentences } from './sentences.ts'
import { settingFaults } from './setting-faults.ts'

const off = 'Non'
const everybody = 'Oui, ouvert à tout le monde'

/** Les réglages du mouvement, pour qui l’administre. */
export const settings = {
  title: 'Réglages',
  lead: 'Ce que le mouvement demande à ses groupes, quand il leur écrit, et ce que d’autres peuvent lire. Un changement vaut dès la page suivante, et peut s’annuler.',
  back: 'Tous les réglages',
  fixed: 'Seule la personne qui gère le serveur peut le changer.',
  fixedTitle: 'Fixé dans movement.config.ts',
  allFixedShort: 'Tout est fixé dans movement.config.ts.',
  unsaid: 'rien',
  missing: 'À compléter',
  saved: 'C’est enregistré.',
  overtaken: {
    title: 'Quelqu’un vient de changer ces réglages',
    body: 'Ce que vous avez écrit est encore là. Comparez avec les réglages actuels, puis enregistrez de nouveau.',
  },
  now: (label: string, value: string) => `${label} : ${value} (réglage actuel)`,
  unchanged: 'Rien n’a changé : c’était déjà le réglage.',
  /** Ce qui ne va pas, d’après ses mots anglais. */
  fault: ({ what, detail = '' }: { what: string; detail?: string }): string =>
    (settingFaults[what] ?? what).replace('{}', () => detail),
  pages: {
    movement: { title: 'Le mouvement', lead: 'Son nom, son site, ses langues, et où il est.' },
    nouns: {
      title: 'Vos mots',
      lead: 'Vos noms pour un groupe, un·e référent·e, une région. Les pages, les mails et les tableaux les reprennent.',
    },
    face: { title: 'Couleur et logo', lead: 'L’apparence de vos pages et de vos mails.' },
    sender: {
      title: 'Qui écrit',
      lead: 'De qui viennent les mails, qui lit les réponses, et combien de mails partent au plus.',
    },
    calendar: {
      title: 'Quand nous écrivons',
      lead: 'Le jour du mail mensuel, ses rappels, et les jours où rien ne part.',
    },
    feeds: {
      title: 'Ce que d’autres peuvent lire',
      lead: 'La carte, l’agenda et la page où l’on trouve un groupe. Rien n’est ouvert tant que vous ne le décidez pas.',
    },
    sheets: {
      title: 'Vos tableaux',
      lead: 'Vos titres de colonnes, quand ils diffèrent des nôtres.',
    },
  },
  nouns: ownNouns,
  datesTitle: 'Les six prochaines dates',
  datesLead: 'Avec les réglages de cette page.',
  noDates: 'Aucune date à venir.',
  tryDates: 'Voir les dates, sans enregistrer',
  tried: 'Voici les dates que cela donnerait. Rien n’est enregistré.',
  firstLanguage: { label: 'Première langue', hint: 'Pour les personnes dont nous ne connaissons pas la langue.' },
  fields: {
    name: { label: 'Nom du mouvement' },
    website: { label: 'Site public', hint: 'L’adresse en entier : https://exemple.org' },
    languages: { label: 'Langues' },
    timeZone: { label: 'Fuseau horaire', hint: 'Par exemple Europe/Paris. Les jours et les heures s’y comptent.' },
    country: {
      label: 'Pays de la plupart des groupes',
      hint: 'En deux lettres, par exemple FR. Nous lisons les numéros de téléphone et les codes postaux comme dans ce pays.',
    },
    otherCountries: {
      label: 'Autres pays où il y a des groupes',
      hint: 'Un par ligne, en deux lettres. Chaque groupe dit alors son pays.',
    },
    'sender.name': { label: 'Nom qui s’affiche dans la boîte mail' },
    'sender.names': {
      label: 'Ce nom dans d’autres langues',
      hint: 'Un par ligne, si vous en avez plusieurs. Par exemple : nl = Levende Hagen',
    },
    'sender.address': {
      label: 'Adresse d’où partent les mails',
      hint: 'Votre serveur de mails doit avoir le droit d’envoyer avec cette adresse.',
    },
    'sender.replyTo': { label: 'Adresse qui reçoit les réponses' },
    'sender.signature': {
      label: 'Qui signe les mails',
      hint: 'Le prénom d’une personne de l’équipe. Si c’est vide : la personne de l’équipe dont l’adresse reçoit les réponses.',
    },
    'caps.hour': {
      label: 'Mails par heure, au plus',
      hint: 'Au-delà, ils attendent. La limite de votre fournisseur est un bon choix.',
    },
    'caps.day': { label: 'Mails par jour, au plus' },
    secondFactor: {
      label: 'Qui doit avoir la validation en deux étapes ?',
      hint: 'Un code du téléphone, en plus du lien reçu par mail. Les personnes qui l’ont activée doivent toujours l’écrire.',
    },
    writesTo: { label: 'À quels groupes écrivons-nous à chaque mise à jour ?' },
    'calendar.opens': { label: 'Jour du mail mensuel' },
    'calendar.at': { label: 'Heure', hint: 'Par exemple 09:00' },
    'calendar.sequence': { label: 'Rappels' },
    'calendar.every': { label: 'Tous les combien ?', hint: 'Compté à partir de janvier.' },
    'calendar.skippedMonths': { label: 'Mois sans mail' },
    'calendar.postponed': {
      label: 'Mises à jour à un autre jour que prévu',
      hint: 'Une par ligne, par exemple 2026-12 = 2026-12-08',
    },
    'calendar.holidays': {
      label: 'Jours où rien ne part',
      hint: 'Un par ligne, par exemple 2026-12-25. Ce qui devait partir part le jour suivant.',
    },
    'calendar.publicHolidays': { label: 'Jours fériés où rien ne part' },
    'calendar.quiet.from': { label: 'Le soir, rien ne part à partir de', hint: 'Par exemple 20:00' },
    'calendar.quiet.until': { label: 'Le matin, rien ne part avant', hint: 'Par exemple 08:00' },
    'calendar.linkGraceDays': {
      label: 'Jours où un lien fonctionne encore',
      hint: 'Après le mail mensuel suivant.',
    },
    'feeds.inMail': {
      label: 'Parler des groupes proches dans le mail mensuel ?',
      hint: 'Les deux groupes les plus proches sur la carte publique, et les deux prochaines activités autour.',
    },
    'feeds.map': { label: 'Publier les groupes pour une carte ?' },
    'feeds.calendar': { label: 'Publier les activités pour les agendas ?' },
    'feeds.join': { label: 'Ouvrir la page « Inscrire un groupe » ?', hint: 'À /join. L’équipe accepte, ou répond.' },
    'feeds.find': { label: 'Ouvrir la page « Trouver un groupe » ?', hint: 'À /find. On y écrit aussi à un groupe.' },
    'feeds.sites': {
      label: 'Sites qui peuvent montrer cette page dans un cadre',
      hint: 'Un par ligne, par exemple https://exemple.org',
    },
    'feeds.colour': { label: 'Couleur de la page où l’on trouve un groupe (/find)', hint: 'Par exemple #00695c' },
    'face.colour': {
      label: 'Couleur des liens et des boutons',
      hint: 'Par exemple #00695c. En mode sombre, une nuance plus claire est utilisée.',
    },
    headings: {
      label: 'Vos titres de colonnes',
      hint: 'Un par ligne : le vôtre, le signe =, puis le nôtre. Par exemple : Antenne = Nom du groupe',
    },
  },
  options: {
    feed: { off, public: everybody, key: 'Oui, aux programmes qui ont une clé' },
    find: { off, public: everybody },
    inMail: { off, nearby: 'Oui' },
    every: {
      1: 'Tous les mois',
      2: 'Tous les deux mois',
      3: 'Tous les trois mois',
      4: 'Tous les quatre mois',
      6: 'Tous les six mois',
      12: 'Une fois par an',
    },
    publicHolidays: {
      '': 'Aucun',
      'GB-ENG': 'Angleterre',
      'GB-NIR': 'Irlande du Nord',
      'GB-SCT': 'Écosse',
      'GB-WLS': 'Pays de Galles',
    },
    secondFactor: { off: 'Personne n’y est obligé', acts: 'Les personnes qui agissent', all: 'Toute l’équipe' },
    writesTo: { active: 'Actifs', starting: 'Qui démarrent', asleep: 'En pause' },
  },
  opens: {
    weekday: (nth: number, weekday: string) => `Le ${nth === 1 ? 'premier' : `${nth}e`} ${weekday} du mois`,
    date: (date: number) => `Le ${date === 1 ? '1er' : date} du mois`,
  },
  sequence: {
    reminders: {
      label: 'Rappels, jours après le mail',
      hint: 'Un par ligne, aux groupes sans réponse. « 7 » : sept jours après le mail. « 7 jeudi » : le premier jeudi à partir de là.',
    },
    end: {
      label: 'Fin, jours après le mail',
      hint: 'De même. L’équipe reçoit la liste des groupes sans réponse.',
    },
  },
  asked: {
    title: 'Ce que nous demandons',
    lead: 'Les parties de la fiche d’un groupe, dans l’ordre du formulaire, et vos propres questions.',
    ours: (n: number) => (n === 1 ? '1 question de Relance' : `${n} questions de Relance`),
    addQuestion: 'Ajouter une question',
    addSection: 'Ajouter une partie',
    change: 'Modifier',
    up: 'Monter',
    down: 'Descendre',
    leaveOut: 'Ne plus demander',
    askAgain: 'Demander de nouveau',
    notAsked: 'Parties qui ne sont pas demandées',
    notAskedLead: 'Ce que les groupes y ont écrit est gardé, et revient avec elles.',
    noName: 'Quelle question donne son nom à une ligne, et quelle date les range ? Choisissez sous « Modifier ».',
    noList: 'Pas encore de liste : cette partie ne se voit pas.',
    nextRound: 'à partir de la prochaine mise à jour',
    no: 'n’est plus demandée',
    saved: 'C’est enregistré.',
    fixed: 'Fixé dans movement.config.ts : seule la personne qui gère le serveur peut le changer.',
  },
  question: questionForm,
  section: {
    newTitle: 'Une nouvelle partie',
    title: 'Une partie de la fiche',
    lead: 'Une liste que chaque groupe tient : réunions, matériel, membres du bureau… Ses questions s’ajoutent ensuite.',
    titleField: { label: 'Titre', hint: 'Par exemple : Réunions' },
    row: { label: 'Une seule ligne s’appelle', hint: 'Par exemple : réunion' },
    leadField: { label: 'Consigne au-dessus du formulaire', hint: 'Facultatif.' },
    add: { label: 'Bouton pour une ligne de plus', hint: 'Par exemple : Ajouter une réunion' },
    name: { label: 'Question qui donne son nom à une ligne' },
    day: { label: 'Date qui range les lignes', hint: 'Les chiffres comptent alors une année.' },
    none: 'aucune',
    rows: (n: number) =>
      n === 0
        ? 'Aucun groupe n’y a encore écrit.'
        : n === 1
          ? '1 ligne est gardée.'
          : `${n.toLocaleString('fr')} lignes sont gardées.`,
    needed: 'Écrivez le titre',
    saved: 'La partie est là. Elle se montre dès qu’elle a une question.',
  },
  sentences,
  logo,
  lists: {
    title: 'Listes de diffusion',
    lead: 'Chaque référent·e choisit ses listes. Pour ne plus proposer une liste, videz ses textes.',
    fresh: 'Une nouvelle liste',
    label: 'Nom de la liste',
    about: 'Ce qu’on y lit, et combien de messages',
    key: 'Comment votre logiciel de listes l’appelle',
    keyHint: 'Facultatif. Des lettres minuscules, des chiffres et _ ; ne change plus ensuite.',
    more: 'Ajouter une autre liste',
    people: (key: string, n: number) =>
      `${key} : ${n === 0 ? 'personne encore' : n === 1 ? '1 personne y est' : `${n.toLocaleString('fr')} personnes y sont`}`,
  },
  changes: {
    title: 'Ce qui a changé dans les réglages',
    lead: 'Depuis un an, le plus récent d’abord.',
    none: 'Rien n’a changé pour l’instant.',
    machine: 'la personne qui gère le serveur',
    undo: 'Annuler ce changement',
    undone: 'C’est annulé.',
    overtaken: 'Quelqu’un a changé le même réglage depuis : changez-le sur sa page.',
    unknown: 'Ce changement est trop ancien pour être annulé.',
    refused: 'L’ancienne valeur n’est plus valable : changez le réglage sur sa page.',
    before: 'avant',
    after: 'après',
    nothing: 'rien de réglé',
  },
}
