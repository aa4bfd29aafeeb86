import { percent, plural, verb } from '../count.ts'
import { de } from '../elision.ts'

/** La première page. */
export const overview = {
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
  nobodyAskedLead:
    'Aucun groupe actif n’avait de référent·e à qui écrire à l’ouverture. Les groupes qui en ont depuis reçoivent le prochain mail.',
  kicker: (day: string, month: string, nth: number) => `${day} · mise à jour ${de(month)}, jour ${nth}`,
  compared: (difference: number, month: string) => {
    if (difference === 0) return `C’est autant qu’en ${month}, au même moment.`
    const groups = plural(Math.abs(difference), 'groupe', 'groupes')
    return difference > 0
      ? `C’est ${groups} de plus qu’en ${month}, au même moment.`
      : `C’est ${groups} de moins qu’en ${month}, au même moment.`
  },
  firstRound: 'C’est la première mise à jour : il n’y a pas encore de quoi comparer.',
  beforeTitle: (n: number) => `${plural(n, 'groupe attend', 'groupes attendent')} la première mise à jour`,
  beforeLead: (when: string) => `Les premiers mails partiront ${when}.`,
  emptyTitle: 'Le réseau est encore vide',
  emptyLead: 'Commencez par dire qui vous êtes, et par ajouter un groupe.',
  emptyOthers: 'Une personne de l’équipe peut ajouter les groupes.',

  curveTitle: 'Les réponses, jour après jour',
  curveSays: (month: string, share: number, others: number) =>
    others === 0
      ? `En ${month}, ${percent(share)} des groupes ont répondu jusqu’ici.`
      : `En ${month}, ${percent(share)} des groupes ont répondu jusqu’ici. En gris, ${others < 2 ? 'la mise à jour précédente' : `les ${others} mises à jour précédentes`}.`,
  curveCounted:
    'Un groupe a répondu dès qu’une de ses personnes référentes a corrigé ou confirmé quelque chose, ou annoncé une pause. Le compte se fait sur les groupes à qui nous avons écrit, à l’ouverture ou par un rappel.',
  within: (days: number): string => (days === 0 ? 'à l’envoi' : `en ${plural(days, 'jour', 'jours')}`),
  roundHead: 'Mois',
  askedHead: 'Interrogés',
  answeredHead: 'Ont répondu',
  soFar: 'à ce jour',

  freshTitle: 'Ce que nous savons est-il à jour ?',
  freshSays: (share: number, section: string, sectionShare: number) =>
    `${percent(share)} des parties ont été vérifiées depuis moins de trois mois. La moins à jour : « ${section} » (${percent(sectionShare)}).`,
  freshCounted:
    'Une partie est vérifiée quand une personne référente l’a corrigée ou a dit qu’elle était juste. Groupes actifs et en création.',
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
  sectionHead: 'Partie',

  regionsTitle: 'Les groupes par région',
  regionsSays: (groups: number, active: number, regions: number) =>
    `${plural(groups, 'groupe', 'groupes')}${regions === 0 ? '' : ` dans ${plural(regions, 'région', 'régions')}`}, dont ${plural(active, 'actif', 'actifs')}.`,
  regionsCounted:
    'Tous les groupes, par état, et ce qu’ils disent de leurs personnes actives, d’après leur fiche d’aujourd’hui.',
  regionHead: 'Région',
  membersHead: 'Personnes actives',
  totalHead: 'Groupes',
  state: { active: 'actifs', starting: 'en création', asleep: 'en pause', closed: 'fermés' },

  mailsTitle: 'Les mails de ce mois',
  mailsCounted: 'Les mails de la dernière mise à jour, et les autres depuis, en attente ou en échec.',
  mailsNone: 'Aucun mail n’est encore parti.',
  mailState: {
    pending: {
      name: (n: number) => verb(n, 'attend de partir', 'attendent de partir'),
      next: 'Rien à faire : ils partent par petits paquets, de jour.',
    },
    retry: {
      name: (n: number) => verb(n, 'sera essayé de nouveau', 'seront essayés de nouveau'),
      next: 'Le serveur de mail ne les a pas encore pris. Si cela dure plus de quelques heures, prévenez la personne qui administre Relance.',
    },
    sending: { name: (n: number) => verb(n, 'part en ce moment', 'partent en ce moment'), next: 'Rien à faire.' },
    sent: { name: (n: number) => verb(n, 'est parti', 'sont partis'), next: 'Le serveur de mail a tout accepté.' },
    unknown: {
      name: (n: number) => verb(n, 'est peut-être parti', 'sont peut-être partis'),
      next: 'La connexion s’est coupée à la fin de l’envoi. Nous ne les renvoyons pas, pour n’écrire à personne deux fois : le prochain rappel y remédie.',
    },
    failed: {
      name: (n: number) => verb(n, 'n’a pas pu partir ou est revenu', 'n’ont pas pu partir ou sont revenus'),
      next: 'Chaque mail dit pourquoi, et ce qu’il y a à faire. Demandez une autre adresse seulement si celle-ci n’existe pas.',
    },
    cancelled: {
      name: (n: number) => verb(n, 'a été annulé', 'ont été annulés'),
      next: 'Le groupe avait déjà répondu. Rien à faire.',
    },
    suppressed: {
      name: (n: number) => verb(n, 'n’a pas été envoyé, volontairement', 'n’ont pas été envoyés, volontairement'),
      next: 'L’adresse ne marche plus, ou la personne ne veut plus de nos mails. Appelez le groupe.',
    },
  },

  datesTitle: 'Les prochaines dates',
  step: {
    invitation: 'Le mail mensuel part à tous les groupes',
    reminder: 'Rappel aux groupes sans réponse',
    last_call: 'Dernier message aux groupes sans réponse',
    silent_groups: 'Liste des groupes silencieux, pour vous',
  },
  stepShort: { invitation: 'mail', reminder: 'rappel', last_call: 'dernier mail', silent_groups: 'fin' },
  at: (day: string, time: string) => `${day} à ${time}`,

  figuresTitle: 'Le réseau en chiffres',
}

/** Les groupes à appeler. */
export const risks = {
  title: 'Qui appeler aujourd’hui',
  none: 'Personne : aucun groupe ne semble se taire peu à peu.',
  counted: (rounds: number) =>
    `Groupes actifs et en création sans personne à qui écrire ou dont une adresse revient, sans réponse depuis ${rounds.toLocaleString('fr')} mises à jour, ou qui ont perdu un quart de leurs personnes actives en six mises à jour. Les plus urgents d’abord.`,
  call: 'Appeler',
  orphans: (n: number) => `${plural(n, 'groupe n’a', 'groupes n’ont')} plus de référent·e : personne à qui écrire`,
  suppressAll: 'Tous ceux dont aucune adresse ne marche',
  all: (rounds: number) => `Tous les groupes sans réponse depuis ${rounds.toLocaleString('fr')} mises à jour ou plus`,
  suppressed: 'aucune adresse ne marche',
  phone_only: 'personne n’y a d’adresse mail : à appeler ce mois-ci',
  orphan: 'aucun·e référent·e',
  bounced: (people: readonly string[]) => `nos mails à ${people.join(', ')} reviennent : demandez une autre adresse`,
  since: (name: string, on: string) => `${name} (depuis le ${on})`,
  former: (day: string) => `(référent·e jusqu’au ${day})`,
  write: 'Écrire à',
  noNumber: (names: readonly string[]) => `Aucun numéro connu : ${names.join(', ')}`,
  nobodyKnown: 'Personne que nous connaissions : demandez aux groupes voisins.',
  unsubscribed: (people: readonly string[], isAll: boolean) =>
    `on n’écrit plus à personne : ${people.join(', ')}${isAll ? '' : ', et aucune autre adresse ne marche'}`,
  wantsNone: {
    unsubscribed: (name: string, on: string) => `${name} s’est désinscrit·e le ${on}`,
    complaint: (name: string, on: string) => `${name} a signalé nos mails comme indésirables le ${on}`,
  },
  silent: (n: number) => `sans réponse depuis ${n.toLocaleString('fr')} mises à jour`,
  shrinking: (from: number, to: number) =>
    `de ${from.toLocaleString('fr')} à ${to.toLocaleString('fr')} personnes actives en six mises à jour`,
}

/** Des groupes ont nommé plus de personnes que nous n’en écrivons de nous-mêmes. */
export const waiting = {
  title: 'Des personnes attendent l’équipe',
  people: (n: number, by: readonly string[], since: string) =>
    `${plural(n, 'personne', 'personnes')}${by.length > 0 ? `, d’après ${by.join(', ')}` : ''}, depuis le ${since}`,
  lead: 'Leur groupe a nommé beaucoup de personnes en peu de temps, ou plusieurs fois les mêmes : nous ne leur écrivons rien avant votre accord. Sont-elles bien du groupe ? Sur la page du groupe, « Agir pour ce groupe » permet de les laisser passer ou de les retirer.',
}

/** Ce qui s’est passé depuis la dernière visite. */
export const since = {
  title: (day: string) => `Depuis ${day}`,
  nothing: 'Personne n’a corrigé de fiche.',
  changes: (n: number, groups: number) =>
    `${plural(n, 'correction', 'corrections')} dans ${plural(groups, 'groupe', 'groupes')}`,
  event: {
    created: (n: number) => verb(n, 'Nouveau groupe', 'Nouveaux groupes'),
    launched: (n: number) => verb(n, 'Groupe lancé', 'Groupes lancés'),
    closed: (n: number) => verb(n, 'Groupe fermé', 'Groupes fermés'),
    reopened: (n: number) => verb(n, 'Groupe rouvert', 'Groupes rouverts'),
    woken: (n: number) => verb(n, 'Groupe réveillé', 'Groupes réveillés'),
    paused: (n: number) => verb(n, 'Groupe en pause', 'Groupes en pause'),
    referent: (n: number) => verb(n, 'Nouvelle personne référente', 'Nouvelles personnes référentes'),
    left: (n: number) => verb(n, 'N’est plus référent·e', 'Ne sont plus référent·es'),
    not_mine: () => '« Ce n’est pas mon groupe »',
    unsubscribed: (n: number) => verb(n, 'Ne veut plus de nos mails', 'Ne veulent plus de nos mails'),
  },
  more: (n: number) => `et ${plural(n, 'autre', 'autres')}`,
  words: 'Un mot pour l’équipe',
}
