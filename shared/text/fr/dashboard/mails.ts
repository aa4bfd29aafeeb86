import { plural } from '../count.ts'

/** Les mails mensuels. */
export const mails = {
  title: 'Mails',
  count: (n: number): string =>
    n === 0 ? 'Aucun mail de mise à jour pour l’instant' : `${plural(n, 'mail', 'mails')} de la mise à jour`,
  counted:
    'Les mails qui attendent, ou ne sont pas arrivés, comptent aussi. Les autres mails partis (réponses, bienvenues, liens) sont sur la page de chaque groupe.',
  inState: (n: number, state: string) => `${plural(n, 'mail', 'mails')} ${state}`,
  byState: 'Mails par état',
  all: 'Tous les mails',
  search: 'Chercher une personne ou un groupe parmi ces mails',
  found: (text: string) => `Mails pour « ${text} »`,
  none: 'Aucun mail ne correspond.',
  /** `190 × mail mensuel` */
  ofKind: (n: number, kind: string) => `${n.toLocaleString('fr')} × ${kind.toLocaleLowerCase('fr')}`,
  coordinator: 'Équipe',
  /** `words` sont celles du serveur, ou les nôtres quand il n’a rien dit. */
  answer: (words: string, attempts: number, isOurs: boolean) =>
    `${isOurs ? 'En détail' : 'Le serveur a répondu'} : « ${words} »${attempts > 1 ? `, à la ${attempts}e tentative` : ''}`,
}

/** Pourquoi un mail en est là. */
export const reason = {
  answered: 'annulé : le groupe avait déjà répondu',
  overtaken: 'annulé : le mail suivant l’a remplacé',
  no_address: 'la personne n’a plus d’adresse mail : appelez-la',
  nothing_owed: 'annulé : la personne n’a plus de groupe à vérifier',
  redirect: 'à l’essai : c’est l’équipe qui l’a reçu, à la place de la personne',
  hard_bounce: 'l’adresse n’existe plus : demandez-en une autre',
  complaint: 'la personne a signalé nos mails comme indésirables : appelez-la',
  unsubscribed: 'la personne ne veut plus de nos mails',
  unreachable: 'le serveur de mail ne répond pas, nous réessayons',
  host_unknown: 'aucun serveur de mail de ce nom : corrigez le nom dans MAIL_URL',
  connection_refused:
    'le serveur de mail refuse la connexion : vérifiez le port de MAIL_URL (587 ou 465), et qu’il est en marche',
  connection_reset: 'le serveur de mail raccroche aussitôt : vérifiez le port de MAIL_URL, et qu’il nous autorise',
  timed_out: 'le serveur de mail met trop de temps à répondre : un pare-feu ferme peut-être ce port',
  certificate_name: 'le certificat du serveur de mail est d’un autre nom : mettez ce nom-là dans MAIL_URL',
  certificate_issuer:
    'le certificat du serveur de mail est signé par une autorité inconnue : installez-la, ou ?tls=never dans MAIL_URL sur un réseau sûr',
  certificate_expired: 'le certificat du serveur de mail a expiré : faites-le renouveler',
  tls_failed:
    'la connexion chiffrée au serveur de mail échoue (certificat d’un autre nom, expiré, ou d’une autorité inconnue ; port 465 et 587 confondus)',
  not_secure: 'le serveur de mail ne chiffre pas : prévenez la personne qui administre Relance',
  lost: 'la connexion s’est coupée, nous réessayons',
  busy: 'le serveur de mail est occupé, nous réessayons',
  greylisted: 'le serveur de la personne prend un premier mail plus tard seulement : nous réessayons',
  login_refused: 'le serveur de mail refuse notre mot de passe : prévenez la personne qui administre Relance',
  sender_refused: 'le serveur de mail refuse notre adresse d’expédition : prévenez la personne qui administre Relance',
  everybody_refused: 'le serveur de mail refuse tout le monde, donc nous : prévenez la personne qui administre Relance',
  missing_doubted:
    'le serveur dit que l’adresse n’existe pas, mais il le dit de trop d’adresses à la fois pour qu’on le croie : nous réessayons',
  stopped: 'l’envoi s’est arrêté avant de partir, nous réessayons',
  lost_after_sending: 'peut-être parti : la connexion s’est coupée à la fin',
  left_before_copy: 'était parti avant qu’une copie soit remise en place, a dit l’équipe',
  stopped_while_sending: 'peut-être parti : l’envoi s’est arrêté en route',
  address_refused: 'n’a pas pu partir : l’adresse n’existe pas, demandez-en une autre',
  address_returned: 'est revenu : l’adresse n’existe pas, demandez-en une autre',
  doubtful_address_refused:
    'n’a pas pu partir : l’adresse n’existe peut-être pas. Si le serveur le redit un autre jour, nous demanderons la bonne au groupe',
  doubtful_address_returned:
    'est revenu : l’adresse n’existe peut-être pas. Si le serveur le redit un autre jour, nous demanderons la bonne au groupe',
  mailbox_refused: 'n’a pas pu partir : la boîte est pleine. Appelez la personne, l’adresse est bonne',
  mailbox_returned: 'est revenu : la boîte est pleine. Appelez la personne, l’adresse est bonne',
  us_refused:
    'n’a pas pu partir : le serveur nous refuse (liste noire, règles, authentification), l’adresse est bonne. Prévenez la personne qui administre Relance',
  us_returned:
    'est revenu : le serveur nous refuse (liste noire, règles, authentification), l’adresse est bonne. Prévenez la personne qui administre Relance',
  message_refused:
    'n’a pas pu partir : le serveur refuse ce que dit le mail. Prévenez la personne qui administre Relance',
  message_returned: 'est revenu : le serveur refuse ce que dit le mail. Prévenez la personne qui administre Relance',
  server_refused: 'n’a pas pu partir : le serveur ne dit pas clairement pourquoi. Le prochain mail réessaiera',
  server_returned: 'est revenu : le serveur ne dit pas clairement pourquoi. Le prochain mail réessaiera',
  gave_up: 'n’a pas pu partir à temps',
  too_large: 'plus long qu’un mail ne peut l’être : prévenez la personne qui administre Relance',
  fault: 'n’a pas pu partir, de notre faute : prévenez la personne qui administre Relance',
}

/** Ce qui retient tous les mails, ou les détourne. */
export const mailAlert = {
  strangeReports: (read: number, known: number) =>
    `${plural(read, 'mail revenu a été lu', 'mails revenus ont été lus')}, et presque aucun n’est reconnu comme l’un des nôtres (${known.toLocaleString('fr')}) : des adresses qui n’existent plus restent ouvertes. Prévenez la personne qui administre Relance : le serveur remplace sans doute nos Message-ID (verp=on, dans MAIL_URL, y remédie).`,
  againstUs: (mails: number) =>
    `${mails.toLocaleString('fr')} mails mensuels ont été refusés, ou sont revenus, à cause de nous et non des adresses : une liste noire, des règles, ou l’authentification (SPF, DKIM, DMARC). Ne changez pas ces adresses. Prévenez la personne qui administre Relance. Chaque mail garde les mots du serveur.`,
  pausedSince: (since: string, why: string | null) =>
    `Les envois sont suspendus depuis le ${since}${why ? ` (${why})` : ''} : aucun mail ne part. La personne qui administre Relance peut les reprendre.`,
  redirect: (since: string, address: string) =>
    `À l’essai depuis le ${since} : tous les mails vont à ${address}, et personne du réseau n’en reçoit.`,
  held: (until: string) => `Le serveur de mail ne laisse passer personne. Nous réessayons le ${until}.`,
  doubted: (at: string, mails: number) =>
    `Un serveur de mail dit de trop d’adresses à la fois qu’elles n’existent pas (le ${at}) : nous ne le croyons pas, et ces adresses restent ouvertes.${
      mails > 0 ? ` ${plural(mails, 'mail est réessayé', 'mails sont réessayés')} de temps en temps.` : ''
    } Si cela dure plus d’un jour, prévenez la personne qui administre Relance.`,
  hourFull: (most: number) =>
    `La limite de cette heure est atteinte : ${most.toLocaleString('fr')} mails. Les autres attendent.`,
  namedFull: (perHour: number, perDay: number) =>
    `Des groupes viennent de nommer beaucoup de personnes. Les mails à ces personnes partent peu à peu (${perHour.toLocaleString('fr')} par heure et ${perDay.toLocaleString('fr')} par jour au plus), sans retarder les autres.`,
  dayFull: (most: number) =>
    `La limite de vingt-quatre heures est atteinte : ${most.toLocaleString('fr')} mails. Les autres attendent.`,
}
