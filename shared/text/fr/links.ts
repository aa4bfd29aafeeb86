import { de, du } from './elision.ts'

/** Asking for one's link again. */
export const newLink = {
  title: 'Recevoir mon lien',
  lead: 'Écrivez l’adresse mail à laquelle vous recevez nos mails. Nous vous y envoyons un nouveau lien tout de suite.',
  send: 'Recevoir mon lien',
  sentTitle: 'Regardez votre boîte mail',
  sentLead: 'Si c’est l’adresse d’une personne référente, un nouveau lien vient de partir.',
  sentNext:
    'Rien dans quelques minutes ? Regardez dans les indésirables, essayez une autre de vos adresses, ou écrivez-nous.',
}

/** Coordinators ask for a link to the dashboard. */
export const signIn = {
  title: 'Ouvrir le tableau de bord',
  lead: 'Pour l’équipe qui anime le réseau. Écrivez votre adresse mail : nous vous envoyons un lien de connexion, sans mot de passe.',
  send: 'Recevoir un lien de connexion',
  sentTitle: 'Regardez votre boîte mail',
  sentLead:
    'Si cette adresse est celle de l’équipe, un lien vient de partir. Ouvrez-le dans ce navigateur-ci, dans les quinze minutes.',
  sentNext:
    'Rien ne vient ? Ouvrez ici le dernier mail de connexion que vous avez reçu, même d’un autre jour : sa page en envoie un autre. Si vous n’en avez jamais reçu, demandez à la personne qui administre Relance de vous ajouter à l’équipe.',
  openTitle: 'Se connecter',
  openLead: (name: string) =>
    `Bonjour ${name}. Un appui, et vous êtes connecté·e dans ce navigateur, pour douze heures au plus.`,
  open: 'Me connecter',
}

/** Stopping the mails. */
export const unsubscribe = {
  title: 'Ne plus recevoir nos mails',
  lead: (movement: string) =>
    `Un appui, et vous ne recevrez plus les mails mensuels ${du(movement)}, pour aucun de vos groupes.`,
  button: 'Ne plus recevoir ces mails',
  other:
    'Vous quittez le groupe, ou quelqu’un prend la suite ? Le mieux est de le dire dans la fiche du groupe : nous saurons à qui écrire.',
  toGroup: 'Ouvrir la fiche de mon groupe',
  doneTitle: 'C’est noté : vous ne recevrez plus le mail mensuel',
  doneLead: 'Si c’était une erreur, un appui suffit pour revenir en arrière.',
  stoppedTitle: 'Vous ne recevez plus nos mails',
  stoppedLead: 'Vous l’avez demandé, ou votre messagerie pour vous. Un appui suffit pour les recevoir de nouveau.',
  stopped: 'Vous ne recevez plus nos mails mensuels : vous l’avez demandé, ou votre messagerie pour vous.',
  back: 'Recevoir de nouveau ces mails',
  backTitle: 'C’est noté, nous vous écrirons de nouveau',
  backLead: 'Vous recevrez le prochain mail mensuel.',
  onlyYou: (group: string) => `Pour ${group}, nous n’écrivons qu’à vous`,
  nobodyLeft: (group: string) => `Plus personne ne recevra nos mails pour ${group}`,
  nobodyLeftLead:
    'Sans personne à qui écrire, la fiche du groupe vieillit et l’équipe devra vous appeler. Quelqu’un peut prendre la suite ?',
  nameSomebody: 'Nommer quelqu’un d’autre',
}

/** Somebody opened a link that was sent to somebody else. */
export const notMe = {
  whose: (name: string) => `Ce lien est celui ${de(name)}.`,
  see: 'Ce n’est pas vous ?',
  title: 'Ce n’est pas votre lien ?',
  lead: (name: string) =>
    `Ce lien a été envoyé à ${name} : ce que vous corrigez ici est noté à son nom. Vous pouvez l’arrêter : nous enverrons à ${name} un nouveau lien.`,
  button: 'Arrêter ce lien',
  other: (name: string) =>
    `Vous êtes du même groupe ? Demandez à ${name} de vous ajouter aux référent·es : vous recevrez votre propre lien.`,
  back: (name: string) => `Je suis ${name}, revenir au groupe`,
  stoppedTitle: 'Ce lien ne fonctionne plus',
  stoppedLead: (name: string) => `Merci de l’avoir dit. Un nouveau lien vient de partir pour ${name}.`,
}

/** Nothing shows that somebody pressed. */
export const hand = {
  title: 'Une dernière vérification',
  lead: 'Cochez la case, puis enregistrez. Ainsi, aucun robot ne répond à votre place.',
  what: 'Voici ce que nous allons enregistrer',
  itIsMe: (name: string | null): string => (name ? `Oui, c’est moi, ${name}` : 'Oui, c’est bien moi'),
  save: 'Enregistrer',
  tick: 'Cochez la case, puis appuyez sur « Enregistrer »',
}
