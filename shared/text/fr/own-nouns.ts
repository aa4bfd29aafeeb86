/** La page où le mouvement dit comment il appelle un groupe. */
export const ownNouns = {
  kinds: { group: 'Un groupe local', referent: 'Un·e référent·e', area: 'Une région', department: 'Un département' },
  parts: { one: 'au singulier', many: 'au pluriel', gender: 'genre' },
  hint: (example: string, ours: string) => `Par exemple : ${example}. Sans réponse, nous disons « ${ours} ».`,
  genders: {
    masculine: 'masculin : un relais',
    feminine: 'féminin : une antenne',
    epicene: 'les deux : un·e bénévole',
  },
  label: (kind: string, part: string, language: string) => `${kind}, ${part}, en ${language}`,
  try: 'Lire quelques phrases, sans enregistrer',
  tried: 'Voici quelques phrases avec ces mots. Rien n’est enregistré.',
  triedTitle: 'Ce que cela donne',
}
