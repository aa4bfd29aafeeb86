export const fr = {
  name: 'Retrait de la liste',
  ifNotSent: 'La personne ne sait pas qu’elle a été retirée : prévenez-la si c’est utile.',
  subject: 'Vous n’êtes plus référent ou référente {du group}',
  kicker: 'Pour information',
  title: 'Vous n’êtes plus référent ou référente',
  lead: '{by} a retiré votre nom de la liste. Nous ne vous écrirons plus pour ce groupe.',
  role: 'Personne référente {du group}',
  gone: 'oui → non',
  open: 'Signaler une erreur',
  why: 'Vous recevez ce mail une seule fois, parce que vous étiez une personne référente {du group}.',
}
