import { inLanguages } from '#shared/text/words.ts'

/** What the columns of lists of groups are called that show no field. */
export const columnLabels = {
  state: inLanguages({ fr: 'État', en: 'State' }),
  members: inLanguages({ fr: 'Personnes actives', en: 'Active members' }),
  contacts: inLanguages({ fr: 'Qui appeler', en: 'Whom to call' }),
  answered: inLanguages({ fr: 'Dernière réponse', en: 'Last answer' }),
  silent: inLanguages({ fr: 'Mises à jour sans réponse', en: 'Rounds without an answer' }),
  checked: inLanguages({ fr: 'Fiche vérifiée', en: 'Record checked' }),
} as const
