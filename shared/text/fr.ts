import type { FieldProblem } from '#shared/fields/codecs.ts'
import { dashboard } from './fr/dashboard.ts'
import { mail } from './fr/mail.ts'
import { papers } from './fr/papers.ts'
import { sheet } from './fr/sheet.ts'
import { showNumber } from './number.ts'

/** « 1 groupe », « 3 groupes » : zéro et un sont au singulier. */
const plural = (n: number, one: string, many: string) => `${showNumber(n, 'fr')} ${n < 2 ? one : many}`

/** Every word a person reads that is not a field's own label, in French. A key that another language lacks does not compile. */
export const fr = {
  dashboard,
  mail,
  papers,
  sheet,

  /** What was wrong with a value, after its field's label. */
  fieldProblem: (problem: FieldProblem): string => {
    switch (problem.code) {
      case 'required':
        return 'à remplir'
      case 'too_long':
        return `trop long, ${plural(problem.limit ?? 0, 'caractère', 'caractères')} au plus`
      case 'email_invalid':
        return 'cette adresse mail n’est pas complète. Exemple : camille@exemple.org'
      case 'phone_invalid':
        return 'ce numéro n’est pas complet. Exemple : 06 12 34 56 78, ou +32 470 12 34 56 pour un autre pays'
      case 'url_invalid':
        return 'cette adresse de site n’est pas complète. Exemple : https://exemple.org'
      case 'postcode_invalid':
        return 'ce n’est pas un code postal. Exemple : 64000'
      case 'day_unreadable':
        return 'nous n’avons pas compris cette date. Exemple : 27/03/2026'
      case 'day_impossible':
        return 'cette date n’existe pas dans le calendrier. Exemple : 27/03/2026'
      case 'day_needs_year':
        return 'ajoutez l’année, pour que nous soyons sûrs. Exemple : 3 mai 2026'
      case 'day_needs_day':
        return 'ajoutez le jour, même à peu près. Exemple : 3 mai 2026'
      case 'number_unreadable':
        return 'écrivez un nombre, en chiffres. Exemple : 30'
      case 'number_too_large':
        return `ce nombre est trop grand, ${(problem.limit ?? 0).toLocaleString('fr')} au plus`
      case 'choice_unknown':
        return 'choisissez une des réponses proposées'
      case 'yes_no_unreadable':
        return 'répondez par oui ou par non'
      case 'duplicate':
        return 'il y est déjà'
    }
  },

  /** On every page. */
  page: {
    skip: 'Aller au contenu',
    writtenBy: (team: string) => `Écrit et tenu par ${team}.`,
    ask: 'Nous écrire',
    privacy: 'Vos données',
    accessibility: 'Accessibilité',
    somebody: 'quelqu’un',
  },

  /** The form of referents. */
  form: {
    homeTitle: 'Mettre à jour mon groupe',
    homeLead: (movement: string) =>
      `Chaque mois, les référent·es des groupes de ${movement} reçoivent un mail avec leur lien personnel. Il suffit de l’ouvrir pour vérifier ce que nous savons du groupe.`,
    homeNewLink: 'Recevoir mon lien',
    homeCoordinators: 'Je fais partie de l’équipe : ouvrir le tableau de bord',

    chooseTitle: 'Quel groupe voulez-vous mettre à jour ?',
    chooseLead: (name: string) => `Bonjour ${name}. Vous êtes référent·e de plusieurs groupes.`,
    leftTitle: 'C’est enregistré',
    leftBody: 'Vous n’êtes plus dans le groupe que vous venez de quitter.',
    leftLead: 'Merci pour tout ce que vous avez fait. Nous ne vous écrirons plus pour ce groupe.',
    noGroupTitle: 'Vous n’êtes référent·e d’aucun groupe',
    noGroupLead:
      'Quelqu’un vous a retiré·e de la liste, ou le groupe n’existe plus. Si c’est une erreur, écrivez-nous : nous la réparons volontiers.',

    lead: (name: string) => `Bonjour ${name}. Tout est-il toujours juste ?`,
    allRight: 'Tout est juste',
    restRight: 'Tout le reste est juste',
    allRightHint: 'Une pression suffit. Sinon, corrigez plus bas seulement ce qui a changé.',
    whatWeKnow: 'Ce que nous savons',
    correct: 'Corriger',
    sectionRight: 'C’est juste',
    checkedAgo: (ago: string, by: string | null) => (by ? `vérifié ${ago} par ${by}` : `vérifié ${ago}`),
    neverChecked: 'jamais vérifié',
    nothingYet: 'Rien pour l’instant.',
    notTold: (labels: readonly string[]) => `Pas encore dit : ${labels.join(', ').toLocaleLowerCase('fr')}`,
    noList: 'Personne n’est sur une liste.',
    andMore: (n: number) => `et ${plural(n, 'autre', 'autres')}`,
    answered: (by: string, ago: string) => `${by} a déjà répondu ${ago}. Vous pouvez encore corriger.`,
    otherGroups: 'Mes autres groupes',

    languageKept: { title: 'Nous continuons en français', body: 'Nos mails aussi seront en français.' },
    thanksTitle: 'Merci, c’est noté',
    thanksBody: 'Votre groupe est à jour pour ce mois-ci : personne du groupe ne recevra de rappel.',
    savedTitle: (section: string) => `C’est enregistré : ${section}`,
    savedBody: 'Le reste est juste aussi ? Alors une dernière pression suffit.',
    checkedTitle: (section: string) => `C’est vérifié : ${section}`,

    editTitle: {
      identity: 'Le groupe',
      referents: 'Les référent·es',
      activities: 'Les activités',
      campaigns: 'Les campagnes',
      trainings: 'Les formations',
      lists: 'Les listes de diffusion',
    },
    editLead: {
      identity: 'Corrigez ce qui a changé, laissez le reste.',
      referents: 'Les personnes à qui nous écrivons pour parler au groupe.',
      activities: 'Ce que le groupe a fait ces derniers mois, et ce qu’il prépare.',
      campaigns: 'Dites-nous à quelles mobilisations du mouvement le groupe a pris part.',
      trainings: 'Les formations que le groupe a données.',
      lists: 'Qui reçoit les messages des listes du mouvement.',
    },
    add: {
      referents: 'Ajouter une personne',
      activities: 'Ajouter une activité',
      trainings: 'Ajouter une formation',
    },
    remove: {
      referents: (name: string) => `Retirer ${name || 'cette personne'} du groupe`,
      activities: (name: string) => `Supprimer ${name ? `« ${name} »` : 'cette activité'}`,
      trainings: (name: string) => `Supprimer ${name ? `« ${name} »` : 'cette formation'}`,
    },
    notPartOfIt: 'nous n’y avons pas pris part',
    olderCampaigns: (n: number) => plural(n, 'campagne plus ancienne', 'campagnes plus anciennes'),
    noCampaign: 'Le mouvement n’a pas encore de campagne.',
    nobody: 'Le groupe n’a plus de référent·e pour le moment',
    nobodyProblem:
      'Il ne resterait personne à qui écrire. Gardez une personne, ajoutez-en une, ou cochez « Le groupe n’a plus de référent·e pour le moment ».',
    draftKept: 'Vous aviez commencé à écrire ici, sans enregistrer.',
    draftRestore: 'Reprendre où j’en étais',
    draftDiscard: 'Oublier',
    save: 'Enregistrer',
    back: 'Revenir sans enregistrer',
    townUnknown: (town: string) =>
      `Nous ne trouvons pas « ${town} » dans notre liste des communes. Est-ce l’une de celles-ci ?`,
    townKeep: (town: string) => `Non, garder « ${town} »`,
    errorsTitle: 'Il y a quelque chose à corriger',
    rowNumber: (row: string, n: number | string) => `${row} ${n}`,
    pressAgain: 'Appuyez encore une fois',
    saveAgain: 'Appuyez encore une fois sur « Enregistrer »',
    oldPage:
      'Cette page était ouverte depuis longtemps : nous n’avons rien enregistré. Vérifiez, puis appuyez de nouveau.',
    oldPageTyped: 'Cette page était ouverte depuis longtemps. Ce que vous aviez écrit est toujours là.',
    hastyPress: 'C’était si rapide que nous préférons être sûrs que c’est bien vous, et non un robot de messagerie.',
    conflictTitle: 'Quelqu’un d’autre a corrigé la même chose en même temps',
    conflictBody: 'Choisissez ce qui est juste, puis enregistrez. Tout le reste de ce que vous avez écrit est gardé.',
    conflictTheirs: 'Ce que l’autre personne a écrit',
    conflictMine: 'Ce que vous avez écrit',
  },

  /** What a page says when something is not as it should be, and what to do next. */
  problem: {
    page_unknown: {
      title: 'Cette page n’existe pas',
      next: 'L’adresse est peut-être incomplète. Rouvrez le lien de votre mail, ou demandez-en un nouveau.',
    },
    link_unknown: {
      title: 'Ce lien ne fonctionne pas',
      next: 'Il a peut-être été coupé en chemin par la messagerie. Vous pouvez en recevoir un nouveau tout de suite.',
    },
    link_expired: {
      title: 'Ce lien ne fonctionne plus',
      next: 'Les liens s’arrêtent après quelques semaines, pour que personne d’autre ne s’en serve. Vous pouvez en recevoir un nouveau tout de suite.',
    },
    link_revoked: {
      title: 'Ce lien a été arrêté',
      next: 'Quelqu’un de l’équipe ou du groupe l’a demandé. Vous pouvez en recevoir un nouveau.',
    },
    group_unknown: {
      title: 'Ce groupe n’est pas dans vos groupes',
      next: 'Vous n’en êtes peut-être plus référent·e. Revenez à vos groupes, ou écrivez-nous.',
    },
    section_unknown: { title: 'Cette page n’existe pas', next: 'Revenez à votre groupe.' },
    page_stale: {
      title: 'Cette page n’est plus à jour',
      next: 'Revenez en arrière, rechargez la page et recommencez. Rien n’a été enregistré.',
    },
    page_elsewhere: {
      title: 'Cette page vient d’un autre site',
      next: 'Nous n’avons rien enregistré. Rouvrez le lien de votre mail, et recommencez là.',
    },
    too_many: {
      title: 'Beaucoup d’essais en peu de temps',
      next: 'Par sécurité, nous faisons une pause : réessayez un peu plus tard. Rien n’a été enregistré cette fois.',
    },
    too_large: {
      title: 'C’est trop long pour nous',
      next: 'Revenez en arrière et raccourcissez ce que vous avez écrit.',
    },
    method_unknown: { title: 'Cette page ne s’ouvre pas ainsi', next: 'Rouvrez le lien de votre mail.' },
    session_missing: {
      title: 'Connectez-vous d’abord',
      next: 'Nous vous envoyons un lien par mail : pas de mot de passe à retenir.',
    },
    access_missing: {
      title: 'Passez par la connexion de l’équipe',
      next: 'Rechargez cette page : la connexion (Cloudflare Access) s’ouvre d’abord. Si elle ne s’ouvre pas, dites-le à la personne qui tient Relance.',
    },
    access_unknown: {
      title: 'Cette adresse n’est pas celle d’une personne de l’équipe',
      next: 'La personne qui tient Relance peut l’ajouter à la liste des coordinateurs et coordinatrices.',
    },
    session_elsewhere: {
      title: 'Ouvrez ce lien dans le navigateur qui l’a demandé',
      next: 'Par sécurité, le lien ne vaut que là où vous l’avez demandé, et pendant quinze minutes. Vous pouvez en demander un autre ici.',
    },
    busy: {
      title: 'Trop de monde à la fois',
      next: 'Attendez une minute, puis recommencez. Rien n’est perdu : revenez en arrière pour retrouver ce que vous aviez écrit.',
    },
    fault: {
      title: 'C’est de notre faute',
      next: 'Quelque chose s’est mal passé chez nous. Revenez en arrière pour retrouver ce que vous aviez écrit, et réessayez dans quelques minutes.',
    },
    typed: 'Ce que vous aviez écrit',
    kept: 'Ce que vous aviez écrit est gardé sur cette page.',
    retry: 'Réessayer',
    newLink: 'Recevoir un nouveau lien',
    signIn: 'Recevoir un lien de connexion',
  },

  /** Asking for one's link again. */
  newLink: {
    title: 'Recevoir mon lien',
    lead: 'Écrivez l’adresse mail à laquelle vous recevez nos mails. Nous vous y envoyons un nouveau lien tout de suite.',
    send: 'Recevoir mon lien',
    sentTitle: 'Regardez votre boîte mail',
    sentLead: 'Si cette adresse est celle d’un·e référent·e, un nouveau lien vient de partir.',
    sentNext:
      'Rien dans quelques minutes ? Regardez dans les indésirables, essayez une autre de vos adresses, ou écrivez-nous.',
  },

  /** Coordinators ask for a link to the dashboard. */
  signIn: {
    title: 'Ouvrir le tableau de bord',
    lead: 'Pour l’équipe qui anime le réseau. Écrivez votre adresse mail : nous vous envoyons un lien de connexion, sans mot de passe.',
    send: 'Recevoir un lien de connexion',
    sentTitle: 'Regardez votre boîte mail',
    sentLead:
      'Si cette adresse est celle de l’équipe, un lien vient de partir. Ouvrez-le dans ce navigateur-ci, dans les quinze minutes.',
    sentNext: 'Rien ne vient ? La personne qui tient Relance dit qui est de l’équipe : demandez-lui de vous ajouter.',
  },

  /** Stopping the mails. */
  unsubscribe: {
    title: 'Ne plus recevoir nos mails',
    lead: (movement: string) => `Vous ne recevrez plus les mails mensuels de ${movement}, pour aucun de vos groupes.`,
    button: 'Ne plus recevoir ces mails',
    other:
      'Vous quittez le groupe, ou quelqu’un prend la suite ? Le mieux est de le dire dans la fiche du groupe : les autres ne seront pas oublié·es.',
    toGroup: 'Ouvrir la fiche de mon groupe',
    doneTitle: 'C’est noté, nous ne vous écrirons plus',
    doneLead: 'Si c’était une erreur, une pression suffit pour revenir en arrière.',
    back: 'Recevoir de nouveau ces mails',
    backTitle: 'C’est noté, nous vous écrirons de nouveau',
    backLead: 'Vous recevrez le prochain mail mensuel.',
    onlyYou: (group: string) => `Pour ${group}, nous n’écrivons qu’à vous`,
    nobodyLeft: (group: string) => `Plus personne ne recevra nos mails pour ${group}`,
    nobodyLeftLead:
      'Sans personne à qui écrire, la fiche du groupe vieillit et l’équipe devra vous appeler. Quelqu’un peut prendre la suite ?',
    nameSomebody: 'Nommer quelqu’un d’autre',
  },

  /** What was changed in a group's record. */
  history: {
    title: 'Ce qui a changé',
    lead: 'Tout ce qui a été corrigé dans la fiche du groupe, et par qui. Une erreur ? Vous pouvez revenir en arrière pendant trente jours.',
    back: 'Revenir au groupe',
    see: 'Voir ce qui a changé, et par qui',
    undo: 'Annuler cette correction',
    older: 'Voir plus ancien',
    latest: 'Revenir au plus récent',
    undone: 'Cette correction a été annulée.',
    tookBack: (name: string) => `${name} est revenu·e en arrière`,
    authors: {
      referent: 'Quelqu’un du groupe',
      import: 'L’équipe, depuis un tableau',
      coordinator: 'L’équipe',
      system: 'Relance',
    },
    firstImport: 'La fiche du groupe a été créée.',
    before: 'avant :',
    after: 'maintenant :',
    corrected: 'corrigé',
    added: {
      group: 'Nouveau groupe',
      referents: 'Nouvelle personne',
      activities: 'Nouvelle activité',
      campaigns: 'Nouvelle campagne',
      trainings: 'Nouvelle formation',
      lists: 'Nouvel abonnement',
    },
    removed: {
      group: 'Groupe supprimé',
      referents: 'Personne retirée',
      activities: 'Activité supprimée',
      campaigns: 'Campagne retirée',
      trainings: 'Formation supprimée',
      lists: 'Abonnement retiré',
    },
    notices: {
      done: 'C’est annulé',
      partly: 'C’est annulé, sauf ce que quelqu’un a corrigé depuis',
      nothing: 'Il n’y a plus rien à annuler : quelqu’un l’a corrigé depuis, ou c’est trop ancien',
      nobody: 'Il ne resterait personne à qui écrire. Ajoutez d’abord quelqu’un',
      again: 'Appuyez encore une fois',
    },
  },

  /** Leaving, the wrong person, a pause. */
  partWays: {
    title: 'Je quitte, ce n’est pas moi, nous faisons une pause',
    see: 'Je ne suis plus référent·e, ce n’est pas mon groupe, ou nous faisons une pause',
    deeds: {
      leave: {
        title: 'Je ne suis plus référent·e',
        lead: 'Nous ne vous écrirons plus pour ce groupe. Les autres référent·es continuent de recevoir nos mails. Quelqu’un prend la suite ? Ajoutez d’abord cette personne aux référent·es.',
        button: 'Je ne suis plus référent·e',
      },
      not_mine: {
        title: 'Ce n’est pas mon groupe',
        lead: 'Nous nous sommes trompé·es de personne : nous vous retirons du groupe, et l’équipe en est avertie.',
        button: 'Ce n’est pas mon groupe',
      },
      pause: {
        title: 'Le groupe fait une pause',
        lead: 'Le groupe est noté « en sommeil » : plus de mail chaque mois. Votre lien marche encore pour le réveiller, et vous pourrez toujours en demander un nouveau.',
        button: 'Mettre le groupe en pause',
      },
      wake: {
        title: 'Le groupe reprend',
        lead: 'Le groupe est noté « actif », et ses référent·es reçoivent de nouveau nos mails.',
        button: 'Réveiller le groupe',
      },
    },
    nobodyProblem: 'Vous êtes la dernière personne à qui nous pouvons écrire.',
    unreachable: (names: readonly string[]) => `Nos mails n’arrivent plus chez ${names.join(', ')}.`,
    nameSomebody: 'Ajouter la personne qui prend la suite',
    asleep: 'Le groupe est noté « en sommeil » : nous n’écrivons plus chaque mois. Il reprend ?',
    namedTitle: 'Êtes-vous bien référent·e de ce groupe ?',
    namedLead: (by: string) => `${by} nous a donné votre nom. Dites-nous si c’est juste.`,
    accept: 'Oui, c’est bien moi',
    accepted: { title: 'Bienvenue, et merci', body: 'Vérifiez ce que nous savons du groupe quand vous voulez.' },
    paused: { title: 'C’est noté : le groupe fait une pause', body: 'Bon repos. Vous pourrez le réveiller ici même.' },
    woken: {
      title: 'Le groupe est réveillé',
      body: 'Vérifiez ce que nous savons : c’était peut-être il y a longtemps.',
    },
  },

  /** What is kept about a person, what is public of it, and how to take it away. */
  me: {
    see: 'Mes données, et ce que tout le monde peut voir',
    title: 'Mes données',
    publicTitle: 'Ce que tout le monde peut voir',
    publicLead:
      'Rien de vous n’est public tant que vous ne l’avez pas coché ici. Vous pouvez changer d’avis quand vous voulez.',
    agree: {
      name: 'D’accord pour que mon nom soit visible de tout le monde, sur la carte publique des groupes.',
      email: 'D’accord pour que mon adresse mail soit visible de tout le monde, sur la carte publique des groupes.',
      phone: 'D’accord pour que mon téléphone soit visible de tout le monde, sur la carte publique des groupes.',
    },
    save: 'Enregistrer mes choix',
    saved: 'Vos choix sont enregistrés',
    cardTitle: 'Voici ce que la carte montre',
    pin: 'Le point de la carte est posé sur la ville, jamais sur une adresse.',
    noPin: 'Pas encore de point sur la carte : nous ne savons pas où est cette ville.',
    notOnMap: (name: string) => `${name} n’est pas sur la carte.`,
    keptTitle: 'Ce que nous gardons',
    keptLead:
      'Voici tout, et le fichier en donne le détail. Il n’y a rien d’autre, et personne ne suit ce que vous ouvrez.',
    kept: {
      since: 'Connu·e depuis',
      language: 'Langue',
      noLanguage: 'pas choisie',
      noMail: 'Nos mails',
      noMailReasons: {
        hard_bounce: 'arrêtés : votre adresse nous revient',
        complaint: 'arrêtés : vous les avez signalés comme indésirables',
        unsubscribed: 'arrêtés, à votre demande',
      },
      counted: (title: string, n: number) => `${title} (${showNumber(n, 'fr')})`,
      groups: 'Groupes',
      seat: (since: string, until: string | null): string => (until ? `du ${since} au ${until}` : `depuis le ${since}`),
      lists: 'Listes de diffusion',
      consents: 'Ce que vous avez accepté de rendre public',
      agreed: (since: string, until: string | null): string =>
        until ? `accepté le ${since}, retiré le ${until}` : `accepté le ${since}`,
      mails: 'Mails que nous vous avons adressés',
      answers: 'Vos réponses',
      answer: {
        updated: 'vous avez corrigé',
        confirmed: 'vous avez confirmé',
        paused: 'vous avez dit que le groupe fait une pause',
        not_my_group: 'vous avez dit que ce n’est pas votre groupe',
      },
      corrections: 'Ce que vous avez corrigé',
      changes: (n: number) => plural(n, 'chose corrigée', 'choses corrigées'),
      words: 'Vos mots à l’équipe',
    },
    download: 'Télécharger mes données',
    eraseTitle: 'Effacer mes données',
    eraseLead:
      'Vous ne serez plus référent·e d’aucun groupe, nous ne vous écrirons plus, et l’historique des groupes ne parlera plus de vous. C’est définitif.',
    eraseLast: (group: string) => `Sans vous, nous n’aurons plus personne à qui écrire pour le groupe ${group}.`,
    eraseWho: (group: string) =>
      `Dites qui prend la suite du groupe ${group}, ou cochez qu’il n’a plus de référent·e pour le moment.`,
    eraseNobody: (group: string) => `${group} n’a plus de référent·e pour le moment`,
    eraseSure: 'Oui, effacer tout ce que vous gardez sur moi',
    erase: 'Effacer mes données',
    eraseTick: 'Cochez la case pour que nous soyons sûrs.',
    erasedTitle: 'Vos données sont effacées',
    erasedLead: 'Merci pour ce que vous avez fait. Ce lien ne mène plus à rien.',
  },

  /** Somebody opened a link that was sent to somebody else. */
  notMe: {
    whose: (name: string) => `Lien personnel de ${name}.`,
    see: 'Ce n’est pas vous ?',
    title: 'Ce n’est pas votre lien ?',
    lead: (name: string) =>
      `Ce lien a été envoyé à ${name} : ce que vous corrigez ici le serait à son nom. Vous pouvez l’arrêter : nous enverrons à ${name} un nouveau lien, pour sa seule boîte mail.`,
    button: 'Arrêter ce lien',
    other: (name: string) =>
      `Vous êtes du même groupe ? Demandez à ${name} de vous ajouter aux référent·es : vous recevrez votre propre lien.`,
    back: (name: string) => `Je suis ${name}, revenir au groupe`,
    stoppedTitle: 'Ce lien ne marche plus',
    stoppedLead: (name: string) => `Merci de l’avoir dit. Un nouveau lien vient de partir pour ${name}.`,
  },

  /** Nothing shows that somebody pressed. */
  hand: {
    title: 'Est-ce bien vous qui appuyez ?',
    lead: 'Des robots de messagerie ouvrent les liens et appuient sur les boutons. Votre navigateur ne nous dit pas si c’était vous : cochez la case, et c’est fait.',
    what: 'Voici ce que nous allons enregistrer',
    itIsMe: (name: string | null): string => (name ? `Oui, c’est moi, ${name}` : 'Oui, c’est bien moi'),
    save: 'Enregistrer',
    tick: 'Cochez la case, puis appuyez sur « Enregistrer »',
  },

  /** A word to the team. */
  word: {
    see: 'Un mot à l’équipe',
    title: 'Un mot à l’équipe',
    lead: 'Une question, une idée, une difficulté, ou quelque chose qui ne va pas : l’équipe qui anime le réseau le lira.',
    send: 'Envoyer',
    sent: { title: 'Merci, c’est envoyé', body: 'L’équipe le lira sur son tableau de bord.' },
    mistake: 'C’est une erreur, le dire à l’équipe',
    removed: (group: string) => `On vous a retiré·e du groupe ${group}.`,
  },
}

/** The shape that every other language fills. */
export type Text = typeof fr
