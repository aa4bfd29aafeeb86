export const fr = {
  name: 'Retrait de la liste',
  ifNotSent: 'La personne ne sait pas qu’elle a été retirée : prévenez-la si c’est utile.',
  subject: 'Vous n’êtes plus référent·e du groupe {group}',
  title: 'Vous n’êtes plus référent·e du groupe {group}',
  lead: '{by} vous a retiré·e de la liste : nous ne vous écrirons plus pour ce groupe. Merci pour ce que vous avez fait.',
  mistake: 'C’est une erreur ? Dites-le-nous sur la page qui s’ouvre, ou répondez à ce message.',
  open: 'C’est une erreur, le dire',
  why: 'Vous recevez ce message une seule fois, parce que vous étiez référent·e du groupe {group}.',
}
