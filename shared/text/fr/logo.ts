/** La page où le mouvement donne son logo. */
export const logo = {
  title: 'Logo',
  lead: 'À côté de votre nom sur chaque page, et dans l’onglet du navigateur. Nos mails n’ont pas d’image.',
  now: 'Le logo d’aujourd’hui',
  file: 'Votre logo',
  hint: 'Un fichier PNG, JPEG ou WebP, de 32 ko au plus. Carré, il se lit aussi dans un onglet.',
  save: 'Prendre ce logo',
  remove: 'Enlever le logo',
  tooLarge: 'Ce fichier est trop lourd : 32 ko au plus',
  noPicture: 'Ce n’est pas une image PNG, JPEG ou WebP',
  fixed: 'Le logo est fixé dans movement.config.ts.',
  changed: 'une image',
}
