import type { MailReason } from '#shared/domain/mail.ts'

const plural = (n: number, one: string, many: string) => `${n.toLocaleString('fr')} ${n < 2 ? one : many}`
const verb = (n: number, one: string, many: string) => (n < 2 ? one : many)
const percentFormat = new Intl.NumberFormat('fr', { style: 'percent' })
const percent = (share: number) => percentFormat.format(share)

/** Le tableau de bord des coordinateur·ices. */
export const dashboard = {
  today: 'Aujourd’hui',
  menu: 'Pages du tableau de bord',
  signOut: 'Se déconnecter',
  limitedTo: (regions: string) => `Vous voyez les groupes de : ${regions}.`,
  readOnly:
    'Ces pages montrent, elles ne changent rien. Ce sont les référent·es qui corrigent la fiche de leur groupe.',
  figuresOf: 'Les chiffres',
  percent,
  noRegion: 'Région inconnue',
  /** Mène aux groupes d’un chiffre. */
  see: (n: number): string => (n < 2 ? 'Voir ce groupe' : `Voir ces ${n.toLocaleString('fr')} groupes`),

  problem: {
    page_unknown: { title: 'Cette page n’existe pas', next: 'L’adresse est peut-être incomplète.' },
    method_unknown: {
      title: 'Le tableau de bord ne fait que montrer',
      next: 'Rien ne peut être changé ici. Revenez à la première page.',
    },
    link_unknown: {
      title: 'Ce lien ne fonctionne pas',
      next: 'Votre messagerie l’a peut-être coupé. Vous pouvez en recevoir un nouveau tout de suite.',
    },
    link_expired: {
      title: 'Ce lien ne fonctionne plus',
      next: 'Un lien de connexion vaut quinze minutes. Vous pouvez en recevoir un nouveau tout de suite.',
    },
    group_unknown: { title: 'Ce groupe n’existe pas', next: 'Cherchez-le dans la liste des groupes.' },
    home: 'Aller à la première page',
  },

  /** La liste des groupes. */
  groups: {
    title: 'Groupes',
    group: 'Groupe',
    file: 'groupes',
    download: 'Télécharger cette liste :',
    count: (n: number) => plural(n, 'groupe', 'groupes'),
    moreThan: (n: number) => `Plus de ${n.toLocaleString('fr')} groupes`,
    meant: 'Vouliez-vous dire\u00a0:',
    none: 'Aucun groupe ne correspond. Retirez un filtre, ou cherchez autrement.',
    search: 'Chercher un groupe, une ville, une personne',
    find: 'Chercher',
    filter: 'Filtrer et choisir les colonnes',
    show: 'Afficher',
    any: 'peu importe',
    without: 'Retirer le filtre',
    columns: 'Colonnes',
    pages: 'Suite de la liste',
    previous: '← Précédents',
    next: 'Suivants →',
    window: (from: number, to: number) => `${from.toLocaleString('fr')} à ${to.toLocaleString('fr')}`,
    never: 'jamais',
    thisRound: 'ce mois-ci',
    reachable: (n: number): string =>
      n === 0 ? '(aucun·e joignable)' : `(${n.toLocaleString('fr')} joignable${n < 2 ? '' : 's'})`,
    part: {
      text: 'Recherche',
      state: 'État',
      region: 'Région',
      department: 'Département',
      round: 'Au tour de',
      answered: 'Réponse au tour',
      checked: 'Fiche vérifiée il y a',
      section: 'Rubrique',
      silent: 'Sans réponse depuis',
      reach: 'À qui écrire',
      trend: 'Membres',
      deed: 'Sur leur fiche',
      theme: 'Formation',
      from: 'Depuis le',
      until: 'Jusqu’au',
      campaign: 'Campagne',
      role: 'Rôle',
    },
    answered: { asked: 'interrogé', yes: 'a répondu', no: 'n’a pas répondu' },
    deed: {
      training: 'une formation',
      activity: 'une activité',
      campaign: 'une campagne',
      list: 'un abonnement à une liste',
    },
    unknownPlace: 'inconnu',
    silentFor: (n: number) => `${plural(n, 'tour', 'tours')} ou plus`,
    reach: {
      nobody: 'aucun·e référent·e',
      shut: 'aucune adresse qui marche',
      partly: 'une partie seulement',
      somebody: 'au moins un·e référent·e',
    },
    trend: { shrinking: 'un quart de moins en six tours' },
  },

  /** Le réseau dans le temps. */
  network: {
    title: 'Le réseau',
    headline: (groups: number, members: number) =>
      `${plural(groups, 'groupe', 'groupes')}, ${plural(members, 'membre actif·ve', 'membres actif·ves')}`,
    change: (since: string, groups: number, members: number): string => {
      const words = (n: number, one: string, many: string) =>
        n === 0 ? `autant de ${many}` : `${plural(Math.abs(n), one, many)} de ${n > 0 ? 'plus' : 'moins'}`
      return `Depuis ${since} : ${words(groups, 'groupe', 'groupes')}, ${words(members, 'membre', 'membres')}.`
    },
    noRound: 'Il n’y a pas encore eu de tour dans ces mois : les courbes commencent avec le premier.',
    period: 'Période',
    from: 'De',
    until: 'à',
    against: 'Comparée à',
    presets: 'Périodes',
    lastMonths: (n: number) => `${n.toLocaleString('fr')} mois`,

    groupsTitle: 'Groupes actifs et en création',
    groupsSays: (first: number, last: number) =>
      first === last
        ? `${plural(last, 'groupe', 'groupes')}, comme au début de la période.`
        : `${plural(last, 'groupe', 'groupes')}, contre ${first.toLocaleString('fr')} au début de la période.`,
    groupsCounted: 'Comptés le jour où chaque tour s’ouvre ; les groupes en sommeil ne comptent pas.',
    membersTitle: 'Membres actif·ves',
    membersSays: (first: number, last: number) =>
      `${plural(last, 'personne', 'personnes')}, contre ${first.toLocaleString('fr')} au début de la période.`,
    membersCounted:
      'La somme de ce que les groupes actifs et en création disent d’eux-mêmes, le jour où chaque tour s’ouvre.',
    rateTitle: 'Part des groupes qui répondent',
    rateSays: (rate: number) => `${percent(rate)} des groupes ont répondu, en moyenne sur la période.`,
    rateCounted:
      'Groupes dont quelqu’un a répondu pendant le tour, parmi ceux à qui nous avons écrit. Le tour en cours n’est pas compté.',
    timeTitle: 'Temps pour répondre',
    timeSays: (days: string) => `La moitié de ceux qui répondent le font en ${days}, au dernier tour complet.`,
    timeCounted:
      'Temps entre l’ouverture du tour et la première réponse du groupe, médiane, à six heures près. Dans un département : les groupes qui y sont aujourd’hui.',
    now: 'aujourd’hui',
    days: (n: number) => `${n.toLocaleString('fr', { maximumFractionDigits: 1 })} ${n < 2 ? 'jour' : 'jours'}`,

    agesTitle: 'Ce qui est vérifié, rubrique par rubrique',
    agesSays: 'Part des groupes dont la rubrique a été vérifiée depuis 30, 90 et 180 jours, à la fin de chaque tour.',
    agesCounted:
      'Groupes actifs et en création, comptés à la fin de chaque tour, et aujourd’hui. Une rubrique est vérifiée quand quelqu’un l’a corrigée ou confirmée.',
    agesFreshHead: 'depuis 90 jours',
    agesFresh: (all: number) => `sur ${plural(all, 'groupe', 'groupes')}, depuis moins de 90 jours`,
    agesSince: (month: string) => `Par département, ce chiffre est gardé depuis ${month}.`,
    agesOnlyNow:
      'Par département, ce chiffre n’est pas connu pour ces mois : il est gardé à la fin de chaque tour, depuis peu.',
    within: (days: number) => `${days} j`,

    themesTitle: 'Les formations, par thème',
    themesSays: (trainings: number, people: number) =>
      `${plural(trainings, 'formation', 'formations')}, ${plural(people, 'personne formée', 'personnes formées')}.`,
    themesNone: 'Aucune formation inscrite dans ces mois.',
    themesCounted: 'Les formations que les groupes ont inscrites dans leur fiche, par leur date.',
    themeHead: 'Thème',
    trainingsHead: 'Formations',
    peopleHead: 'Personnes',
    campaignsTitle: 'Les campagnes',
    campaignsSays: (campaigns: number, people: number) =>
      `${plural(campaigns, 'campagne', 'campagnes')}, ${plural(people, 'personne mobilisée', 'personnes mobilisées')}.`,
    campaignsNone: 'Aucune campagne dans ces mois.',
    campaignsCounted: 'Groupes qui ont organisé, participé ou relayé, et le nombre de personnes qu’ils annoncent.',
    campaignHead: 'Campagne',
    role: { organises: 'organisent', joins: 'participent', relays: 'relaient' },

    groupsHead: 'Groupes',
    answeredHead: 'Ont répondu',
    comparedTitle: 'Deux périodes comparées',
    comparedNone: 'pas connu',
    comparedCounted:
      'Chaque ligne compte comme sa figure, plus haut. Une part porte sur tous les tours finis de la période ; les formations, activités et campagnes comptent par leur date, d’après les fiches.',
    figureHead: 'Chiffre',
    differenceHead: 'Différence',
    figure: {
      groups: 'Groupes, en fin de période',
      members: 'Membres actif·ves, en fin de période',
      rate: 'Part des groupes qui répondent',
      time: 'Temps médian pour répondre, en jours',
      fresh: 'Rubriques vérifiées en 90 jours, en fin de période',
      trainings: 'Formations',
      trained: 'Personnes formées',
      activities: 'Activités',
      attendees: 'Personnes venues aux activités',
      parts: 'Participations aux campagnes',
      mobilised: 'Personnes mobilisées',
    },
  },

  /** La carte. */
  map: {
    title: 'La carte',
    modes: 'Ce que montre la carte',
    mode: { freshness: 'Âge des fiches', answers: 'Réponses' },
    says: {
      freshness: (share: number) => `${percent(share)} des fiches ont été vérifiées depuis moins de trois mois.`,
      answers: (share: number) => `${percent(share)} des groupes ont répondu au dernier tour.`,
    },
    crowdedSays: {
      freshness: (share: number | null): string =>
        share === null
          ? 'L’âge des fiches par département n’est pas encore connu : il est compté à la fin de chaque tour.'
          : `${percent(share)} des rubriques avaient été vérifiées depuis moins de trois mois, à la fin du dernier tour complet.`,
      answers: (share: number | null): string =>
        share === null
          ? 'Aucun groupe n’a encore été interrogé.'
          : `${percent(share)} des groupes ont répondu au dernier tour.`,
    },
    crowded: {
      freshness: (n: number) =>
        `Plus de ${n.toLocaleString('fr')} groupes : plus la couleur d’un département est forte, plus la part de ses rubriques vérifiées depuis 90 jours est grande. Un endroit plus petit montre les groupes un à un.`,
      answers: (n: number) =>
        `Plus de ${n.toLocaleString('fr')} groupes : plus la couleur d’un département est forte, plus la part de ses groupes interrogés qui ont répondu est grande. Un endroit plus petit montre les groupes un à un.`,
    },
    fromTo: (from: string, to: string) => `${from} à ${to}`,
    empty: 'Il n’y a pas encore de groupe ici.',
    department: (name: string) => `Département ${name}`,
    keys: 'Légende',
    mark: {
      month: '30 jours ou moins',
      quarter: '31 à 90 jours',
      half: '91 à 180 jours',
      older: 'plus de 180 jours',
      never: 'jamais vérifiée en entier',
      answered: 'a répondu au dernier tour',
      waiting: 'pas encore de réponse',
      silent: 'sans réponse depuis trois tours ou plus',
      unasked: 'en sommeil : nous ne lui écrivons pas',
    },
    share: { freshness: 'À jour', answers: 'Ont répondu' },
    counted: {
      freshness:
        'Âge de la rubrique vérifiée il y a le plus longtemps, parmi les cinq que tous remplissent. À jour : 90 jours ou moins. Les groupes en sommeil y sont aussi.',
      answers:
        'Un groupe a répondu dès qu’une de ses personnes référentes l’a fait. La part ne compte pas les groupes à qui nous n’écrivons pas.',
    },
    regions: 'Par région',
    departments: 'Par département',
    all: 'Revenir à tout le pays',
    list: 'La même chose, groupe par groupe',
    unknown: 'inconnu',
    unplaced: (n: number) =>
      `${plural(n, 'groupe n’est', 'groupes ne sont')} pas sur la carte : leur ville n’est pas connue.`,
    credit: 'Contours des départements : @svg-maps, Victor Cazanave, CC BY 4.0.',
  },

  /** Les groupes à appeler. */
  risks: {
    title: 'Qui appeler aujourd’hui',
    none: 'Personne : aucun groupe ne semble s’endormir.',
    counted: (rounds: number) =>
      `Groupes actifs et en création sans personne à qui écrire ou dont une adresse revient, sans réponse depuis ${rounds.toLocaleString('fr')} tours, ou qui ont perdu un quart de leurs membres en six tours. Les plus urgents d’abord.`,
    call: 'Appeler',
    orphans: (n: number) => `${plural(n, 'groupe n’a', 'groupes n’ont')} plus de référent·e : personne à qui écrire`,
    shutAll: 'Tous ceux dont aucune adresse ne marche',
    all: (rounds: number) => `Tous les groupes sans réponse depuis ${rounds.toLocaleString('fr')} tours ou plus`,
    shut: 'aucune adresse ne marche',
    orphan: 'plus aucun·e référent·e',
    bounced: (names: readonly string[]) => `nos mails à ${names.join(', ')} reviennent : demandez une autre adresse`,
    former: (day: string) => `(référent·e jusqu’au ${day})`,
    write: 'Écrire à',
    nobodyKnown: 'Personne que nous connaissions : demandez aux groupes voisins.',
    unsubscribed: (people: readonly { name: string; on: string }[], isAll: boolean) =>
      `on n’écrit plus à personne : ${people.map(({ name, on }) => `${name} s’est désinscrit·e le ${on}`).join(', ')}${isAll ? '' : ', et aucune autre adresse ne marche'}`,
    silent: (n: number) => `sans réponse depuis ${n.toLocaleString('fr')} tours`,
    shrinking: (from: number, to: number) =>
      `de ${from.toLocaleString('fr')} à ${to.toLocaleString('fr')} membres en six tours`,
  },

  /** Ce qui s’est passé depuis la dernière visite. */
  since: {
    title: (day: string) => `Depuis ${day}`,
    nothing: 'Personne n’a corrigé de fiche.',
    changes: (n: number, groups: number) =>
      `${plural(n, 'correction', 'corrections')} dans ${plural(groups, 'groupe', 'groupes')}`,
    event: {
      created: (n: number) => verb(n, 'Nouveau groupe', 'Nouveaux groupes'),
      launched: (n: number) => verb(n, 'Groupe lancé', 'Groupes lancés'),
      woken: (n: number) => verb(n, 'Groupe réveillé', 'Groupes réveillés'),
      paused: (n: number) => verb(n, 'Groupe en pause', 'Groupes en pause'),
      referent: (n: number) => verb(n, 'Nouvelle personne référente', 'Nouvelles personnes référentes'),
      left: (n: number) => verb(n, 'N’est plus référent·e', 'Ne sont plus référent·es'),
      not_mine: () => '« Ce n’est pas mon groupe »',
      unsubscribed: (n: number) => verb(n, 'Ne veut plus de nos mails', 'Ne veulent plus de nos mails'),
    },
    more: (n: number) => `et ${plural(n, 'autre', 'autres')}`,
    words: 'Un mot pour l’équipe',
  },

  /** Les mails du mois. */
  mails: {
    title: 'Mails',
    count: (n: number): string => (n === 0 ? 'Aucun mail ce mois-ci' : `${plural(n, 'mail', 'mails')} ce mois-ci`),
    inState: (n: number, state: string) => `${plural(n, 'mail', 'mails')} ${state}`,
    byState: 'Mails par état',
    all: 'Tous les mails',
    coordinator: 'Équipe',
    answer: (words: string, attempts: number) =>
      `Le serveur a répondu : « ${words} »${attempts > 1 ? `, à la ${attempts}e tentative` : ''}`,
    /** Quoi faire d’un mail hors du mois qui n’est pas arrivé. */
    apart: {
      new_link: 'La personne attend peut-être son lien : appelez-la, et vérifiez son adresse.',
      sign_in: 'Demandez un autre lien de connexion.',
      receipt: 'Rien n’est perdu : ce qui a été corrigé est dans l’historique du groupe.',
      news: 'Rien n’est perdu : ce qui a été corrigé est dans l’historique du groupe.',
      welcome:
        'La personne ne sait pas encore qu’on l’a nommée : prévenez-la autrement, ou demandez au groupe son adresse.',
      farewell: 'La personne ne sait pas qu’elle a été retirée : prévenez-la si c’est utile.',
      wrong_address: 'Le groupe ne sait pas qu’une de ses adresses ne marche plus : appelez-le.',
    },
  },

  /** Tout ce qui a changé. */
  changes: {
    title: 'Ce qui a changé',
    none: 'Rien n’a changé, ou rien qui corresponde.',
    older: 'Plus ancien →',
    from: 'Du',
    until: 'Au',
    imports: 'Montrer aussi les imports de tableaux',
    feed: 'Suivre dans un lecteur de flux (Atom)',
    feedNote: 'L’adresse est à vous : ne la donnez à personne. Le flux ne nomme personne.',
  },

  /** La page d’un groupe. */
  group: {
    notAsked: (state: string) => `Groupe ${state} : il ne reçoit pas les mails du mois.`,
    nobody: 'Personne à qui écrire : le groupe n’a pas de référent·e.',
    noRound: 'Le groupe n’a pas encore reçu de mail.',
    answered: 'Le groupe a répondu ce mois-ci.',
    newcomer: 'Le groupe est arrivé après le dernier mail du mois.',
    silentSince: (n: number, month: string): string =>
      n < 2
        ? `Pas encore de réponse ce mois-ci. La dernière date de ${month}.`
        : `Sans réponse depuis ${n.toLocaleString('fr')} tours. La dernière date de ${month}.`,
    silentEver: (n: number): string =>
      n < 2 ? 'Pas encore de réponse.' : `N’a jamais répondu, en ${n.toLocaleString('fr')} tours.`,
    checked: 'Vérifié :',
    by: (name: string) => `par ${name}`,
    nothing: 'Rien d’inscrit.',
    more: (n: number): string => (n < 2 ? 'Voir la dernière ligne' : `Voir les ${n.toLocaleString('fr')} autres`),
    contacts: 'Qui appeler',
    shut: (why: string, since: string, words: string | null) =>
      `${why}, depuis le ${since}${words ? ` (« ${words} »)` : ''}`,
    nobodyToCall: 'Aucun·e référent·e n’est inscrit·e.',
    public: (what: readonly string[]): string =>
      what.length === 0 ? 'Rien n’est public.' : `Public, avec son accord : ${what.join(', ')}.`,
    publicField: { name: 'nom', email: 'adresse', phone: 'téléphone' },
    answers: 'Ses réponses',
    answeredRounds: (n: number, of: number): string =>
      `${n.toLocaleString('fr')} sur ${plural(of, 'tour', 'tours')}, le plus récent à droite.`,
    answersCounted:
      'Les tours depuis que le groupe est là. Une pause est une réponse ; « ce n’est pas mon groupe » n’en est pas une.',
    roundByRound: 'Tour par tour',
    said: 'Réponse',
    kind: {
      updated: 'a corrigé la fiche',
      confirmed: 'a confirmé',
      paused: 'a annoncé une pause',
      not_my_group: 'a dit « ce n’est pas mon groupe »',
    },
    mails: 'Les derniers mails',
    noMail: 'Aucun mail ne leur a été adressé.',
    to: (name: string) => `à ${name}`,
    mailState: {
      pending: 'attend de partir',
      sending: 'part en ce moment',
      sent: 'parti',
      unknown: 'peut-être parti',
      failed: 'n’a pas pu partir',
      cancelled: 'n’était plus utile',
      suppressed: 'n’est pas parti, exprès',
    },
    history: 'Ce qui a changé, et par qui',
  },
  mailKind: {
    invitation: 'Mail du mois',
    reminder: 'Rappel',
    last_call: 'Dernier message',
    silent_groups: 'Liste des groupes silencieux',
    new_link: 'Nouveau lien',
    sign_in: 'Lien de connexion',
    receipt: 'Reçu d’une correction',
    news: 'Correction de quelqu’un du groupe',
    welcome: 'Nouveau·elle référent·e : est-ce bien vous ?',
    farewell: 'Retrait de la liste',
    wrong_address: 'Adresse d’un·e autre référent·e à corriger',
  },
  /** Pourquoi un mail en est là. */
  reason: {
    answered: 'plus utile : le groupe a répondu avant',
    overtaken: 'plus utile : le message suivant l’a remplacé',
    nothing_owed: 'plus utile : la personne n’a plus de groupe à vérifier',
    trial: 'à l’essai : c’est l’équipe qui l’a reçu, à la place de la personne',
    hard_bounce: 'l’adresse n’existe plus : demandez-en une autre',
    complaint: 'la personne a signalé nos mails comme indésirables : appelez-la',
    unsubscribed: 'la personne ne veut plus de nos mails',
    unreachable: 'le serveur de mail ne répond pas, nous réessayons',
    not_secure: 'le serveur de mails ne chiffre pas : dites-le à la personne qui fait tourner Relance',
    lost: 'la connexion s’est coupée, nous réessayons',
    busy: 'le serveur de mail est occupé, nous réessayons',
    login_refused: 'le serveur de mail refuse notre mot de passe : prévenez la personne qui tient Relance',
    sender_refused: 'le serveur de mail refuse notre adresse d’expédition : prévenez la personne qui tient Relance',
    everybody_refused: 'le serveur de mail refuse tout le monde, donc nous : prévenez la personne qui tient Relance',
    stopped: 'l’envoi s’est arrêté avant de partir, nous réessayons',
    lost_after_sending: 'peut-être parti : la connexion s’est coupée à la fin',
    stopped_while_sending: 'peut-être parti : l’envoi s’est arrêté en route',
    address_refused: 'le serveur refuse cette adresse : demandez-en une autre',
    came_back: 'le mail est revenu : demandez une autre adresse',
    message_refused: 'le serveur refuse ce message : prévenez la personne qui tient Relance',
    gave_up: 'n’a pas pu partir à temps',
    fault: 'n’a pas pu partir, de notre faute : prévenez la personne qui tient Relance',
  } satisfies Record<MailReason, string>,

  /** Ce qui retient tous les mails, ou les détourne. */
  mailAlert: {
    braked: (since: string, why: string | null) =>
      `Le frein est tiré depuis le ${since}${why ? ` (${why})` : ''} : aucun mail ne part. C’est la personne qui tient Relance qui le lâche.`,
    trial: (since: string, address: string) =>
      `À l’essai depuis le ${since} : tous les mails vont à ${address}, et personne du réseau n’en reçoit.`,
    held: (until: string) => `Le serveur de mail ne laisse passer personne. Nous réessayons le ${until}.`,
    hourFull: (most: number) =>
      `Plus de mails pour cette heure : ${most.toLocaleString('fr')} au plus. Les autres attendent.`,
    dayFull: (most: number) =>
      `Plus de mails pour aujourd’hui : ${most.toLocaleString('fr')} au plus en vingt-quatre heures. Les autres attendent.`,
  },

  /** La première page. */
  overview: {
    answered: (answered: number, asked: number) =>
      answered === 0
        ? asked < 2
          ? 'Le groupe n’a pas encore répondu'
          : `Aucun des ${asked.toLocaleString('fr')} groupes n’a encore répondu`
        : `${answered.toLocaleString('fr')} ${answered < 2 ? 'groupe' : 'groupes'} sur ${asked.toLocaleString('fr')} ${answered < 2 ? 'a' : 'ont'} répondu`,
    seeSilent: (n: number): string =>
      n < 2 ? 'Voir celui qui n’a pas répondu' : `Voir les ${n.toLocaleString('fr')} qui n’ont pas répondu`,
    allAnswered: (asked: number): string =>
      asked < 2 ? 'Le groupe a répondu' : `Les ${asked.toLocaleString('fr')} groupes ont répondu`,
    nobodyAsked: 'Nous n’avons écrit à personne ce mois-ci',
    nobodyAskedLead: 'Aucun groupe actif n’a de référent·e à qui écrire.',
    kicker: (day: string, month: string, nth: number) => `${day} · mise à jour de ${month}, jour ${nth}`,
    compared: (difference: number, month: string) => {
      if (difference === 0) return `C’est autant qu’en ${month}, au même moment.`
      const groups = plural(Math.abs(difference), 'groupe', 'groupes')
      return difference > 0
        ? `C’est ${groups} de plus qu’en ${month}, au même moment.`
        : `C’est ${groups} de moins qu’en ${month}, au même moment.`
    },
    firstRound: 'C’est la première mise à jour : il n’y a pas encore de mois à comparer.',
    beforeTitle: (n: number) => `${plural(n, 'groupe attend', 'groupes attendent')} la première mise à jour`,
    beforeLead: (when: string) => `Les premiers mails partiront ${when}.`,
    emptyTitle: 'Le réseau est encore vide',
    emptyLead: 'Importez vos tableaux pour commencer :',

    curveTitle: 'Les réponses, jour après jour',
    curveSays: (month: string, share: number, others: number) =>
      others === 0
        ? `En ${month}, ${percent(share)} des groupes ont répondu jusqu’ici.`
        : `En ${month}, ${percent(share)} des groupes ont répondu jusqu’ici. En gris, ${others < 2 ? 'le mois précédent' : `les ${others} mois précédents`}.`,
    curveCounted:
      'Un groupe a répondu dès qu’une de ses personnes référentes a corrigé ou confirmé quelque chose, ou annoncé une pause. Le compte se fait sur les groupes à qui nous avons écrit à l’ouverture.',
    day: (n: number) => `jour ${n}`,
    dayHead: 'Jour',
    roundHead: 'Mois',
    askedHead: 'Interrogés',
    answeredHead: 'Ont répondu',
    soFar: 'à ce jour',

    freshTitle: 'Ce que nous savons est-il à jour ?',
    freshSays: (share: number, section: string, sectionShare: number) =>
      `${percent(share)} des rubriques ont été vérifiées depuis moins de trois mois. La plus ancienne : ${section.toLowerCase()}, ${percent(sectionShare)}.`,
    freshCounted:
      'Une rubrique est vérifiée quand une personne référente l’a corrigée ou a dit qu’elle était juste. Groupes actifs et en création.',
    band: {
      month: '30 jours ou moins',
      quarter: '31 à 90 jours',
      half: '91 à 180 jours',
      older: 'plus de 180 jours',
      never: 'jamais',
      recent: '90 jours ou moins',
      half_year: '180 jours ou moins',
      late: 'plus de 90 jours, ou jamais',
    },
    sectionHead: 'Rubrique',

    regionsTitle: 'Les groupes par région',
    regionsSays: (groups: number, active: number, regions: number) =>
      `${plural(groups, 'groupe', 'groupes')}${regions === 0 ? '' : ` dans ${plural(regions, 'région', 'régions')}`}, dont ${plural(active, 'actif', 'actifs')}.`,
    regionsCounted:
      'Tous les groupes, par état, et ce qu’ils disent de leurs membres actif·ves, d’après leur fiche d’aujourd’hui.',
    regionHead: 'Région',
    membersHead: 'Membres actif·ves',
    totalHead: 'Groupes',
    state: { active: 'actifs', starting: 'en création', asleep: 'en sommeil' },

    mailsTitle: 'Les mails de ce mois',
    mailsCounted:
      'Les mails du dernier tour, chacun une fois, et ceux de ce mois, hors tour, qui attendent ou ne sont pas arrivés.',
    mailsNone: 'Aucun mail n’est encore parti.',
    mailState: {
      pending: {
        name: (n: number) => verb(n, 'attend de partir', 'attendent de partir'),
        next: 'Rien à faire : ils partent par petits paquets, de jour.',
      },
      retry: {
        name: (n: number) => verb(n, 'sera essayé de nouveau', 'seront essayés de nouveau'),
        next: 'Le serveur de mail n’a pas répondu. Si cela dure plus de quelques heures, prévenez la personne qui tient Relance.',
      },
      sending: { name: (n: number) => verb(n, 'part en ce moment', 'partent en ce moment'), next: 'Rien à faire.' },
      sent: { name: (n: number) => verb(n, 'est parti', 'sont partis'), next: 'Le serveur de mail les a acceptés.' },
      unknown: {
        name: (n: number) => verb(n, 'est peut-être parti', 'sont peut-être partis'),
        next: 'La connexion s’est coupée à la fin de l’envoi. Nous ne les renvoyons pas, pour n’écrire à personne deux fois : le prochain rappel y remédie.',
      },
      failed: {
        name: (n: number) => verb(n, 'n’a pas pu partir', 'n’ont pas pu partir'),
        next: 'Le serveur a refusé l’adresse ou le message : demandez au groupe une adresse qui marche.',
      },
      cancelled: {
        name: (n: number) => verb(n, 'n’était plus utile', 'n’étaient plus utiles'),
        next: 'Le groupe avait répondu avant. Rien à faire.',
      },
      suppressed: {
        name: (n: number) => verb(n, 'n’est pas parti, exprès', 'ne sont pas partis, exprès'),
        next: 'L’adresse ne marche plus, ou la personne ne veut plus de nos mails. Appelez le groupe.',
      },
    },

    datesTitle: 'Les prochaines dates',
    rung: {
      invitation: 'Le mail du mois part à tous les groupes',
      reminder: 'Rappel aux groupes sans réponse',
      last_call: 'Dernier message aux groupes sans réponse',
      silent_groups: 'Liste des groupes silencieux, pour vous',
    },
    rungShort: { invitation: 'mail', reminder: 'rappel', last_call: 'dernier message', silent_groups: 'fin' },
    at: (day: string, time: string) => `${day} à ${time}`,

    figuresTitle: 'Le réseau en chiffres',
  },
}
