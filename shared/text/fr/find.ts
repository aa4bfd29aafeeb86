import { plural } from './count.ts'
import { de } from './elision.ts'

/** For whoever looks for a group near them. */
export const find = {
  title: 'Trouver un groupe',
  search: 'Votre ville ou votre code postal',
  go: 'Chercher',
  map: (groups: number) => `Carte : ${plural(groups, 'groupe', 'groupes')}`,
  point: (name: string, groups: number): string => (groups < 2 ? name : `${name} et ${groups - 1} autres`),
  all: 'Les groupes par région',
  groups: (n: number) => plural(n, 'groupe', 'groupes'),
  noRegion: 'Autres groupes',
  nearest: (place: string): string => `Les groupes les plus proches ${de(place)}`,
  named: (text: string): string => `Les groupes pour « ${text} »`,
  nothing: (text: string): string => `Nous ne trouvons pas « ${text} ».`,
  nothingNext: 'Essayez une ville voisine, ou choisissez votre région.',
  kilometres: (n: number): string => (n < 1 ? 'à moins d’un kilomètre' : `à ${Math.round(n).toLocaleString('fr')} km`),
  none: 'Il n’y a pas encore de groupe à montrer.',
  back: 'Tous les groupes',
  more: (n: number): string =>
    `Les ${n.toLocaleString('fr')} premiers seulement : cherchez votre ville pour voir les autres.`,
  contact: 'Écrire à ce groupe',
  website: 'Site',
  people: 'Qui joindre',
  unknown: 'Ce groupe n’est pas là',
  unknownNext: 'Il a peut-être changé, ou ne veut plus être montré.',
  state: { starting: 'Groupe en création : on cherche du monde.', asleep: 'Groupe en sommeil : rien pour l’instant.' },
}
