export const fr = {
  name: 'Invitation dans l’équipe',
  ifNotSent: 'Invitez la personne de nouveau, ou vérifiez son adresse.',
  subject: '{by} vous invite dans l’équipe {du movement}',
  kicker: 'Pour l’équipe',
  title: 'Rejoindre l’équipe',
  lead: '{by} vous invite à tenir à jour le réseau {du movement}.',
  reads: 'Vous pourrez consulter le tableau de bord{where}.',
  acts: 'Vous pourrez consulter le tableau de bord et agir pour les groupes{where}.',
  administers: 'Vous pourrez consulter le tableau de bord, agir pour les groupes et administrer Relance{where}.',
  where: ' ({regions})',
  preview: 'À accepter dans les {n} jours.',
  open: 'Accepter et me connecter',
  notMe:
    'Ce lien fonctionne une seule fois, pendant {n} jours. Ne le transmettez pas : qui l’ouvre entre à votre place. Vous ne connaissez pas {by} ? Ignorez ce mail.',
  why: 'Vous recevez ce mail car {by} a donné votre adresse pour vous inviter.',
}
