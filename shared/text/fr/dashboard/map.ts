import { percent, plural } from '../count.ts'

/** La carte. */
export const map = {
  title: 'La carte',
  countries: 'Pays',
  modes: 'Ce que montre la carte',
  mode: { freshness: 'Âge des fiches', answers: 'Réponses' },
  says: {
    freshness: (share: number) => `${percent(share)} des fiches ont été vérifiées depuis moins de trois mois.`,
    answers: (share: number) => `${percent(share)} des groupes ont répondu à la dernière mise à jour.`,
  },
  crowdedSays: {
    freshness: (share: number | null): string =>
      share === null
        ? 'L’âge des fiches n’est pas encore connu par département : il est compté à la fin de chaque mise à jour.'
        : `${percent(share)} des parties avaient été vérifiées depuis moins de trois mois, à la fin de la dernière mise à jour complète.`,
    answers: (share: number | null): string =>
      share === null
        ? 'Aucun groupe n’a encore été interrogé.'
        : `${percent(share)} des groupes ont répondu à la dernière mise à jour.`,
  },
  crowded: {
    freshness: (n: number) =>
      `Plus de ${n.toLocaleString('fr')} groupes : plus la couleur d’un département est forte, plus la part de ses parties vérifiées depuis 90 jours est grande. Un endroit plus petit montre les groupes un à un.`,
    answers: (n: number) =>
      `Plus de ${n.toLocaleString('fr')} groupes : plus la couleur d’un département est forte, plus la part de ses groupes interrogés qui ont répondu est grande. Un endroit plus petit montre les groupes un à un.`,
  },
  /** D’après une question du mouvement. */
  own: {
    questions: 'D’après vos questions',
    share: 'Ont répondu',
    says: (share: number, question: string) => `${percent(share)} des groupes ont répondu à « ${question} ».`,
    crowdedSays: (question: string) =>
      `Il y a ici trop de groupes pour montrer leurs réponses à « ${question} » une à une.`,
    crowded: (n: number) =>
      `Plus de ${n.toLocaleString('fr')} groupes : choisissez un endroit plus petit pour voir leurs réponses.`,
    counted: 'D’après la fiche des groupes, telle qu’elle est maintenant.',
    more: 'autre réponse',
    unsaid: 'pas dit',
  },
  fromTo: (from: string, to: string) => `${from} à ${to}`,
  empty: 'Il n’y a pas encore de groupe ici.',
  department: (name: string) => `Département ${name}`,
  keys: 'Légende',
  mark: {
    month: '30 jours ou moins',
    quarter: '31 à 90 jours',
    half: '91 à 180 jours',
    older: 'plus de 180 jours',
    never: 'jamais vérifiée en entier',
    answered: 'a répondu à la dernière mise à jour',
    waiting: 'pas encore de réponse',
    silent: 'sans réponse depuis trois mises à jour ou plus',
    unasked: 'pas interrogé : en pause, sans référent·e, ou arrivé depuis',
  },
  share: { freshness: 'À jour', answers: 'Ont répondu' },
  counted: {
    freshness:
      'Âge de la partie la moins récente, listes non comprises. À jour : 90 jours ou moins. Les groupes en pause y sont aussi.',
    answers:
      'Un groupe a répondu dès qu’une de ses personnes référentes l’a fait. La part ne compte que les groupes interrogés à la dernière mise à jour.',
  },
  regions: 'Par région',
  departments: 'Par département',
  all: 'Revenir à tout le pays',
  latitude: 'Latitude',
  longitude: 'Longitude',
  sheet: 'Ces groupes en tableau',
  list: 'La même chose, groupe par groupe',
  tooMany: (n: number) =>
    `${plural(n, 'groupe', 'groupes')}, c’est trop pour une page. Choisissez une région, ou prenez le tableau entier.`,
  unknown: 'inconnu',
  unplaced: (n: number) =>
    `${plural(n, 'groupe n’est', 'groupes ne sont')} pas sur la carte : ${n < 2 ? 'sa' : 'leur'} ville n’est pas connue.`,
  credits: {
    svg_maps: 'Contours des départements : @svg-maps, Victor Cazanave, CC BY 4.0.',
    natural_earth: 'Contours : Natural Earth, domaine public.',
  },
}
