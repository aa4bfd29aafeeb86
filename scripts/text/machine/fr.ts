import { dirname } from 'node:path'

const day = (instant: Date) => instant.toLocaleDateString('fr', { dateStyle: 'long' })

/** What is wrong with the machine, its folder, its port, its database, or with what was typed. */
export const machineFr = {
  portTaken: (port: number) =>
    `Le port ${port} est pris par un autre programme, peut-être par un Relance déjà en marche.\nArrêtez-le, ou choisissez un autre port : PORT=${port + 1} npm start`,
  portForbidden: (port: number) =>
    `Le système ne vous laisse pas utiliser le port ${port} : ceux en dessous de 1024 sont réservés.\nChoisissez-en un plus grand, comme PORT=8787, et mettez un serveur web devant (docs/operations.md).`,
  hostUnknown: (host: string) =>
    `Cette machine n’a pas l’adresse ${host}.\nHOST=127.0.0.1 vaut pour cette machine seule, HOST=0.0.0.0 pour tout son réseau.`,
  folderTaken: (folder: string, pid: number | null) =>
    `Un autre Relance travaille dans le dossier ${folder}${pid ? ` (processus ${pid})` : ''}.\nÀ deux, ils abîmeraient la base : arrêtez l’autre, ou donnez un autre dossier avec DATA=…`,
  folderNotWritable: (folder: string) =>
    `Impossible d’écrire dans le dossier ${folder}.\nDonnez-vous le droit d’y écrire, ou choisissez un autre dossier (celui des données, c’est DATA=…).`,
  fileNotOurs: (file: string) =>
    `Impossible de lire le fichier ${file} et d’y écrire : il est en lecture seule, ou appartient à un autre compte, souvent parce qu’une commande a été lancée en root.\nDonnez tout le dossier au compte qui fait tourner Relance : sudo chown -R <compte>: ${dirname(file)}`,
  pathTooLong: (folder: string) =>
    `Le nom du dossier ${folder} est trop long pour qu’une base y tienne.\nChoisissez-en un plus court avec DATA=…, et déplacez-y ce qu’il contient.`,
  folderNotReadable: (folder: string) =>
    `Le dossier ${folder} ne peut pas être lu.\nFaites-le avec le compte auquel il appartient.`,
  diskFullNow: (folder: string) =>
    `Le disque qui contient ${folder} est plein : les pages s’affichent, mais rien ne peut être gardé ni envoyé. Faites de la place ; rien n’est à redémarrer.`,
  diskFull: (folder: string) => `Le disque qui contient ${folder} est plein.\nFaites de la place, puis recommencez.`,
  dataElsewhere: (folder: string, served: string) =>
    `Il n’y a pas de base dans ${folder}, et le serveur garde ses données dans ${served}.\nDites-le aussi aux commandes, dans .env : DATA=${served}\nPour une nouvelle base malgré tout : DATA=${folder}`,
  dataDiffers: (folder: string, served: string) =>
    `Travail dans ${folder}. Le serveur a tourné la dernière fois avec ${served} : si vous vouliez celui-là, mettez DATA=${served} dans .env.`,
  dataHidden: (folder: string) =>
    `Le serveur travaille dans un autre ${folder} que celui-ci : un service a son propre /tmp, et n’a pas de /home. Choisissez un dossier ailleurs pour DATA, comme /srv/relance/data.`,
  databaseDamaged: (file: string, copy: string | null) =>
    `La base ${file} est abîmée : ce n’est pas ce que Relance a écrit. Le disque tombe peut-être en panne, ou autre chose y a écrit.\nRien n’a été changé. Remettez une copie en place : ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <le dossier d’une sauvegarde>'}`,
  databaseDamagedNow: (file: string, copy: string | null) =>
    `La base ${file} est abîmée : ce n’est pas ce que Relance a écrit. Le disque tombe peut-être en panne, ou autre chose y a écrit. Ce qui est saisi d’ici l’arrêt peut se perdre.\nArrêtez Relance, puis remettez une copie en place : ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <le dossier d’une sauvegarde>'}`,
  databaseOther: (file: string, copy: string | null) =>
    `La base ${file} est abîmée, ou vient d’une autre version : ses tables ne sont pas celles de celle-ci. Quelque chose en a enlevé une partie, ou elle date d’avant la première sortie.\nRien n’a été changé. Remettez une copie en place : ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <le dossier d’une sauvegarde>'}, ou reprenez le code avec lequel elle a été faite.`,
  databaseMissing: (file: string, copy: string | null) =>
    `La base ${file} n’est pas là, ou elle est vide, mais le secret à côté montre qu’il y en avait une.\nRemettez une copie en place : ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <le dossier d’une sauvegarde>'}\nPour recommencer à neuf, sans personne dedans, enlevez le fichier secret du dossier.`,
  secretGone: (file: string) =>
    `Le secret ${file} n’est pas là, et LINK_SECRET n’est pas réglé : sans lui les liens déjà partis n’ouvrent rien, et avec un autre ils n’ouvriront plus jamais.\nRemettez celui d’une sauvegarde, ou réglez LINK_SECRET comme avant.\nPour continuer sans lui : npm run revoke-links -- --yes en fait un autre.`,
  secretOther: (file: string, copy: string | null) =>
    `Le secret ${file} n’est pas celui dont les liens ont été faits : avec lui, aucun des liens déjà partis ne s’ouvre, et aucune session ni clé de flux ne continue.\nRemettez celui d’une sauvegarde (${copy ? `${copy}/secret` : 'le fichier secret qui s’y trouve'}), ou réglez LINK_SECRET comme avant. Rien n’a été changé.\nPour mettre fin à tous pour de bon : npm run revoke-links -- --yes`,
  clockBehind: (now: Date, latest: Date) =>
    `L’horloge de cette machine dit ${day(now)}, mais la base connaît déjà le ${day(latest)}.\nRéglez l’horloge (timedatectl), puis recommencez. Si elle est juste : npm start -- --clock-is-right`,
  clockAhead: (now: Date, latest: Date) =>
    `L’horloge de cette machine dit ${day(now)}, mais la dernière chose arrivée dans la base date du ${day(latest)}. Avec une horloge en avance, des liens expirent, des données s’effacent et des mails partent trop tôt.\nSi la date est juste : npm start -- --clock-is-right`,
  clockJumped: (now: Date) =>
    `L’horloge de cette machine a sauté au ${day(now)} : rien ne part et rien ne s’efface tant qu’elle n’est pas juste, ou que Relance n’est pas redémarré.`,
  lockMended: (file: string) =>
    `Le fichier ${file} contenait autre chose qu’un verrou, et personne ne s’en servait : il est vide à nouveau.`,
  secretDamaged: (file: string) =>
    `Le fichier ${file} est abîmé : il lui faut au moins 32 caractères.\nRemettez celui d’une sauvegarde ; avec un nouveau, les liens des mails déjà partis ne marcheraient plus.`,
  argumentUnknown: (argument: string, options: readonly string[]) =>
    `Cette commande ne connaît pas « ${argument} ».${options.length > 0 ? ` Elle connaît : ${options.join(', ')}.` : ''}`,
  optionNeeds: (option: string) => `L’option ${option} attend une valeur : ${option}=…`,
  optionTakesNone: (option: string) => `L’option ${option} ne prend pas de valeur.`,
  databaseNewer: (names: string) =>
    `Cette base a été écrite par un Relance plus récent (elle a ${names}).\nMettez le code à jour, ou donnez un autre dossier avec DATA=…`,
  workerdFailed:
    'workerd, le programme qui fait tourner les workers, n’a pas démarré.\nIl lui faut Linux avec glibc 2.35 ou plus (Debian 12, Ubuntu 22.04), macOS 13.5 ou Windows. `npm ci` le remet en place s’il est incomplet.',
}
