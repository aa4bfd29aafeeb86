import { percent, plural } from '../count.ts'
import { de } from '../elision.ts'

/** Le réseau dans le temps. */
export const network = {
  title: 'Le réseau',
  titleAt: (month: string) => `Le réseau à la mise à jour ${de(month)}`,
  headline: (groups: number, members: number) =>
    `${plural(groups, 'groupe', 'groupes')}, ${plural(members, 'personne active', 'personnes actives')}`,
  change: (since: string, groups: number, members: number): string => {
    const words = (n: number, one: string, many: string) =>
      n === 0 ? `autant ${de(many)}` : `${plural(Math.abs(n), one, many)} de ${n > 0 ? 'plus' : 'moins'}`
    return `Depuis ${since} : ${words(groups, 'groupe', 'groupes')}, ${words(members, 'personne active', 'personnes actives')}.`
  },
  oneRound: 'Une seule mise à jour dans ces mois : une courbe en demande deux.',
  noRound: 'Il n’y a pas encore eu de mise à jour dans ces mois : les courbes commencent avec la première.',
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
  groupsCounted:
    'Comptés quand chaque mise à jour s’ouvre, plus les arrivées d’avant le dernier rappel ; les groupes en pause ne comptent pas.',
  membersTitle: 'Personnes actives',
  membersSays: (first: number, last: number) =>
    first === last
      ? `${plural(last, 'personne', 'personnes')}, comme au début de la période.`
      : `${plural(last, 'personne', 'personnes')}, contre ${first.toLocaleString('fr')} au début de la période.`,
  membersCounted:
    'La somme de ce que les groupes actifs et en création ont répondu, quand chaque mise à jour s’ouvre. Ce qui est corrigé ensuite compte à la suivante.',
  rateTitle: 'Part des groupes qui répondent',
  rateSays: (rate: number) => `${percent(rate)} des groupes ont répondu, en moyenne sur la période.`,
  rateCounted:
    'Groupes dont quelqu’un a répondu pendant la mise à jour, parmi ceux à qui nous avons écrit. La mise à jour en cours n’est pas comptée.',
  timeTitle: 'Temps pour répondre',
  timeSays: (days: string) => `La moitié de ceux qui répondent le font en ${days}, à la dernière mise à jour complète.`,
  timeCounted:
    'Temps entre l’ouverture de la mise à jour et la première réponse du groupe, médiane, à six heures près. Dans un département : les groupes qui y sont aujourd’hui.',
  now: 'aujourd’hui',
  days: (n: number) => `${n.toLocaleString('fr', { maximumFractionDigits: 1 })} ${n < 2 ? 'jour' : 'jours'}`,

  agesTitle: 'Ce qui est vérifié, partie par partie',
  agesSays:
    'Part des groupes dont la partie a été vérifiée depuis 30, 90 et 180 jours, à la fin de chaque mise à jour.',
  agesCounted:
    'Groupes actifs et en création, à la fin de chaque mise à jour ; le nombre au-dessus de chaque courbe est celui d’aujourd’hui. Une partie est vérifiée quand quelqu’un l’a corrigée ou confirmée.',
  agesFresh: (all: number) => `sur ${plural(all, 'groupe', 'groupes')}, depuis moins de 90 jours`,
  agesSince: (month: string) => `Par département, ce chiffre est gardé depuis ${month}.`,
  agesOnlyNow:
    'Par département, ce chiffre n’est pas disponible pour ces mois : il est gardé à la fin de chaque mise à jour, depuis peu.',
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
  byRegionTitle: 'La période, région par région',
  comparedTitle: 'Deux périodes comparées',
  noUpdate: 'pas de mise à jour',
  comparedNone: 'non disponible',
  comparedCounted:
    'Chaque ligne se compte comme le graphique ci-dessus. Une part porte sur toutes les mises à jour terminées de la période ; ce que font les groupes compte par sa date, d’après les fiches.',
  figureHead: 'Chiffre',
  differenceHead: 'Différence',
  figure: {
    groups: 'Groupes, en fin de période',
    members: 'Personnes actives, en fin de période',
    rate: 'Part des groupes qui répondent',
    time: 'Temps médian pour répondre, en jours',
    fresh: 'Parties vérifiées en 90 jours, en fin de période',
    trainings: 'Formations',
    trained: 'Personnes formées',
    activities: 'Activités',
    attendees: 'Personnes venues aux activités',
    parts: 'Participations aux campagnes',
    mobilised: 'Personnes mobilisées',
  },
}
