export const fr = {
  name: 'Nouveau lien',
  ifNotSent: 'La personne attend peut-être son lien : appelez-la, et vérifiez son adresse.',
  subject: 'Votre lien pour {groups}',
  kicker: 'Le lien que vous avez demandé',
  title: 'Voici votre nouveau lien',
  lead: 'Il ouvre la page {du groups}.',
  leadMany: 'Il ouvre la page de vos {n} groupes.',
  preview: 'Demandé à l’instant sur notre page. Il est personnel : ne le transférez pas.',
  open: { one: 'Ouvrir la page du groupe', other: 'Ouvrir mes groupes' },
  notMe: 'Vous n’avez rien demandé ? Ignorez ce mail : ce lien n’est arrivé que chez vous.',
}
