/** Les clés qui ouvrent des flux à d’autres programmes. */
export const keys = {
  title: 'Clés pour d’autres programmes',
  lead: 'Une clé laisse un programme lire un flux : une carte, un agenda, une liste de diffusion. Vous pouvez arrêter chacune à tout moment.',
  none: 'Aucune clé pour l’instant.',
  purpose: {
    map: 'La carte des groupes',
    calendar: 'L’agenda des activités',
    api: 'L’API, sans les personnes',
    'api/people': 'L’API, avec les personnes',
  } as Readonly<Record<string, string>>,
  list: (name: string) => `La liste de diffusion « ${name} »`,
  made: (day: string) => `faite le ${day}`,
  revoked: (day: string) => `arrêtée le ${day}`,
  everywhere: 'tout le réseau',
  revoke: 'Arrêter',
  makeTitle: 'Faire une clé',
  name: 'Pour quel programme ?',
  nameHint: 'Par exemple : notre site. C’est par ce nom que vous la retrouverez.',
  what: 'Ce qu’elle ouvre',
  regions: 'Certaines régions seulement',
  answers: 'Certaines réponses seulement',
  answersLead:
    'On montre un groupe qui a donné une des réponses cochées à chaque question. La carte n’a que les réponses que tout le monde peut lire.',
  answersWrong: 'La carte ne montre pas les réponses à cette question',
  make: 'Faire la clé',
  nameWrong: 'Donnez-lui un nom, en 120 caractères au plus',
  nameTaken: 'Une clé de ce nom existe déjà',
  whatWrong: 'Choisissez ce qu’elle ouvre',
  shownTitle: 'Voici la clé',
  shownLead:
    'Elle n’est montrée qu’une fois : copiez-la maintenant dans le programme. Toute personne qui l’a peut lire ce flux.',
  back: 'C’est copié, revenir aux clés',
}
