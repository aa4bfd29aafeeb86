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
  kickerStopped: 'Votre ancien lien a été arrêté',
  previewStopped: 'Une personne qui avait votre lien l’a arrêté : il n’ouvre plus rien.',
  notMeStopped:
    'Une personne qui avait votre lien a dit qu’il n’était pas le sien, et l’a arrêté : il n’ouvre plus rien. Celui-ci le remplace. Il est personnel : ne le transférez pas.',
  notMe: 'Vous n’avez rien demandé ? Ignorez ce mail : ce lien n’est arrivé que chez vous.',
}
