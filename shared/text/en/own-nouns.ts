/** The page where a movement says what it calls a group. */
export const ownNouns = {
  kinds: { group: 'A local group', referent: 'A referent', area: 'A region', department: 'A department' },
  parts: { one: 'one', many: 'several', gender: 'gender' },
  hint: (example: string, ours: string) => `For example: ${example}. Left empty, we say “${ours}”.`,
  genders: {
    masculine: 'masculine: un relais',
    feminine: 'feminine: une antenne',
    epicene: 'both: un·e bénévole',
  },
  label: (kind: string, part: string, language: string) => `${kind}, ${part}, in ${language}`,
  try: 'Read a few sentences, without saving',
  tried: 'Here are a few sentences with these words. Nothing is saved yet.',
  triedTitle: 'How it reads',
}
