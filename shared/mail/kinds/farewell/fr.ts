export const fr = {
  name: 'Retrait de la liste',
  ifNotSent: 'La personne ne sait pas qu’elle a été retirée : prévenez-la si c’est utile.',
  subject: 'Vous n’êtes plus référent·e {du group}',
  kicker: 'Pour information',
  title: 'Vous n’êtes plus référent·e',
  lead: '{by} vous a retiré·e de la liste. Nous ne vous écrirons plus pour ce groupe.',
  role: 'Référent·e {du group}',
  gone: 'oui → non',
  open: 'Signaler une erreur',
  why: 'Vous recevez ce mail une seule fois, parce que vous étiez référent·e {du group}.',
}
