export const fr = {
  name: 'Nouvelle adresse : prévenir l’ancienne',
  ifNotSent: 'La personne ne sait pas qu’on veut changer son adresse : prévenez-la autrement.',
  subject: '{by} nous a donné une nouvelle adresse pour vous',
  subjectOwn: 'Nous vous écrirons bientôt à une autre adresse',
  subjectMoved: 'Nous vous écrivons désormais à une autre adresse',
  kicker: 'Votre adresse',
  title: 'Votre adresse mail a-t-elle changé ?',
  lead: '{by} ({group}) nous a dit que votre adresse a changé.',
  leadOwn: 'Avec votre lien, on nous a demandé de vous écrire à une autre adresse.',
  leadMoved: 'Votre adresse a changé : la nouvelle a dit oui. Les liens de nos mails d’avant n’ouvrent plus rien.',
  address: 'Nouvelle adresse',
  after:
    'C’est juste ? Il n’y a rien à faire. Sinon, gardez votre adresse : vous avez jusqu’au {until}. D’ici là, rien ne change.',
  afterOwn:
    'C’est vous ? Il n’y a rien à faire. Sinon, gardez votre adresse. Rien ne change avant un oui envoyé de la nouvelle.',
  afterMoved: 'C’est vous ? Il n’y a rien à faire. Sinon, reprenez votre adresse : vous avez jusqu’au {until}.',
  open: 'Garder mon adresse',
  openMoved: 'Reprendre mon adresse',
  why: 'Vous recevez ce mail une seule fois, comme personne référente {du group}.',
  whyMoved: 'Vous recevez ce mail une seule fois, parce que nous vous écrivions à cette adresse.',
}
