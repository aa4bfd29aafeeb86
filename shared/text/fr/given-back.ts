import { plural } from './count.ts'

/** Ce que le réseau rend à qui vient de répondre. */
export const givenBack = {
  title: 'Autour de vous',
  answered: (answered: number, asked: number) =>
    `${plural(answered, 'groupe a', 'groupes ont')} répondu ce mois-ci, sur ${asked.toLocaleString('fr')}.`,
  near: 'Les groupes les plus proches',
  planned: 'Bientôt près de chez vous',
  keep: {
    see: 'Garder une copie de la fiche',
    title: 'Garder une copie',
    lead: 'Ce qui est écrit de votre groupe est à vous. Ces fichiers s’ouvrent sans Relance.',
    record: 'La fiche, pour un tableur (CSV)',
    history: 'Son histoire, pour un tableur (CSV)',
    calendar: 'Ses activités et formations, pour un agenda (ICS)',
    json: 'Le tout, pour un programme (JSON)',
    warning: 'Il y a dans ces fichiers des noms, des adresses et des téléphones : gardez-les pour le groupe.',
    columns: { part: 'Partie', line: 'Ligne', question: 'Question', answer: 'Réponse' },
    changes: { day: 'Jour', by: 'Par', what: 'Quoi', before: 'Avant', after: 'Après' },
  },
}
