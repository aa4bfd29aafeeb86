/** What programs say to whoever runs them, in French. */
export const fr = {
  openRound: {
    opened: (month: string, mails: number) =>
      `La mise à jour de ${month} est ouverte : ${mails === 1 ? '1 mail part' : `${mails.toLocaleString('fr')} mails partent`} dans la minute, si Relance est en marche.`,
    suppressed: (mails: number) =>
      mails === 1
        ? '1 personne n’est pas écrite : son adresse ne doit pas recevoir de mail.'
        : `${mails.toLocaleString('fr')} personnes ne sont pas écrites : leur adresse ne doit pas recevoir de mail.`,
    atNight: (from: string, until: string) =>
      `Il est trop tard ou trop tôt pour écrire aux gens (rien ne part entre ${from} et ${until}, ni les jours fériés) : les mails attendent.`,
    nobody:
      'Il n’y a personne à qui écrire : aucun groupe actif n’a de référent·e.\nImportez d’abord vos groupes : npm run import -- groupes.csv',
    alreadyOpen: (month: string) => `La mise à jour de ${month} est déjà ouverte. Il n’y a rien à faire.`,
  },
  calendar: {
    title: (movement: string, zone: string) => `${movement} : les prochains mails (fuseau ${zone})`,
    nothing: 'Aucun mail n’est prévu : le calendrier ne prévoit pas de mois.',
    rung: {
      invitation: 'une nouvelle mise à jour s’ouvre, tout le monde reçoit un mail',
      reminder: 'rappel aux groupes qui n’ont pas répondu',
      last_call: 'dernier message aux groupes qui n’ont pas répondu',
      silent_groups: 'la liste des groupes silencieux, pour l’équipe',
    },
  },
  portTaken: (port: number) =>
    `Le port ${port} est pris par un autre programme, peut-être par un Relance déjà en marche.\nArrêtez-le, ou choisissez un autre port : PORT=${port + 1} npm start`,
  portForbidden: (port: number) =>
    `Le système ne vous laisse pas utiliser le port ${port} : ceux en dessous de 1024 sont réservés.\nChoisissez-en un plus grand, comme PORT=8787, et mettez un serveur web devant (docs/operations.md).`,
  hostUnknown: (host: string) =>
    `Cette machine n’a pas l’adresse ${host}.\nHOST=127.0.0.1 vaut pour cette machine seule, HOST=0.0.0.0 pour tout son réseau.`,
  folderTaken: (folder: string, pid: number | null) =>
    `Un autre Relance travaille dans le dossier ${folder}${pid ? ` (processus ${pid})` : ''}.\nÀ deux, ils abîmeraient la base : arrêtez l’autre, ou donnez un autre dossier avec DATA=…`,
  folderNotWritable: (folder: string) =>
    `Impossible d’écrire dans le dossier ${folder}.\nDonnez-vous le droit d’y écrire, ou donnez un autre dossier avec DATA=…`,
  diskFull: (folder: string) => `Le disque qui contient ${folder} est plein.\nFaites de la place, puis recommencez.`,
  secretDamaged: (file: string) =>
    `Le fichier ${file} est abîmé : il lui faut au moins 32 caractères.\nRemettez celui d’une sauvegarde ; avec un nouveau, les liens des mails déjà partis ne marcheraient plus.`,
  databaseNewer: (names: string) =>
    `Cette base a été écrite par un Relance plus récent (elle a ${names}).\nMettez le code à jour, ou donnez un autre dossier avec DATA=…`,
  workerdFailed:
    'workerd, le programme qui fait tourner les workers, n’a pas démarré.\nIl lui faut Linux avec glibc 2.35 ou plus (Debian 12, Ubuntu 22.04), macOS 13.5 ou Windows. `npm ci` le remet en place s’il est incomplet.',
}

/** The shape that every other language fills. */
export type ScriptWords = typeof fr
