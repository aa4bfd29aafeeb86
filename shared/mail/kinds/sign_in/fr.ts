export const fr = {
  name: 'Lien de connexion',
  ifNotSent: 'Demandez un autre lien de connexion.',
  subject: '{movement} : votre lien de connexion',
  kicker: 'Pour l’équipe',
  title: 'Ouvrir le tableau de bord',
  lead: 'Ce lien fonctionne une seule fois, pendant {n} minutes, dans le navigateur où vous l’avez demandé.',
  preview: 'Valable une fois, pendant {n} minutes.',
  open: 'Me connecter',
  notMe: 'Vous n’avez rien demandé ? Ignorez ce mail : sans lui, personne n’entre à votre place.',
  why: 'Vous recevez ce mail parce que votre adresse est celle d’une personne de l’équipe.',
}
