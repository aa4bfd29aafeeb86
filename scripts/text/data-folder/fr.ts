import type { CopyContents } from '#scripts/restore/look-at-copy.ts'
import type { WaysIn } from '#shared/db/secret-mark.ts'

/** `npm run restore`. */
const restoreFr = {
  usage:
    'npm run restore -- /mnt/copies/relance-2026-12-01T02-15-00Z         vérifie une copie, dit ce qu’elle contient et ce qu’elle renverrait\nnpm run restore -- /mnt/copies/relance-2026-12-01T02-15-00Z --yes   la met à la place des données\nnpm run restore -- relance.sql                                      de même avec le SQL d’une base entière (npm run backup -- --sql, wrangler d1 export)\n\nArrêtez Relance avant. Ce qui était là est gardé dans le dossier des données.',
  noCopy: (source: string) =>
    `${source} n’est pas une copie : ni un dossier qui contient relance.sqlite, ni un fichier .sql.`,
  brokenSql: (source: string) => `${source} n’est pas le SQL d’une base entière, ou il s’arrête au milieu.`,
  foreign: (source: string) =>
    `Il n’y a rien de Relance dans ${source} : c’est vide, ou à un autre programme. Rien n’a été changé.`,
  strangeSql: (source: string, statement: string) =>
    `${source} contient ce qu’aucune copie d’une base ne contient : ${statement}\nNe vous y fiez pas, sauf si vous savez d’où il vient. Rien n’a été changé.`,
  other: (source: string) =>
    `La copie ${source} est abîmée, ou vient d’une autre version : ses tables ne sont pas celles de celle-ci. Prenez-en une plus ancienne, ou le code avec lequel elle a été faite. Rien n’a été changé.`,
  damaged: (source: string) => `La copie ${source} est abîmée : prenez-en une plus ancienne. Rien n’a été changé.`,
  found: ({ groups, people, wrongCounts, latest, waiting, step, strangers, linksOpen, ended }: CopyContents) =>
    [
      `La copie est entière : ${groups.toLocaleString('fr')} ${groups < 2 ? 'groupe' : 'groupes'}, ${people.toLocaleString('fr')} ${people < 2 ? 'personne' : 'personnes'}${latest ? ` ; la dernière chose qui y soit arrivée : ${latest}` : ''}.`,
      ...(wrongCounts > 0
        ? [
            `Ce qu’elle garde compté est faux dans ${wrongCounts.toLocaleString('fr')} ${wrongCounts < 2 ? 'ligne' : 'lignes'} : tout sera recompté quand la copie sera mise en place.`,
          ]
        : []),
      ended
        ? `Il a été mis fin à tous les liens le ${ended}, après cette copie : ceux de la copie restent arrêtés aussi.`
        : linksOpen
          ? 'Les liens déjà partis s’ouvriront toujours.'
          : 'LES LIENS DÉJÀ PARTIS NE S’OUVRIRONT PLUS : le secret n’est pas le même, ou il manque. Pour les garder, réglez LINK_SECRET comme avant.',
      ...(strangers.length > 0
        ? [
            `Relance n’a pas fait ces déclencheurs (triggers), qui agissent à chaque changement : ${strangers.join(', ')}. N’allez pas plus loin sans les connaître.`,
          ]
        : []),
      ...(waiting > 0
        ? [
            `Elle renverrait, puisqu’elle ne sait pas s’ils sont partis : ${waiting.toLocaleString('fr')} ${waiting < 2 ? 'mail' : 'mails'}.`,
          ]
        : []),
      ...(step ? [`Elle ne connaît pas encore : ${step}. Elle le referait.`] : []),
    ].join('\n'),
  sure: 'Rien n’a été changé. Pour la mettre en place : la même commande avec --yes',
  why: 'une copie a été remise en place',
  done: (kept: string | null, isPaused: boolean) =>
    [
      'La copie est en place.',
      ...(kept
        ? [
            `Ce qui était là avant est dans ${kept} : effacez-le quand tout va bien, car il contient les adresses des gens.`,
          ]
        : []),
      ...(isPaused
        ? [
            'Les envois sont en pause, car des mails sont peut-être partis entre-temps. Démarrez Relance, attendez une minute, puis choisissez :',
            '  npm run mails -- --dry-run   qui recevrait quoi',
            '  npm run mails -- --left      ceux-là sont partis : ils ne repartent pas ; puis --resume',
            '  npm run mails -- --resume   ceux-là ne sont pas partis : ils partent',
          ]
        : []),
    ].join('\n'),
}

/** `npm run revoke-links`. */
const revokeLinksFr = {
  usage:
    'npm run revoke-links           combien de liens, de sessions et de clés de flux sont ouverts\nnpm run revoke-links -- --yes   met fin à tous : pour un secret ou un dossier de données que quelqu’un d’autre a vu\n\n  --remote   sur la base de Cloudflare',
  sure: ({ links, sessions, keys }: WaysIn) =>
    `${links.toLocaleString('fr')} ${links < 2 ? 'lien' : 'liens'} de mails, ${sessions.toLocaleString('fr')} ${sessions < 2 ? 'session' : 'sessions'} de l’équipe et ${keys.toLocaleString('fr')} ${keys < 2 ? 'clé' : 'clés'} de flux n’ouvriraient plus rien.\nChacun·e reçoit un nouveau lien avec le prochain mail, ou en le demandant sur la page qu’un ancien lien montre ; aux programmes il faut de nouvelles clés (npm run feeds).\nPour le faire : la même commande avec --yes`,
  done: ({ links, sessions, keys }: WaysIn) =>
    `C’est fini pour ${links.toLocaleString('fr')} ${links < 2 ? 'lien' : 'liens'}, ${sessions.toLocaleString('fr')} ${sessions < 2 ? 'session' : 'sessions'}, ${keys.toLocaleString('fr')} ${keys < 2 ? 'clé' : 'clés'}.`,
  secretReplaced:
    'Le dossier des données a maintenant un autre secret. Si Relance est en marche, redémarrez-le tout de suite : d’ici là il continue avec l’ancien.',
  secretOfEnvironment:
    'LINK_SECRET est dans l’environnement ou dans .env : mettez-en un autre (openssl rand -hex 32) et redémarrez Relance. Qui a l’ancien pourrait aussi ouvrir les nouveaux liens.',
  secretOfCloudflare:
    'Mettez un autre LINK_SECRET dans .env (openssl rand -hex 32), puis npm run deploy. Qui a l’ancien pourrait aussi ouvrir les nouveaux liens.',
  endedInEnvironment:
    'LINK_SECRET est un secret auquel npm run revoke-links, ou un autre LINK_SECRET, a mis fin : qui le connaît pourrait ouvrir les nouveaux liens.\nMettez-en un autre : openssl rand -hex 32',
  endedInFolder: (file: string) =>
    `Le secret ${file} est un secret auquel npm run revoke-links a mis fin : qui le connaît pourrait ouvrir les nouveaux liens.\nPour en avoir un autre : npm run revoke-links -- --yes`,
  closed:
    'Le secret n’est plus le même : tous les liens, sessions et clés de flux d’avant ont pris fin. Chacun·e reçoit un nouveau lien avec le prochain mail, ou en le demandant.',
}

type Counters = readonly { table: string; faults: number }[]

/** `npm run rebuild-counters`. */
const rebuildCountersFr = {
  usage:
    'npm run rebuild-counters                compare ce que la base garde compté avec ce qu’elle contient, et recompte tout si quelque chose est faux\nnpm run rebuild-counters -- --dry-run   compare seulement\n\n  --remote   sur la base de Cloudflare',
  found: (counters: Counters, isMended: boolean) =>
    counters.length === 0
      ? 'Tous les comptes sont justes.'
      : [
          ...counters.map(
            ({ table, faults }) =>
              `${table} : ${faults.toLocaleString('fr')} ${faults < 2 ? 'ligne fausse' : 'lignes fausses'}`,
          ),
          isMended ? 'Tout est recompté.' : 'Rien n’est écrit. Pour recompter : la même commande sans --dry-run',
        ].join('\n'),
}

export const dataFolderFr = {
  databaseTakenAway: (file: string) =>
    `Le fichier ${file} a été enlevé ou remplacé pendant que Relance tournait. Ce qui est enregistré va encore dans celui d’avant, et personne d’autre ne le lit.\nArrêtez Relance : il le remet alors en place, ou à côté s’il y en a un autre.`,
  databaseRescued: (file: string) =>
    `La base a été enlevée pendant que Relance tournait. Tout ce qu’elle contenait est dans ${file}.`,
  databaseForeign: (file: string) =>
    `Le fichier ${file} est la base d’un autre programme : Relance n’y a aucune table, et n’y en met pas. Rien n’a été changé.\nEnlevez-le, ou remettez une copie de la base de Relance : npm run restore -- <le dossier d’une sauvegarde>`,
  logDamaged: (file: string, copy: string | null) =>
    `Le journal ${file} est abîmé : il contient ce qui a été enregistré en dernier, avant l’arrêt de la machine. Le disque est peut-être en panne, ou autre chose y a écrit.\nRien n’a été changé. Remettez une copie en place : ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <le dossier d’une sauvegarde>'}\nPour continuer sans ce qui a été enregistré en dernier, enlevez ce fichier du dossier.`,
  journalLeft: (file: string, copy: string | null) =>
    `Le fichier ${file} montre qu’un autre programme modifiait la base, et a été coupé : Relance n’en garde pas de tel. Ce qu’il contient peut servir à réparer la base, ou l’abîmer.\nRien n’a été changé. Enlevez ce fichier du dossier, et remettez une copie en place : ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <le dossier d’une sauvegarde>'}`,
  noFolder: (path: string) =>
    `${path} est un fichier, alors que les données demandent un dossier à cet endroit.\nDéplacez-le, ou choisissez un autre dossier avec DATA=…`,
  noFile: (path: string) =>
    `${path} est un dossier, alors que Relance garde un fichier sous ce nom.\nDéplacez-le ; ce que contenait le fichier est dans une sauvegarde : npm run restore -- <le dossier d’une sauvegarde>`,
  restore: restoreFr,
  revokeLinks: revokeLinksFr,
  rebuildCounters: rebuildCountersFr,
}
