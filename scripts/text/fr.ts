/** What programs say to whoever runs them, in French. */
export const fr = {
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
