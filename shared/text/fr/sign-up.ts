/** La page publique d’une liste de diffusion. */
export const signUp = {
  lead: 'Donnez votre adresse : nous vous envoyons un mail avec un lien, qui vous inscrit ou vous désinscrit.',
  email: 'Votre adresse mail',
  trap: 'Laissez ce champ vide',
  send: 'Recevoir le lien',
  use: (movement: string): string =>
    `${movement} ne garde de vous que cette adresse, pour cette liste. Elle est effacée un mois après votre départ.`,
  faultTitle: (title: string): string => `À corriger : ${title}`,
  fault: {
    email: 'Écrivez une seule adresse, en entier.',
    again: 'Rien n’est perdu : envoyez une seconde fois.',
    busy: 'Trop de demandes arrivent en ce moment. Réessayez plus tard.',
  },
  sent: {
    title: 'Regardez vos mails',
    body: 'Si cette adresse n’en a pas reçu aujourd’hui, un mail vient de partir. Ouvrez-le dans les 24 heures.',
  },
  off: (list: string): string => `Vous n’êtes pas inscrit·e à « ${list} ».`,
  on: (list: string): string => `Vous êtes inscrit·e à « ${list} ».`,
  join: 'M’inscrire',
  leave: 'Me désinscrire',
  joined: 'C’est fait : vous êtes inscrit·e',
  left: 'C’est fait : vous n’êtes plus inscrit·e',
  leftNext: 'Votre adresse sera effacée dans un mois. Vous pouvez revenir quand vous voulez.',
  joinedNext: 'Vous pouvez partir quand vous voulez, par la même page.',
  gone: { title: 'Ce lien ne fonctionne plus', next: 'Demandez-en un autre sur la page de la liste.' },
}
