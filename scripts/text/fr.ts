import type { Placeholder } from '#scripts/deploy/placeholders.ts'
import type { SettingFault } from '#shared/settings/faults.ts'
import { de, du } from '#shared/text/fr/elision.ts'
import { settingFaults } from '#shared/text/fr/setting-faults.ts'
import { faultLines, settingLines } from './config-faults.ts'
import { dataFolderFr } from './data-folder/fr.ts'
import { feedsFr } from './feeds/fr.ts'
import { languageFr } from './language/fr.ts'
import { machineFr } from './machine/fr.ts'
import { mailsFr } from './mails/fr.ts'
import { usageFr } from './usage/fr.ts'

/** What programs say to whoever runs them, in French. */
export const fr = {
  openRound: {
    opened: (month: string, mails: number) =>
      `La mise à jour ${de(month)} est ouverte : ${mails === 1 ? '1 mail part' : `${mails.toLocaleString('fr')} mails partent`} dans la minute, si Relance est en marche.`,
    suppressed: (mails: number) =>
      mails === 1
        ? 'Nous n’écrivons pas à 1 personne : son adresse ne doit pas recevoir de mail.'
        : `Nous n’écrivons pas à ${mails.toLocaleString('fr')} personnes : leur adresse ne doit pas recevoir de mail.`,
    atNight: (from: string, until: string) =>
      `Il est trop tard ou trop tôt pour écrire aux gens (rien ne part entre ${from} et ${until}, ni les jours fériés) : les mails attendent.`,
    nobody:
      'Il n’y a personne à qui écrire : aucun groupe actif n’a de référent·e.\nImportez d’abord vos groupes : npm run import -- groupes.csv',
    alreadyOpen: (month: string) => `La mise à jour ${de(month)} est déjà ouverte. Il n’y a rien à faire.`,
  },
  cloudflare: {
    account:
      'Pour travailler sur la base de Cloudflare, il faut CLOUDFLARE_ACCOUNT_ID et CLOUDFLARE_API_TOKEN, dans l’environnement ou dans .env (docs/operations.md).',
    noDatabase: 'wrangler.toml ne dit pas encore quelle base : mettez-y son database_id (docs/operations.md).',
    deployFirst: 'La base de Cloudflare n’a pas encore toutes ses tables : lancez d’abord npm run deploy.',
    refused: 'Cloudflare refuse ce compte ou ce jeton : il lui faut le droit « D1 : modifier ».',
    lost: 'La connexion à Cloudflare s’est coupée. Ce qui a été écrit est entier : relancez la même commande pour faire le reste.',
    unreadable: (status: number) =>
      `Cloudflare n’a pas répondu comme prévu (${status}). Réessayez dans quelques minutes.`,
  },
  export: {
    usage:
      'npm run export -- reseau.sqlite      un fichier SQLite de faits, sans le nom de personne, pour Metabase et les autres (docs/facts.md)\nnpm run export -- --tables dossier   les fiches en CSV, une table par sorte de chose, pour NocoDB, Baserow et les autres (docs/feeds.md)\n\n  --csv faits   les mêmes faits en CSV, dans ce dossier\n  --people   avec les référent·es (noms, adresses, téléphones) et les notes de l’équipe, dans les tables\n  --remote   depuis la base de Cloudflare',
    notOurs: (file: string) => `${file} est là, et ce n’est pas un export de Relance : choisissez un autre nom.`,
    written: (file: string) => `Écrit : ${file}`,
  },
  backup: {
    usage:
      'npm run backup\nnpm run backup -- /mnt/copies --keep 30\n\nCopie le dossier des données, même quand Relance est en marche, dans un dossier (./backups si rien n’est dit).\n\n  --keep 30   ne garde que les trente dernières copies\n  --sql relance.sql   écrit plutôt toute la base en SQL, pour l’apporter sur Cloudflare\n\nLa base de Cloudflare a ses propres sauvegardes (docs/operations.md).',
    nothing: (folder: string) => `Il n’y a pas encore de base dans le dossier ${folder} : rien à copier.`,
    written: (path: string, size: number) =>
      `Copié : ${path} (${size.toLocaleString('fr', { maximumFractionDigits: 1 })} Mo)`,
    sqlWritten: (path: string, size: number) =>
      `Écrit : ${path} (${size.toLocaleString('fr', { maximumFractionDigits: 1 })} Mo)\nPour l’apporter dans une base vide de Cloudflare : npx wrangler d1 execute relance --remote --env forms --file ${path}\nPuis npm run deploy, avec le même LINK_SECRET (dans le fichier secret du dossier des données) : les liens déjà envoyés s’ouvriront encore.`,
    secretElsewhere:
      'LINK_SECRET n’est pas dans la copie : gardez aussi votre fichier .env, sans lui les liens déjà envoyés ne s’ouvriraient plus.',
    dropped: (n: number) =>
      `${n.toLocaleString('fr')} ${n < 2 ? 'ancienne copie effacée' : 'anciennes copies effacées'}.`,
  },
  ...dataFolderFr,
  usage: usageFr,
  release: {
    written: (file: string, size: number) =>
      `Écrit : ${file} (${size.toLocaleString('fr', { maximumFractionDigits: 1 })} Mo)`,
  },
  person: {
    usage:
      'npm run person -- export adresse@example.org\nnpm run person -- erase adresse@example.org --yes\nnpm run person -- reopen adresse@example.org   nous y écrivons de nouveau, si nos mails en revenaient\n\n  --remote   sur la base de Cloudflare',
    notSuppressed:
      'Nos mails ne reviennent pas de cette adresse. Qui s’est désinscrit·e se réinscrit par son propre lien.',
    reopened:
      'C’est fait : nous y écrivons de nouveau, à commencer par le mail de la mise à jour s’il n’était pas arrivé.',
    unknown: 'Personne n’a cette adresse, ni ce numéro (+33612345678) sans adresse.',
    sure: (name: string, groups: readonly string[]) =>
      `${name}${groups.length > 0 ? ` (${groups.join(', ')})` : ''} : tout ce que nous gardons sera effacé, sans retour.\nPour le faire : la même commande avec --yes`,
    erased: 'C’est effacé, partout, historiques compris.',
  },
  secondFactor: {
    usage:
      'npm run second-factor -- remove adresse@example.org         dit de qui il s’agit\nnpm run second-factor -- remove adresse@example.org --yes   désactive sa validation en deux étapes, pour qui a perdu son téléphone et ses codes de secours\n\n  --remote   sur la base de Cloudflare',
    unknown: 'Personne de l’équipe n’a cette adresse.',
    none: (name: string) => `${name} n’a pas activé la validation en deux étapes : rien à désactiver.`,
    sure: (name: string) =>
      `${name} : sa validation en deux étapes sera désactivée, ses sessions prendront fin, et un mail le lui dira. Assurez-vous que la demande vient bien de cette personne.\nPour le faire : la même commande avec --yes`,
    removed: (name: string) =>
      `C’est désactivé : ${name} se connecte par le lien d’un mail, et peut l’activer de nouveau.`,
  },
  feeds: feedsFr,
  language: languageFr,
  waiting: {
    usage:
      'npm run waiting                            les personnes nommées qui attendent l’équipe, groupe par groupe\nnpm run waiting -- admit "Archipel Pau"    nous leur écrivons\nnpm run waiting -- refuse "Archipel Pau"   elles sont retirées du groupe, sans mail\n\n  --remote   sur la base de Cloudflare',
    nobody: 'Personne n’attend.',
    group: (name: string, people: number, by: readonly string[]) =>
      `${name} : ${people.toLocaleString('fr')} ${people < 2 ? 'personne' : 'personnes'}${by.length > 0 ? `, d’après ${by.join(', ')}` : ''}`,
    toDo: { admit: 'leur écrire :  ', refuse: 'les retirer :  ' },
    unknown: (groups: readonly string[]) =>
      groups.length === 0 ? 'Personne n’attend.' : `Quel groupe ? Des personnes attendent dans : ${groups.join(', ')}`,
    admit: (group: string, people: number) =>
      people < 2
        ? `${group} : nous écrivons à cette personne, qui dira si c’est bien elle.`
        : `${group} : nous écrivons à ces ${people.toLocaleString('fr')} personnes, qui diront si c’est bien elles.`,
    refuse: (group: string, people: number) =>
      `${group} : ${people < 2 ? '1 personne retirée' : `${people.toLocaleString('fr')} personnes retirées`}. Aucun mail n’est parti.`,
  },
  mails: mailsFr,
  bounces: {
    usage:
      'npm run bounces                                     la boîte de BOUNCES_URL (imaps://utilisateur:mot-de-passe@imap.example.org)\nnpm run bounces -- retours.mbox dossier/ mail.eml\nnpm run bounces -- - < mail.eml\n\n  --remote   sur la base de Cloudflare',
    badUrl:
      'BOUNCES_URL ne dit pas quelle boîte lire : écrivez imaps://utilisateur:mot-de-passe@imap.example.org/INBOX (un « @ » ou un « / » du nom ou du mot de passe s’écrit %40, %2F).',
    noMailbox: (said: string) => `La boîte de BOUNCES_URL ne s’ouvre pas : ${said}`,
    noFile: (path: string) => `Il n’y a pas de fichier ${path}.`,
    unread: (error: string) => `Un message n’a pas pu être lu, il est laissé de côté (${error}).`,
    hardlyOurs:
      'Presque aucun n’est reconnu comme l’un de nos mails. Le serveur remplace sans doute nos Message-ID : avec « verp=on » dans MAIL_URL, chaque mail revient à une adresse qui le nomme (docs/mails.md).',
    taken: ({ messages, reports, known }: { messages: number; reports: number; known: number }) =>
      `${messages.toLocaleString('fr')} ${messages < 2 ? 'message lu' : 'messages lus'}, ${reports.toLocaleString('fr')} ${reports < 2 ? 'retour' : 'retours'}, dont ${known.toLocaleString('fr')} d’un de nos mails. Les adresses qui n’existent plus ne reçoivent plus rien ; le tableau de bord dit lesquelles.`,
  },
  calendar: {
    title: (movement: string, zone: string) => `${movement} : les prochains mails (fuseau ${zone})`,
    nothing: 'Aucun mail n’est prévu : le calendrier ne prévoit pas de mois.',
    step: {
      invitation: 'une nouvelle mise à jour s’ouvre, tout le monde reçoit un mail',
      reminder: 'rappel aux groupes qui n’ont pas répondu',
      last_call: 'dernier message aux groupes qui n’ont pas répondu',
      silent_groups: 'la liste des groupes silencieux, pour l’équipe',
    },
  },
  ...machineFr,
  settings: {
    title: 'Un réglage est à corriger, dans l’environnement ou dans le fichier .env :',
    port: 'un nombre entre 1 et 65535, comme 8787',
    host: 'une adresse de cette machine, comme 127.0.0.1 ou 0.0.0.0',
    mailUrl:
      'l’adresse d’un serveur de mails, comme smtps://compte:motdepasse@smtp.example.org, brevo://clé@api.brevo.com ou un dossier, file:///srv/mails (un @ dans le compte s’écrit %40)',
    publicUrl: 'l’adresse que les gens ouvrent, comme https://maj.example.org',
    publicUrlPath: 'une adresse sans chemin, comme https://maj.example.org',
    pingUrl: 'écrivez une adresse qui commence par https://, telle que votre service de surveillance la donne',
    accessTeam: 'écrivez l’adresse de votre équipe, par exemple https://archipel.cloudflareaccess.com',
    accessBoth: 'ACCESS_TEAM et ACCESS_AUDIENCE vont ensemble : donnez les deux, ou aucune',
    proxies: 'un nombre de 0 à 9 : combien de vos serveurs mandataires (proxys) sont devant Relance',
    webhooksPrivate: 'yes ou no : les webhooks peuvent-ils mener à cette machine et à son réseau ?',
    programUrl: 'écrivez l’adresse avec son mot de passe : http://restadmin:motdepasse@127.0.0.1:8001/3.1',
    hookSecret: 'au moins 24 caractères tirés au sort, par exemple par : openssl rand -hex 24',
    linkSecret: 'au moins 32 caractères tirés au sort, par exemple par : openssl rand -hex 32',
  },
  movementSettings: {
    usage: `npm run settings                               chaque réglage du mouvement, sa valeur, et où elle est fixée
npm run settings -- show calendar              la même chose, pour quelques réglages
npm run settings -- explain calendar           à quoi sert un réglage, sa valeur par défaut, un exemple (en anglais)
npm run settings -- set calendar.at 09:30      change un réglage : un texte, ou du JSON comme '["fr","en"]' ; pour plusieurs : nom valeur nom valeur
npm run settings -- unset calendar.holidays    revient à la valeur par défaut

  --remote   sur la base de données de Cloudflare

Un réglage que fixe movement.config.ts se change dans ce fichier.`,
    sources: { fixed: 'movement.config.ts', stored: 'réglé', unsaid: '' },
    set: (pairs: readonly (readonly [string, string])[]) =>
      `${settingLines(pairs)}\nC’est valable dès la prochaine page et le prochain mail.`,
    unset: (keys: readonly string[]) =>
      `${keys.join(', ')} : valeur par défaut. C’est valable dès la prochaine page et le prochain mail.`,
    fixedThere: (keys: readonly string[]) =>
      `${keys.join(', ')} : fixé dans movement.config.ts. Changez-le là-bas, ou retirez-le de ce fichier pour le régler ici.`,
    overtaken: 'Quelqu’un d’autre vient de changer des réglages. Rien n’a été réglé : recommencez.',
    refused: (faults: readonly SettingFault[]) => `Rien n’a été réglé :\n${faultLines(faults, settingFaults)}`,
    faults: (faults: readonly SettingFault[]) =>
      `Ces réglages manquent ou sont faux :\n${faultLines(faults, settingFaults)}\nÉcrivez-les dans movement.config.ts, ou : npm run settings -- set nom valeur`,
  },
  configFault: (problem: string) => `movement.config.ts est à corriger :\n  ${problem}`,
  configFaults: (faults: readonly SettingFault[]) =>
    `movement.config.ts est à corriger :\n${faultLines(faults, settingFaults)}`,
  configLine: (line: string, problem: string) => `ligne ${line} : ${problem}`,
  configEmpty: 'rien n’est dit : il doit finir par « export default defineMovement({ … }) »',
  configMissing: (file: string) =>
    `Il n’y a pas de fichier ${file}. Remettez-le, ou prenez celui avec lequel Relance est venu.`,
  notUtf8: (file: string) =>
    `${file} n’est pas en UTF-8, et ses accents se perdraient : enregistrez-le en UTF-8, tout éditeur sait le faire.`,
  headingsUnknown: (headings: readonly string[]) =>
    `movement.config.ts est à corriger :\n  headings : ${headings.map((heading) => `« ${heading} »`).join(', ')} n’est pas un de nos titres de colonnes.\nTous les titres connus : npm run import -- --columns`,
  configRight: (movement: string) => `movement.config.ts est juste : c’est celui ${du(movement)}.`,

  started: ({ movement, url, folder, mail, next }: Started) => `
Relance est en marche pour ${movement}.

  formulaire       ${url}
  tableau de bord  ${url}/dashboard
  données          ${folder}
  mails            ${mail ?? 'gardés : MAIL_URL ne dit pas encore où les envoyer'}
  mise à jour      ${next ?? 'aucune : le calendrier ne prévoit pas de mois'}

Ctrl-C pour arrêter.
`,
  publicUrlMissing: (url: string) =>
    `Les liens des mails mèneront à ${url}, qui ne s’ouvre que sur cette machine : dites la vraie adresse avec PUBLIC_URL.`,
  pingFailed: (reason: string) => `La surveillance de PING_URL n’a pas pu apprendre que tout va bien (${reason}).`,
  factsFailed: 'Les faits de la nuit n’ont pas pu être écrits.',
  tickFailed: (reason: string) => `L’envoi des mails a échoué cette fois (${reason}) ; il recommence dans une minute.`,
  stopping: 'Arrêt…',
  tickCut: 'L’envoi en cours n’a pas fini à temps : il a été coupé. Aucun mail ne partira deux fois.',

  migrated: (folder: string, names: readonly string[]) =>
    names.length === 0
      ? `La base du dossier ${folder} est à jour.`
      : `La base du dossier ${folder} est à jour, après ${names.length} changement${names.length > 1 ? 's' : ''} (le dernier : ${names.at(-1)}).`,
  nextRound: (date: string) => `Prochaine mise à jour : ${date}.`,
  asked: 'Ce que les groupes seront invités à dire (* : il le faut) :',
  askedOfTeam: (label: string) => `${label} (l’équipe seule)`,
  askedNowhere: (questions: readonly string[]) =>
    `  Ne sont demandées nulle part, leur section n’étant pas dans « sections » : ${questions.join(', ')}`,
  nextDates: 'Les prochaines dates :',
  noRound: 'Aucune mise à jour à venir : le calendrier ne prévoit pas de mois.',

  buildFailed: (worker: string) =>
    `Le worker ${worker} n’a pas pu être construit : ce qui est écrit au-dessus dit pourquoi.`,
  tooBig: (worker: string, size: number, limit: number) =>
    `Le worker ${worker} fait ${Math.round(size)} KiB ; l’offre gratuite de Cloudflare en permet ${limit}.`,
  notReady: (missing: readonly Placeholder[]) =>
    `wrangler.toml n’est pas encore le vôtre :\n${missing.map((name) => `  ${fr.placeholder[name]}`).join('\n')}\nTout est décrit pas à pas dans docs/operations.md.`,
  placeholder: {
    database_id: 'database_id : celui que donne « npx wrangler d1 create relance --jurisdiction eu », partout',
    public_url: 'PUBLIC_URL : l’adresse que les gens ouvriront, partout',
    routes: 'routes : ces lignes sont à décommenter, avec votre domaine, pour que les pages aient une adresse',
  },
  secretMissing:
    'Les workers n’ont pas encore de LINK_SECRET, dont dépendent tous les liens.\nÉcrivez-le dans .env (LINK_SECRET=… tiré par « openssl rand -hex 32 »), avec MAIL_URL, puis recommencez ; gardez-le aussi en lieu sûr.',
  deploying: {
    migrations: 'La base, d’abord',
    worker: (name: string) => `Le worker ${name}`,
  },
  deployStopped: (step: string) =>
    `Arrêté à l’étape « ${step} » : ce qui est écrit au-dessus dit pourquoi. Recommencer ne fait rien deux fois.`,
  deployed: '\nLes cinq workers sont en place.',

  demo: {
    usage: (samples: readonly string[]) =>
      `Montrer un mouvement d’exemple, avec ses mails dans une boîte aux lettres. Rien n’en reste après Ctrl-C.

  npm run demo -- ${samples.join(' | ')}
  npm run demo -- --day 2027-01-05   un autre jour, à venir : c’en est le matin, et la mise à jour de son mois s’ouvre

Sans autre mot, c’est ${samples[0]}, aujourd’hui. PORT et MAILBOX_PORT, dans l’environnement, choisissent les ports.`,
    dayPast: (day: string) => `${day} n’est pas un jour à venir. Exemple : --day 2027-01-05`,
    starting: 'Relance se prépare…',
    ready: ({ movement, mails, mailboxUrl, url, coordinator, hoursAhead, day }: Demo) => `
Relance tourne avec le mouvement d’exemple ${movement} : ${mails} référent·es viennent de recevoir le mail de la mise à jour.

  1. Ouvrez la boîte aux lettres   ${mailboxUrl}
     Choisissez un mail, appuyez sur son bouton, corrigez quelque chose.

  2. Ouvrez le tableau de bord     ${url}/dashboard
     Connectez-vous avec ${coordinator} : le lien arrive dans la boîte aux lettres.
     Au bout de son menu, Agir est l’endroit où les coordinateur·ices agissent.

Le formulaire est à ${url}. Ctrl-C arrête tout et n’en laisse rien.${day ? `\nL’exemple vit le ${day}.` : ''}${hoursAhead > 0 ? `\nAucun mail ne part la nuit : l’exemple vit ${hoursAhead} h plus tard que nous.` : ''}
`,
  },
}

type Demo = {
  movement: string
  mails: number
  mailboxUrl: string
  url: string
  coordinator: string
  hoursAhead: number
  day: string | null
}
type Started = { movement: string; url: string; folder: string; mail: string | null; next: string | null }

/** The shape that every other language fills. */
export type ScriptWords = typeof fr
