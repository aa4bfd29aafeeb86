export const fr = {
  name: 'Message du site à un groupe',
  ifNotSent: 'La personne attend une réponse : appelez le groupe.',
  subject: '{group} : quelqu’un vous écrit depuis le site',
  preview: 'Votre réponse à ce mail lui arrivera directement.',
  kicker: 'Un message pour le groupe',
  title: 'Quelqu’un écrit {au group}',
  lead: 'Pour répondre à cette personne, répondez à ce mail : il lui arrivera directement. Toutes les personnes référentes du groupe l’ont reçu.',
  from: 'De',
  words: 'Son message',
  after: 'C’est fait ? Un appui prévient l’équipe que la personne a eu une réponse. Rien d’autre ne lui est dit.',
  open: 'Nous avons répondu',
  why: 'Vous recevez ce mail comme personne référente {du group}, que l’on peut joindre depuis le site.',
}
