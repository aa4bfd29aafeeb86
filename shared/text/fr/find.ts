import { plural } from './count.ts'
import { au, du } from './elision.ts'

/** For whoever looks for a group near them. */
export const find = {
  title: 'Trouver un groupe',
  search: 'Votre ville ou votre code postal',
  go: 'Chercher',
  map: (groups: number) => `Carte : ${plural(groups, 'groupe', 'groupes')}`,
  point: (name: string, groups: number): string =>
    groups < 2 ? name : `${name} et ${plural(groups - 1, 'autre', 'autres')}`,
  all: 'Les groupes par région',
  groups: (n: number) => plural(n, 'groupe', 'groupes'),
  noRegion: 'Autres groupes',
  nearest: (place: string): string => `Les groupes les plus proches ${du(place)}`,
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
  form: {
    title: (group: string): string => `Écrire ${au(group)}`,
    faultTitle: (title: string): string => `À corriger : ${title}`,
    faultsTitle: 'À corriger',
    lead: 'Nous vous enverrons un mail pour confirmer que c’est bien vous. Le groupe recevra ensuite votre message, et vous répondra directement.',
    name: 'Votre nom',
    email: 'Votre adresse mail',
    trap: 'Laissez ce champ vide',
    body: 'Votre message',
    consent: (movement: string): string =>
      `J’accepte que mon nom, mon adresse et mon message soient envoyés à ce groupe. ${movement} les efface au bout de 60 jours.`,
    send: 'Envoyer',
    fault: {
      consent: 'Cochez la case, sans quoi nous ne pouvons rien transmettre.',
      again: 'Rien n’est perdu : relisez votre message, puis envoyez-le encore une fois.',
    },
    busy: (address: string): string =>
      `Trop de messages arrivent en ce moment. Rien n’est perdu : réessayez plus tard, ou écrivez à ${address}.`,
    sent: {
      title: 'Regardez vos mails',
      body: 'Si vous n’avez pas déjà écrit aujourd’hui avec cette adresse, un mail vient d’y arriver. Ouvrez-le et confirmez dans les 24 heures : le groupe recevra alors votre message.',
    },
  },
  confirm: {
    title: 'Confirmer votre message',
    lead: (group: string): string => `Votre message partira ${au(group)} dès que vous aurez confirmé.`,
    button: 'Oui, c’est moi',
    done: 'Merci, votre message est parti',
    doneNext: (group: string): string => `${group} l’a reçu, et vous répondra directement.`,
  },
  answered: {
    title: 'Vous avez répondu ?',
    lead: (group: string): string =>
      `Quelqu’un a écrit ${au(group)} depuis le site. L’équipe compte combien de personnes ont eu une réponse, rien d’autre.`,
    button: 'Oui, nous avons répondu',
    done: 'Merci, c’est noté',
    doneNext: (group: string): string => `Cette personne a eu une réponse ${du(group)}.`,
  },
  gone: {
    title: 'Ce lien ne fonctionne plus',
    next: 'Il a expiré, ou il est incomplet. Vous pouvez écrire de nouveau au groupe.',
  },
  state: { starting: 'Groupe en création : on cherche du monde.', asleep: 'Groupe en pause : rien pour l’instant.' },
}
