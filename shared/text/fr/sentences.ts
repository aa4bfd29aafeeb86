/** Les pages où le mouvement dit nos phrases autrement. */
export const sentences = {
  title: 'Les mots de nos pages et de nos mails',
  lead: 'Chaque phrase de nos pages et de nos mails peut se dire autrement : au « vous » ou au « tu », avec ou sans emoji.',
  own: (n: number) => (n === 1 ? '1 phrase à vous' : `${n} phrases à vous`),
  parts: {
    every: 'Dans chaque mail',
    ask: 'Dans les trois mails de chaque mise à jour',
    record: 'La fiche, dans les mails mensuels',
  },
  partLead:
    'Au-dessus de chaque case, notre phrase. Une case vidée la reprend. {du …}, {de …} et {que …} font la liaison : {du groups} devient « d’Archipel Pau ».',
  mayName: (values: string) => `Se remplacent à l’envoi : ${values}`,
  changed: (was: string) => `Depuis que vous l’avez changée, notre phrase n’est plus celle-ci : ${was}`,
  try: 'Voir le mail, sans enregistrer',
  tried: 'Voici le mail que cela donnerait. Rien n’est enregistré.',
  preview: 'Le mail, en texte',
  braces: 'une accolade est seule',
  unknownValue: (name: string) => `cette phrase ne connaît pas {${name}}`,
  pagesTitle: 'Une phrase de nos pages',
  find: 'Quelques mots de la phrase',
  findHint: 'Par exemple : « Tout est juste ».',
  search: 'Chercher',
  found: (n: number, shown: number) =>
    n > shown
      ? `${n} phrases : en voici ${shown}. Un mot de plus en laisse moins.`
      : n === 1
        ? '1 phrase'
        : `${n} phrases`,
  foundNone:
    'Aucune phrase n’a ces mots. Certaines ne se changent pas : celles des réglages, et celles faites de plusieurs morceaux.',
  ownTitle: 'Vos phrases sur les pages',
  mailsTitle: 'Nos mails, un par un',
  places: {
    referents: 'pages des référent·es',
    public: 'pages publiques',
    dashboard: 'tableau de bord',
    team: 'pages de l’équipe',
  },
  hasChanged: 'notre phrase a changé depuis',
  oneTitle: 'Une phrase à vous',
  oneLead: 'Au-dessus de la case, notre phrase. Une case vidée la reprend.',
  mayNameOn: (values: string) =>
    `À garder, avec les accolades : ${values}. La page y met un nom, une date ou un nombre. {du 1}, {de 1} et {que 1} font la liaison : « d’Archipel », « du Réseau ».`,
  tryOne: 'Voir le résultat, sans enregistrer',
  triedOne: 'Voici ce que cela donnerait. Rien n’est enregistré.',
  onPage: 'Sur sa page',
  around: 'Parmi les phrases voisines',
  tag: 'écrivez sans < ni > : une page n’a pas de balises',
  tooLongFor: (most: number) => `c’est trop long pour sa place : ${most} caractères au plus`,
  tooMuch: 'C’est trop long : 1 000 caractères par phrase, au plus',
}
