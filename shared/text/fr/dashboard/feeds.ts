const feedNames: Readonly<Record<string, string>> = {
  map: 'La carte',
  lists: 'Les listes de diffusion',
  find: 'La page pour trouver un groupe',
  calendar: 'Le calendrier',
  facts: 'Les faits de chaque nuit (docs/facts.md)',
}

/** Ce que les flux retiennent, et ce qui leur manque. */
export const feedAlert = {
  faultTitle: 'Un flux vers d’autres systèmes ne se prépare plus',
  fault: (name: string, since: string): string =>
    feedNames[name] === undefined
      ? `La liste « ${name} » ne se met plus à jour dans son programme depuis ${since}. Relance réessaie toute seule.`
      : `${feedNames[name]} : en panne depuis ${since}. Le journal du serveur dit pourquoi.`,
  webhookTitle: 'Un autre programme ne sait plus ce qui se passe',
  webhook: (name: string, since: string, isGone: boolean) =>
    isGone
      ? `${name} ne veut plus rien recevoir, depuis ${since}.`
      : `${name} ne reçoit plus rien depuis ${since}. Ce qui lui a manqué est renvoyé pendant un jour.`,
  webhookSee: 'Voir ce qui lui a manqué',
  title: 'La carte publique ne se met plus à jour',
  why: 'Plus d’un cinquième des groupes en est parti d’un coup. Les sites qui la recopient les perdraient aussi : ils gardent donc ce qu’ils avaient.',
  listTitle: 'Une liste de diffusion ne se met plus à jour',
  listWhy:
    'Plus d’un cinquième de ses membres en est parti d’un coup. Son programme les enlèverait tous : il garde donc ceux qu’il a.',
  slice: ({ fact, before, now }: { fact: string; before: number; now: number }): string => {
    const [name = '', value] = fact.split('=')
    const part =
      name === 'all'
        ? 'tous les groupes'
        : name === 'placed'
          ? 'les groupes placés sur la carte'
          : name.startsWith('own.')
            ? `${name.slice(4)} = ${value ?? ''}`
            : (value ?? name)
    return `${part} : ${before.toLocaleString('fr')} avant, ${now.toLocaleString('fr')} maintenant`
  },
  toDo: 'Si c’est juste, acceptez-le. Sinon, corrigez les groupes : les flux suivent.',
  faultSee: 'Voir ce qui est lu, et ce qui ne va pas',
  see: 'Regarder, et accepter ou non',
  unplaced: 'Veulent être sur la carte, sans que nous sachions où',
  unplacedLead: 'Corrigez la ville ou le code postal de leur fiche : le point se place tout seul.',
}
