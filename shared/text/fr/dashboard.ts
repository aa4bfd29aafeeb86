const plural = (n: number, one: string, many: string) => `${n.toLocaleString('fr')} ${n < 2 ? one : many}`
const verb = (n: number, one: string, many: string) => (n < 2 ? one : many)
const percent = (share: number) => new Intl.NumberFormat('fr', { style: 'percent' }).format(share)

/** Le tableau de bord des coordinateur·ices. */
export const dashboard = {
  today: 'Aujourd’hui',
  menu: 'Pages du tableau de bord',
  signOut: 'Se déconnecter',
  readOnly:
    'Ces pages montrent, elles ne changent rien. Ce sont les référent·es qui corrigent la fiche de leur groupe.',
  figuresOf: 'Les chiffres',
  groups: (n: number) => plural(n, 'groupe', 'groupes'),
  percent,
  noRegion: 'Région inconnue',

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
    home: 'Aller à la première page',
  },

  /** La première page. */
  overview: {
    answered: (answered: number, asked: number) =>
      answered === 0
        ? `Aucun des ${plural(asked, 'groupe', 'groupes')} n’a encore répondu`
        : `${answered.toLocaleString('fr')} ${answered < 2 ? 'groupe' : 'groupes'} sur ${asked.toLocaleString('fr')} ${answered < 2 ? 'a' : 'ont'} répondu`,
    allAnswered: (asked: number) => `Les ${plural(asked, 'groupe a', 'groupes ont')} répondu`,
    nobodyAsked: 'Personne n’a été écrit ce mois-ci',
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
    },
    sectionHead: 'Rubrique',

    regionsTitle: 'Les groupes par région',
    regionsSays: (groups: number, active: number, regions: number) =>
      `${plural(groups, 'groupe', 'groupes')} dans ${plural(regions, 'région', 'régions')}, dont ${plural(active, 'actif', 'actifs')}.`,
    regionHead: 'Région',
    membersHead: 'Membres actif·ves',
    totalHead: 'Groupes',
    state: { active: 'actifs', starting: 'en création', asleep: 'en sommeil' },

    mailsTitle: 'Les mails de ce mois',
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
    figuresNote: 'Les formations, activités et campagnes sont celles des douze derniers mois.',
  },
}
