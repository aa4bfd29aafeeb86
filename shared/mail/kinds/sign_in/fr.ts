export const fr = {
  name: 'Lien de connexion',
  ifNotSent: 'Demandez un autre lien de connexion.',
  subject: '{movement} : ouvrir le tableau de bord',
  title: 'Ouvrir le tableau de bord',
  lead: 'Voici votre lien. Il marche une fois, pendant {n} minutes, dans le navigateur où vous l’avez demandé.',
  open: 'Entrer',
  notMe: 'Vous n’avez rien demandé ? Il n’y a rien à faire : sans ce message, personne n’entre à votre place.',
  why: 'Vous recevez ce message parce que votre adresse est celle d’une personne de l’équipe.',
}
