export const fr = {
  name: 'Nouveau lien',
  ifNotSent: 'La personne attend peut-être son lien : appelez-la, et vérifiez son adresse.',
  subject: '{groups} : votre nouveau lien',
  title: 'Votre nouveau lien',
  lead: {
    one: 'Vous nous avez demandé un lien. Le voici : il ouvre la page de votre groupe.',
    other: 'Vous nous avez demandé un lien. Le voici : il ouvre la page de vos groupes.',
  },
  open: { one: 'Ouvrir mon groupe', other: 'Ouvrir mes groupes' },
  notMe: 'Vous n’avez rien demandé ? Il n’y a rien à faire : ce lien n’est arrivé que chez vous.',
}
