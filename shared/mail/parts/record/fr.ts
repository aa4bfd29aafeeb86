/** Ce que nous savons d’un groupe. */
export const fr = {
  you: 'vous',
  invited: '{name} (invitation sans réponse)',
  latest: '{name} ({day})',
  latestOfMany: { one: '{name} ({day}), et {n} autre', other: '{name} ({day}), et {n} autres' },
  missing: 'À compléter : {things}',
  yourField: 'votre {field}',
  theirField: '{field} {de name}',
  checked: 'Vérifié {age}',
  partlyChecked: 'Vérifié en partie {age}',
  neverChecked: 'Jamais vérifié',
  moreGroups: { one: 'et {n} autre groupe', other: 'et {n} autres groupes' },
}
