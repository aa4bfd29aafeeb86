/** What a page says when something is not as it should be, and what to do next. */
export const problem = {
  page_unknown: {
    title: 'Cette page n’existe pas',
    next: 'L’adresse est peut-être incomplète. Rouvrez le lien de votre mail, ou demandez-en un nouveau.',
  },
  link_unknown: {
    title: 'Ce lien ne fonctionne pas',
    next: 'Il a peut-être été coupé en chemin par la messagerie. Vous pouvez en recevoir un nouveau tout de suite.',
  },
  passed_over: {
    title: 'Ce lien ne fonctionne plus',
    next: 'Il ne valait que quelques jours, ou l’équipe l’a arrêté. Demandez-en un autre à la personne qui vous l’a transmis, ou écrivez-nous.',
  },
  link_expired: {
    title: 'Ce lien ne fonctionne plus',
    next: 'Les liens s’arrêtent après quelques semaines, pour que personne d’autre ne s’en serve. Vous pouvez en recevoir un nouveau tout de suite.',
  },
  link_expired_since: {
    title: 'C’est enregistré, et ce lien s’arrête là',
    next: 'Ce que vous venez d’envoyer est bien arrivé. Le lien, lui, ne fonctionne plus : pour voir la suite, recevez-en un nouveau.',
  },
  link_revoked: {
    title: 'Ce lien a été arrêté',
    next: 'Quelqu’un qui l’avait, ou l’équipe, l’a demandé. Vous pouvez en recevoir un nouveau.',
  },
  group_unknown: {
    title: 'Ce groupe n’est pas dans vos groupes',
    next: 'Vous n’en êtes peut-être plus référent·e. Revenez à vos groupes, ou écrivez-nous.',
  },
  group_merged: {
    title: 'Votre groupe vient d’être réuni avec un autre',
    next: 'L’équipe a réuni deux groupes inscrits deux fois. Revenez à votre groupe : la page montre la fiche réunie. Rien n’a été enregistré.',
  },
  section_unknown: { title: 'Cette page n’existe pas', next: 'Revenez à votre groupe.' },
  page_stale: {
    title: 'Cette page n’est plus à jour',
    next: 'Revenez en arrière, rechargez la page et recommencez. Rien n’a été enregistré.',
  },
  page_elsewhere: {
    title: 'Cette page vient d’un autre site',
    next: 'Nous n’avons rien enregistré. C’était bien vous, peut-être par une page traduite ou enregistrée ? Alors appuyez ici.',
  },
  too_many: {
    title: 'Beaucoup d’essais en peu de temps',
    next: 'Par sécurité, nous faisons une pause : réessayez un peu plus tard. Rien n’a été enregistré cette fois.',
  },
  too_large: {
    title: 'C’est trop long',
    next: 'Revenez en arrière et raccourcissez ce que vous avez écrit.',
  },
  request_unreadable: {
    title: 'Nous n’avons pas pu lire cette demande',
    next: 'Elle a pu être abîmée en chemin. Revenez en arrière, puis réessayez. Rien n’a été enregistré.',
  },
  address_too_long: {
    title: 'Cette adresse est trop longue',
    next: 'Elle a peut-être été mal copiée. Revenez en arrière, puis réessayez.',
  },
  headers_too_long: {
    title: 'Votre navigateur envoie trop de choses à la fois',
    next: 'Effacez les cookies de ce site, puis réessayez.',
  },
  method_unknown: { title: 'Cette page ne s’ouvre pas ainsi', next: 'Rouvrez le lien de votre mail.' },
  session_missing: {
    title: 'Connectez-vous d’abord',
    next: 'Nous vous envoyons un lien par mail : pas de mot de passe à retenir.',
  },
  access_missing: {
    title: 'Passez par la connexion de l’équipe',
    next: 'Rechargez cette page : la connexion (Cloudflare Access) s’ouvre d’abord. Si elle ne s’ouvre pas, dites-le à la personne qui administre Relance.',
  },
  access_unknown: {
    title: 'Cette adresse n’est pas celle d’une personne de l’équipe',
    next: 'La personne qui administre Relance peut l’ajouter à la liste des coordinateurs et coordinatrices.',
  },
  session_elsewhere: {
    title: 'Un autre navigateur a demandé ce lien',
    next: 'Par sécurité, un lien de connexion s’ouvre dans le navigateur qui l’a demandé. Écrivez votre adresse : nous en envoyons un autre pour celui-ci.',
  },
  sign_in_used: {
    title: 'Ce lien a déjà servi',
    next: 'Par sécurité, un lien de connexion sert une fois. Écrivez votre adresse : nous vous en envoyons un autre.',
  },
  team_invitation_over: {
    title: 'Cette invitation n’est plus valable',
    next: 'Elle a déjà servi, elle a été retirée, ou elle a plus de sept jours. Si vous êtes dans l’équipe, écrivez votre adresse : un lien de connexion part aussitôt. Sinon, demandez une nouvelle invitation.',
  },
  factor_missing: {
    title: 'Il manque le code de votre téléphone',
    next: 'Rien n’a été fait. Écrivez le code de votre application, puis recommencez.',
  },
  role_missing: {
    title: 'Votre rôle n’ouvre pas cette page',
    next: 'Une personne qui administre Relance peut le changer, ou le faire pour vous.',
  },
  sign_in_old: {
    title: 'Reconnectez-vous pour confirmer',
    next: 'Pour ce que vous demandez, par sécurité, il faut s’être connecté·e depuis moins de dix minutes. Rien n’a été fait.',
  },
  person_unknown: {
    title: 'Nous ne connaissons pas cette personne',
    next: 'Cherchez-la par son nom dans la liste des groupes.',
  },
  acted_meanwhile: {
    title: 'C’était déjà fait',
    next: 'Quelqu’un de l’équipe, ou vous dans une autre fenêtre, vient d’agir ici. Rien n’a été fait une deuxième fois.',
  },
  campaign_unknown: { title: 'Cette campagne n’existe pas', next: 'Revenez à la liste des campagnes.' },
  preview_nobody: {
    title: 'Personne ne recevrait ce mail',
    next: 'Le groupe n’a pas de référent·e à qui écrire, ou n’est pas de ceux à qui nous écrivons à chaque mise à jour.',
  },
  busy: {
    title: 'Trop de monde à la fois',
    next: 'Attendez une minute, puis recommencez. Rien n’est perdu : revenez en arrière pour retrouver ce que vous aviez écrit.',
  },
  storage_full: {
    title: 'Rien ne peut être gardé pour le moment',
    next: 'Le disque de ce site est plein, ou on ne peut pas y écrire. Ce que vous avez écrit n’a pas été gardé : copiez-le, ou revenez en arrière pour le retrouver. Prévenez l’équipe : rien ne peut être corrigé tant qu’il n’y a pas de place.',
  },
  storage_damaged: {
    title: 'Les données ne peuvent pas être lues pour le moment',
    next: 'Le fichier qui les garde est abîmé, ou son disque tombe en panne. Ce que vous avez écrit n’a pas été gardé : copiez-le, ou revenez en arrière pour le retrouver. Prévenez l’équipe : il faut remettre une copie en place.',
  },
  fault: {
    title: 'C’est de notre faute',
    next: 'Quelque chose s’est mal passé chez nous. Revenez en arrière pour retrouver ce que vous aviez écrit, et réessayez dans quelques minutes.',
  },
  typed: 'Ce que vous aviez écrit',
  typedHint: 'Copiez-le, si vous voulez le retrouver.',
  kept: 'Ce que vous aviez écrit est gardé sur cette page.',
  retry: 'Réessayer',
  myGroups: 'Revenir à mes groupes',
  newLink: 'Recevoir un nouveau lien',
  signIn: 'Recevoir un lien de connexion',
}
