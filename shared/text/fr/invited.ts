import { de, du } from './elision.ts'

/** Whoever is invited, and new addresses: one page, one question. */
export const invited = {
  title: (group: string) => `Être référent·e ${du(group)} : êtes-vous d’accord ?`,
  lead: (by: string, group: string) =>
    `${by} vous propose comme personne référente ${du(group)} : une des personnes à contacter pour joindre le groupe.`,
  yes: 'Oui, je suis d’accord',
  no: 'Non, ou ce n’est pas moi',
  whatFor: (movement: string) =>
    `Si oui : une minute par mois, pour vérifier ce que nous savons du groupe. ${movement} vous écrit, et rien n’est public sans votre accord.`,
  ifNo: 'Si non : nous effaçons ce qu’on nous a donné de vous, et nous ne vous écrivons plus pour cela.',
  given: 'Ce qu’on nous a donné de vous',
  addressTitle: 'Est-ce bien votre nouvelle adresse ?',
  addressLead: (by: string, group: string, name: string) =>
    `${by} nous dit que c’est désormais l’adresse ${de(name)}, référent·e ${du(group)}.`,
  addressOwn: (group: string, name: string) =>
    `${name}, référent·e ${du(group)}, veut recevoir nos mails à cette adresse.`,
  addressYes: 'Oui, c’est mon adresse',
  addressNo: 'Non, ou ce n’est pas moi',
  addressWait: (day: string) => `Si oui : par sécurité, l’ancienne adresse peut encore s’y opposer jusqu’au ${day}.`,
  addressNow: 'Si oui : nous vous écrivons ici dès maintenant.',
  again: 'Appuyez encore une fois',
  acceptedTitle: 'Merci, c’est noté',
  acceptedLead: (day: string) =>
    `Par sécurité, l’ancienne adresse peut encore s’y opposer jusqu’au ${day}. Ensuite, ce même lien ouvre la fiche du groupe, et nous vous écrivons ici.`,
  declinedTitle: 'C’est noté',
  declinedLead: 'Nous avons effacé ce qu’on nous avait donné de vous, et nous ne vous écrirons plus pour cela.',
  declinedSlip: 'Une erreur ? Demandez au groupe de vous proposer de nouveau : un autre mail partira.',
  endedTitle: 'Cette question n’attend plus de réponse',
  endedLead: 'L’invitation a été retirée, ou trop de temps a passé. Vous n’avez rien à faire.',
  keepTitle: 'Quelle est votre adresse ?',
  keepLead: (by: string, group: string, address: string) =>
    `${by} (${group}) nous dit que votre adresse est maintenant ${address}. Si c’est juste, vous n’avez rien à faire.`,
  keepOwn: (address: string) =>
    `Avec votre lien, quelqu’un a demandé que nous vous écrivions à ${address}. Si c’est vous, vous n’avez rien à faire.`,
  keep: 'Non, garder mon adresse',
  keepUntil: (day: string) => `Vous pouvez vous y opposer jusqu’au ${day}. D’ici là, rien ne change.`,
  keptTitle: 'C’est noté : votre adresse reste la même',
  keptLead: 'Rien n’a changé, et nous l’avons dit au groupe.',
  backTitle: 'Reprendre votre adresse ?',
  backLead: (address: string) =>
    `Nous vous écrivons maintenant à ${address}, qui l’a demandé avec votre lien ou l’a confirmé. Si c’est vous, vous n’avez rien à faire.`,
  back: 'Non, reprendre mon adresse',
  backUntil: (day: string) =>
    `Possible jusqu’au ${day}. Nous vous écrirons de nouveau ici, et les liens envoyés ailleurs n’ouvriront plus rien.`,
  backDoneTitle: 'C’est fait : nous vous écrivons de nouveau ici',
  backDoneLead:
    'Les liens envoyés à l’autre adresse n’ouvrent plus rien. Regardez si la fiche est juste : son historique dit ce qui a été changé.',
  backNothingTitle: 'Il n’y a plus rien à reprendre ici',
  backNothingLead:
    'L’adresse a déjà été reprise, ou trop de temps a passé. Pour toute question, répondez à l’un de nos mails.',
  nothingTitle: 'Aucune nouvelle adresse n’est proposée pour vous',
  nothingLead: 'Vous n’avez rien à faire.',
  newAddressShort: (address: string) => `${address} : n’a pas encore dit oui`,
  askedOwn: (address: string) =>
    `Nous vous écrivons à ${address}. Ouvrez ce mail et dites oui : c’est alors votre adresse. D’ici là, l’ancienne reste.`,
  askedOf: (address: string, name: string) =>
    `Nous écrivons à ${address} pour demander si c’est bien l’adresse ${de(name)}. D’ici là, l’ancienne reste.`,
  newAddress: (address: string) =>
    `Nouvelle adresse proposée : ${address}. Nous attendons que la personne qui la lit dise oui.`,
}
