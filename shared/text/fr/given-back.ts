import { showNumber } from '../number.ts'
import { plural } from './count.ts'

/** Ce que le réseau rend à qui vient de répondre. */
export const givenBack = {
  title: 'Autour de vous',
  answered: (answered: number, asked: number) =>
    `${plural(answered, 'groupe a', 'groupes ont')} répondu ce mois-ci, sur ${showNumber(asked, 'fr')}.`,
  near: 'Les groupes les plus proches',
  planned: 'Bientôt près de chez vous',
  keep: {
    see: 'Garder une copie de la fiche',
    title: 'Garder une copie',
    lead: 'Ce qui est écrit de votre groupe est à vous. Ces fichiers s’ouvrent sur tout ordinateur, sans notre site.',
    record: 'La fiche, pour un tableur (CSV)',
    history: 'Son historique, pour un tableur (CSV)',
    calendar: 'Ce qu’il fait et prévoit, pour un agenda (ICS)',
    json: 'Le tout, pour un programme (JSON)',
    warning: 'Il y a dans ces fichiers des noms, des adresses et des téléphones : gardez-les pour le groupe.',
    subscribe: 'Suivre vos groupes dans votre agenda',
    columns: { part: 'Partie', line: 'Ligne', question: 'Question', answer: 'Réponse' },
    changes: { day: 'Jour', by: 'Par', what: 'Quoi', before: 'Avant', after: 'Après' },
  },
  calendar: {
    title: 'Vos groupes dans votre agenda',
    lead: 'Une adresse que votre agenda relit de lui-même : ce que vos groupes prévoient s’y met à jour tout seul.',
    make: 'Créer l’adresse',
    address: 'L’adresse de votre agenda',
    how: 'Dans votre agenda (Google Agenda, Thunderbird, Apple, Nextcloud…), cherchez « Ajouter un agenda par adresse », et collez-la. Sur un téléphone :',
    open: 'Ouvrir dans mon agenda',
    secret: 'Toute personne qui a cette adresse voit ces activités. Elle ne permet rien d’autre.',
    again: 'Changer d’adresse',
    end: 'Supprimer l’adresse',
    endHint: 'Elle a été donnée par erreur ? Avec une autre, l’ancienne ne montre plus rien.',
  },
}
