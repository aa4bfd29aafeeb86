import { settingFaults } from './setting-faults.ts'

const off = 'Non'
const everybody = 'Oui, ouvert à tout le monde'

/** Les réglages du mouvement, pour qui l’administre. */
export const settings = {
  title: 'Réglages',
  lead: 'Ce que le mouvement demande à ses groupes, quand il leur écrit, et ce que d’autres peuvent lire. Un changement vaut dès la page suivante, et se rattrape.',
  back: 'Tous les réglages',
  fixed: 'Seule la personne qui administre la machine le change.',
  fixedTitle: 'Fixé dans movement.config.ts',
  allFixedShort: 'Tout y est fixé dans movement.config.ts.',
  unsaid: 'rien',
  missing: 'À compléter',
  saved: 'C’est réglé.',
  overtaken: {
    title: 'Quelqu’un vient de changer ces réglages',
    body: 'Ce que vous avez écrit est encore là. Regardez ce qui vaut maintenant, puis enregistrez de nouveau.',
  },
  now: (label: string, value: string) => `${label} : ${value} (ce qui vaut maintenant)`,
  unchanged: 'Rien n’a changé : c’était déjà réglé ainsi.',
  /** Ce qui ne va pas, d’après ses mots anglais. */
  fault: ({ what, detail = '' }: { what: string; detail?: string }): string =>
    (settingFaults[what] ?? what).replace('{}', () => detail),
  pages: {
    movement: { title: 'Le mouvement', lead: 'Son nom, son site, ses langues, et où il est.' },
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
      lead: 'Comment vos feuilles de calcul appellent les colonnes que nous appelons autrement.',
    },
  },
  datesTitle: 'Les six prochaines dates',
  datesLead: 'Avec les réglages de cette page.',
  noDates: 'Aucune date à venir.',
  tryDates: 'Voir les dates, sans enregistrer',
  tried: 'Voici les dates que cela donnerait. Rien n’est enregistré.',
  firstLanguage: { label: 'Première langue', hint: 'Celle des personnes dont nous ne savons rien.' },
  fields: {
    name: { label: 'Nom du mouvement' },
    website: { label: 'Site public', hint: 'L’adresse en entier : https://exemple.org' },
    languages: { label: 'Langues' },
    timeZone: { label: 'Fuseau horaire', hint: 'Par exemple Europe/Paris. Les jours et les heures s’y comptent.' },
    country: {
      label: 'Pays de la plupart des groupes',
      hint: 'En deux lettres, par exemple FR : nous lisons ainsi les numéros de téléphone et les codes postaux.',
    },
    'sender.name': { label: 'Nom qui s’affiche dans la boîte mail' },
    'sender.address': {
      label: 'Adresse d’où partent les mails',
      hint: 'Votre serveur de mails doit avoir le droit d’écrire avec cette adresse.',
    },
    'sender.replyTo': { label: 'Adresse qui reçoit les réponses' },
    'sender.signature': {
      label: 'Qui signe les mails',
      hint: 'Le prénom d’une personne de l’équipe. Sans réponse : la personne dont l’adresse reçoit les réponses.',
    },
    'caps.hour': {
      label: 'Mails par heure, au plus',
      hint: 'Au-delà, ils attendent. La limite de votre fournisseur est un bon choix.',
    },
    'caps.day': { label: 'Mails par jour, au plus' },
    writesTo: { label: 'À quels groupes écrivons-nous chaque mois ?' },
    'calendar.opens': { label: 'Jour du mail mensuel' },
    'calendar.at': { label: 'Heure', hint: 'Par exemple 09:00' },
    'calendar.days': { label: 'Rappels' },
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
    'feeds.map': { label: 'Publier les groupes pour une carte ?' },
    'feeds.calendar': { label: 'Publier les activités pour les agendas ?' },
    'feeds.find': {
      label: 'Ouvrir la page « Trouver un groupe » ?',
      hint: 'À l’adresse /find. On y écrit aussi à un groupe.',
    },
    'feeds.sites': {
      label: 'Sites qui peuvent montrer cette page dans un cadre',
      hint: 'Un par ligne, par exemple https://exemple.org',
    },
    'feeds.colour': { label: 'Couleur de cette page', hint: 'Par exemple #00695c' },
    headings: {
      label: 'Vos titres de colonnes',
      hint: 'Un par ligne : le vôtre, le signe =, puis le nôtre. Par exemple : Antenne = Nom du groupe',
    },
  },
  options: {
    feed: { off, public: everybody, key: 'Oui, aux programmes qui ont une clé' },
    find: { off, public: everybody },
    every: {
      1: 'Chaque mois',
      2: 'Tous les deux mois',
      3: 'Tous les trois mois',
      4: 'Tous les quatre mois',
      6: 'Tous les six mois',
      12: 'Une fois par an',
    },
    publicHolidays: { '': 'Aucun', FR: 'Ceux de France' },
    writesTo: { active: 'Actifs', starting: 'Qui démarrent', asleep: 'En pause' },
  },
  opens: {
    weekday: (nth: number, weekday: string) => `Le ${nth === 1 ? 'premier' : `${nth}e`} ${weekday} du mois`,
    date: (date: number) => `Le ${date === 1 ? '1er' : date} du mois`,
  },
  days: {
    reminder: { label: 'Rappel, jours après le mail mensuel' },
    last_call: { label: 'Dernier rappel, jours après le mail mensuel' },
    silent_groups: {
      label: 'Fin, jours après le mail mensuel',
      hint: 'L’équipe reçoit la liste des groupes sans réponse.',
    },
  },
  changes: {
    title: 'Ce qui a changé dans les réglages',
    lead: 'Depuis un an, le plus récent d’abord.',
    none: 'Rien n’a changé pour l’instant.',
    machine: 'la personne qui administre la machine',
    undo: 'Annuler ce changement',
    undone: 'C’est annulé.',
    overtaken: 'Quelqu’un a réglé la même chose depuis : changez-la à sa page.',
    unknown: 'Ce changement est trop ancien pour être annulé.',
    refused: 'Ce qui valait avant ne convient plus : changez-le à sa page.',
    before: 'avant',
    after: 'après',
    nothing: 'rien de réglé',
  },
}
