/** A mail that somebody of the team sends to themselves, and where its links lead. */
export const testMail = {
  title: 'M’envoyer un test',
  lead: (address: string) =>
    `Le mail part vers ${address} et vers personne d’autre. « [Test] » est écrit dans son objet ; ses liens ne changent rien.`,
  kind: 'Quel mail ?',
  send: 'M’envoyer ce test',
  sent: 'Vos derniers tests',
  paused: 'Les mails sont en pause : le test n’est pas parti',
  pausedBody: 'Une personne qui administre Relance peut les faire repartir, dans « Gérer les envois ».',
  many: 'Trop de tests en une heure : celui-ci n’est pas parti',
  manyBody: 'Vous pourrez de nouveau en envoyer d’ici une heure.',
  link: {
    title: 'C’était un test',
    lead: 'Ce lien vient d’un mail que l’équipe s’est envoyé, ou a regardé, pour le relire. Il n’ouvre la fiche de personne et ne change rien.',
    next: 'Vous n’êtes pas de l’équipe ? Quelqu’un vous l’a sans doute transmis. Votre propre lien est dans le mail que vous recevez régulièrement.',
  },
}
