import { plural } from './count.ts'

/** Du premier jour à la première mise à jour. */
export const start = {
  title: 'Le premier jour',
  lead: 'De rien à la première mise à jour, en cinq étapes. Le mail mensuel ne part pas avant la dernière ; une personne que vous ajoutez est prévenue tout de suite.',
  link: 'Préparer la première mise à jour, en cinq étapes',
  done: 'fait',
  toDo: 'à faire',
  who: {
    title: 'Dire qui vous êtes',
    says: (movement: string, sender: string) => `Les mails viennent de « ${sender} », pour ${movement}. Est-ce juste ?`,
    link: 'Voir les réglages',
    others: 'Ce n’est pas juste ? Une personne qui administre Relance peut le changer.',
  },
  groups: {
    title: 'Ajouter vos groupes',
    none: 'Aucun groupe pour l’instant. Commencez par un seul : son nom, sa ville, et une personne à qui écrire.',
    some: (groups: number, reachable: number) =>
      `${plural(groups, 'groupe', 'groupes')}, dont ${reachable.toLocaleString('fr')} avec quelqu’un à qui écrire.`,
    add: 'Ajouter un groupe',
    see: 'Voir les groupes',
    sheet: 'Importer un tableau que vous avez déjà',
    sheetOthers:
      'Vous avez déjà un tableau ? Confiez-le à une personne qui administre Relance : elle voit d’abord ce qui changera, puis l’importe.',
  },
  read: {
    title: 'Lire le mail avant les groupes',
    none: 'Il faut d’abord un groupe avec quelqu’un à qui écrire.',
    says: 'Le mail mensuel, tel qu’un de vos groupes le recevra. Le lire n’envoie rien.',
    link: 'Lire le mail mensuel',
  },
  try: {
    title: 'L’essayer sur vous',
    says: 'Envoyez-vous le mail mensuel d’un de vos groupes : vous le lisez comme les groupes le liront, et personne d’autre ne le reçoit.',
    test: 'M’envoyer un test',
    redirect:
      'Pour répéter toute la mise à jour, faites arriver tous les mails chez vous, puis envoyez le mail mensuel : les groupes ne reçoivent rien.',
    on: 'L’essai est en cours : tous les mails vont à l’équipe. Finissez-le quand vous avez vu ce que vous vouliez voir.',
    link: 'Essayer sans écrire à personne',
    others: 'Une personne qui administre Relance peut le faire.',
  },
  day: {
    title: 'Choisir le jour',
    says: (day: string, time: string) => `Les premiers mails partiront le ${day} à ${time}.`,
    none: 'Aucune date n’est prévue.',
    opened: 'La première mise à jour est partie.',
    link: 'L’envoyer maintenant, ou un autre jour',
    monthly: 'Choisir le jour habituel',
    follow: 'Suivre les réponses',
    others: 'Un autre jour ? Une personne qui administre Relance peut le choisir.',
  },
}
