export const fr = {
  name: 'Nouvelle personne référente : est-ce bien vous ?',
  ifNotSent:
    'La personne ne sait pas encore qu’on l’a nommée : prévenez-la autrement, ou demandez au groupe son adresse.',
  subject: '{by} vous propose comme personne référente {du group}',
  kicker: 'Une question pour vous',
  title: 'Êtes-vous d’accord ?',
  lead: '{by} vous propose comme personne référente {du group} : une des personnes à contacter pour joindre le groupe.',
  preview: 'Oui ou non ? Rien n’est public sans votre accord.',
  yes: 'Oui, je suis d’accord',
  no: 'Non, ou ce n’est pas moi',
  choice: 'Répondre oui ou non :',
  asked: 'Ce que cela demande : une minute par mois, pour vérifier ce {que movement} sait du groupe.',
  kept: 'Nous gardons votre nom, votre adresse et, si on nous les a donnés, votre téléphone et votre rôle. Rien n’est public sans votre accord.',
  refuse:
    'Si c’est non, dites-le sur la page qui s’ouvre, ou en répondant à ce mail : nous effaçons tout. Sans réponse, l’invitation prend fin dans trente jours.',
  refuseAgain:
    'Si c’est non, dites-le sur la page qui s’ouvre, ou en répondant à ce mail : nous effaçons tout. Sans réponse, l’invitation prend fin trente jours après notre premier mail.',
  subjectAddress: '{group} : est-ce bien votre adresse ?',
  titleAddress: 'Est-ce bien votre adresse ?',
  leadAddress: '{by} nous dit que vous recevez désormais vos mails ici, pour {group}.',
  leadOwn: 'On nous a demandé, pour {group}, de vous écrire désormais à cette adresse.',
  previewAddress: 'Oui ou non ? Rien ne change avant votre réponse.',
  yesAddress: 'Oui, c’est mon adresse',
  refuseAddress:
    'Ce n’est pas vous ? Dites non sur la page qui s’ouvre, ou ne répondez pas : rien ne change, et nous effaçons cette adresse.',
  kickerAgain: 'Une question pour vous, une dernière fois',
  why: 'Vous recevez ce mail parce {que by} nous a donné votre adresse. Sans réponse, nous pourrons vous le demander une fois encore, pas plus.',
  whyAgain:
    'Nous vous l’avons déjà demandé une fois, parce {que by} nous a donné votre adresse. Nous ne vous le demanderons plus.',
  whyAddress: 'Vous recevez ce mail une seule fois, parce {que by} nous a donné votre adresse.',
  rights: 'Vos données, vos droits, comment vous opposer',
}
