/** Les pages où le mouvement dit nos phrases autrement. */
export const sentences = {
  title: 'Les mots de nos mails',
  lead: 'Chaque phrase de nos mails peut se dire autrement : vous ou toi, avec ou sans emoji.',
  own: (n: number) => (n === 1 ? '1 phrase à vous' : `${n} phrases à vous`),
  parts: {
    every: 'Dans chaque mail',
    ask: 'Dans les trois mails du mois',
    record: 'La fiche, dans les mails du mois',
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
  tooMuch: 'C’est trop long : 1 000 caractères par phrase, au plus',
}
