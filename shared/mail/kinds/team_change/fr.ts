export const fr = {
  name: 'Changement dans l’équipe',
  ifNotSent: 'Prévenez la personne de ce qui a changé pour elle.',
  subject: '{title}',
  kicker: 'Pour information',
  remove_coordinator: 'Vous n’êtes plus dans l’équipe {du movement}',
  remove_coordinator_lead:
    '{by} a retiré votre accès : vous ne pouvez plus vous connecter. Si c’est une erreur, répondez à ce mail.',
  change_coordinator: 'Ce que vous pouvez faire dans l’équipe {du movement} a changé',
  change_coordinator_lead:
    '{by} a changé ce que vous pouvez faire. Ce n’est pas ce que vous attendiez ? Répondez à ce mail.',
  set_up_factor: 'La validation en deux étapes est activée',
  set_up_factor_lead:
    'Une application de codes protège maintenant votre connexion. Ce n’était pas vous ? Répondez aussitôt à ce mail.',
  use_recovery_code: 'Un code de secours a servi pour vous connecter',
  use_recovery_code_lead: 'Chaque code de secours sert une fois. Ce n’était pas vous ? Répondez aussitôt à ce mail.',
  renew_recovery_codes: 'Vos codes de secours ont été remplacés',
  renew_recovery_codes_lead: 'Les anciens ne fonctionnent plus. Ce n’était pas vous ? Répondez aussitôt à ce mail.',
  remove_factor: 'La validation en deux étapes est désactivée',
  remove_factor_lead:
    'Quelqu’un l’a désactivée, connecté à votre nom. Ce n’était pas vous ? Répondez aussitôt à ce mail.',
  reset_factor: 'Votre validation en deux étapes a été désactivée',
  reset_factor_lead:
    '{by} l’a désactivée, et vous avez été déconnecté·e partout. Vous ne l’avez pas demandé ? Répondez aussitôt à ce mail.',
  block_factor: 'Des codes faux ont été essayés à votre nom',
  block_factor_lead:
    'Quelqu’un a ouvert un lien de connexion qui vous était envoyé, et saisi cinq codes faux. Ce n’était pas vous ? Changez le mot de passe de votre boîte mail, et répondez à ce mail.',
  open: 'Ouvrir le tableau de bord',
  why: 'Vous recevez ce mail parce que vous êtes ou étiez dans l’équipe {du movement}.',
}
