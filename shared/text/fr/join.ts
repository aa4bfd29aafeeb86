import { au, du } from './elision.ts'

/** Pour un groupe qui s’inscrit, et pour l’équipe qui lui répond. */
export const join = {
  form: {
    title: (movement: string): string => `Inscrire un groupe ${du(movement)}`,
    lead: 'Votre groupe se lance, et nous n’en savons encore rien ? Dites-nous qui vous êtes. Vous confirmez par un mail, puis l’équipe vous répond.',
    group: 'Votre groupe',
    you: 'Vous',
    free: '(si vous voulez)',
    body: 'Un mot pour l’équipe',
    consent: (movement: string): string =>
      `J’accepte que l’équipe ${du(movement)} lise ceci pour me répondre. Elle l’efface 60 jours après sa réponse.`,
    send: 'Envoyer',
    again: 'Inscrire un groupe',
    fault: {
      consent: 'Cochez la case, sans quoi l’équipe ne peut rien lire.',
      again: 'Rien n’est perdu : relisez ce que vous avez écrit, puis envoyez-le encore une fois.',
    },
    busy: (address: string): string =>
      `Trop de demandes arrivent en ce moment. Rien n’est perdu : réessayez plus tard, ou écrivez à ${address}.`,
    sent: {
      title: 'Regardez vos mails',
      body: 'Si vous n’avez pas déjà inscrit un groupe aujourd’hui avec cette adresse, un mail vient d’y arriver. Ouvrez-le et confirmez : l’équipe recevra alors votre demande.',
    },
  },
  confirm: {
    title: 'Confirmer l’inscription',
    lead: (group: string, town: string): string => `Vous inscrivez « ${group} », ${au(town)}. Est-ce bien vous ?`,
    button: 'Oui, c’est moi',
    done: 'Merci, l’équipe a votre demande',
    doneNext: (group: string): string =>
      `Elle la lit et vous répond par mail. Ensuite, la fiche ${du(group)} est à vous.`,
  },
  gone: {
    title: 'Ce lien ne fonctionne plus',
    next: 'Il a expiré, ou il est incomplet. Vous pouvez inscrire votre groupe de nouveau.',
  },
  /** Sur /find. */
  invite: 'Votre groupe n’est pas là ? Inscrivez-le',
  desk: {
    title: 'Groupes qui s’inscrivent',
    lead: 'Des personnes ont inscrit leur groupe et confirmé leur adresse. Acceptez ce groupe, ou répondez pourquoi non.',
    where: 'L’adresse à donner aux groupes qui veulent s’inscrire :',
    closed: 'La page où un groupe s’inscrit est fermée. Elle s’ouvre dans Réglages, « Ce que d’autres peuvent lire ».',
    none: 'Aucun groupe n’attend.',
    waits: (name: string): string => `inscrit par ${name}, attend votre réponse`,
    noneDone: 'Aucune réponse pour l’instant.',
    seeDone: 'Voir les réponses données',
    seeOpen: 'Voir les groupes qui attendent',
    alike: 'Est-ce l’un de ces groupes, que nous connaissons déjà ?',
    noneAlike: 'Nous ne connaissons aucun groupe de ce nom, ni dans cette ville.',
    unplaced: 'Nous ne connaissons pas cette ville : vous pourrez la corriger.',
    said: (name: string, day: string): string => `${name}, le ${day}`,
    accept: 'Accepter ce groupe',
    refuse: 'Répondre pourquoi non',
    answer: 'Votre réponse',
    answerHint: 'Elle part par mail, signée de l’équipe. Si la personne répond, sa réponse va à l’adresse de l’équipe.',
    send: 'Envoyer la réponse',
    erase: 'Effacer cette demande',
    eraseLead: 'Sans répondre : pour un essai, un robot, ou qui le demande. On ne peut pas revenir en arrière.',
    became: 'c’est maintenant le groupe',
    acceptedBy: (by: string, day: string): string => `Accepté par ${by}, le ${day}`,
    refusedBy: (by: string, day: string): string => `${by} a répondu le ${day} :`,
    gone: 'Quelqu’un de l’équipe a déjà répondu à cette demande.',
    seeGroup: 'Voir ce groupe',
    formLead: (name: string): string =>
      `Vérifiez le nom et la ville, puis enregistrez : ${name} en devient référent·e et reçoit le mail habituel.`,
    done: {
      accepted: 'C’est un groupe. La personne qui l’inscrivait reçoit un mail dans les dix minutes, de jour.',
      refused: 'La réponse part.',
      erased: 'La demande est effacée.',
    },
  },
  today: (n: number): string =>
    n === 1
      ? '1 groupe s’inscrit et attend votre réponse'
      : `${n.toLocaleString('fr')} groupes s’inscrivent et attendent votre réponse`,
}
