/** Les clés qui ouvrent des flux à d’autres programmes. */
export const keys = {
  title: 'Clés pour d’autres programmes',
  lead: 'Une clé laisse un programme lire un flux : une carte, un agenda, une liste de diffusion. Chacune s’arrête quand vous le voulez.',
  none: 'Aucune clé pour l’instant.',
  purpose: {
    map: 'La carte des groupes',
    calendar: 'L’agenda des activités',
    api: 'L’interface des programmes, sans les personnes',
    'api/people': 'L’interface des programmes, personnes comprises',
  } as Readonly<Record<string, string>>,
  list: (name: string) => `La liste de diffusion « ${name} »`,
  made: (day: string) => `faite le ${day}`,
  revoked: (day: string) => `arrêtée le ${day}`,
  everywhere: 'tout le réseau',
  revoke: 'Arrêter',
  makeTitle: 'Faire une clé',
  name: 'Pour quel programme ?',
  nameHint: 'Par exemple : notre site. Le même nom sert à l’arrêter.',
  what: 'Ce qu’elle ouvre',
  regions: 'Certaines régions seulement',
  answers: 'Certaines réponses seulement',
  answersLead:
    'On montre un groupe qui a donné une des réponses cochées à chaque question. La carte ne connaît que celles que tout le monde peut lire.',
  answersWrong: 'La carte ne montre pas les réponses à cette question',
  make: 'Faire la clé',
  nameWrong: 'Donnez-lui un nom, en 120 caractères au plus',
  nameTaken: 'Une clé de ce nom existe déjà',
  whatWrong: 'Choisissez ce qu’elle ouvre',
  shownTitle: 'Voici la clé',
  shownLead:
    'Elle n’est montrée que cette fois : copiez-la maintenant dans le programme. Toute personne qui l’a peut lire ce flux.',
  back: 'C’est copié, revenir aux clés',
}
