/** Words before a name that are none: `M. Roy`, `Dr Ba`. */
const civilities = /^(?:m|mr|mrs|ms|mme|mmes|mlle|mle|dr|pr|prof|me)$/i

/** The first names, where a name says which they are: `Gwen` of `Gwen Le Goff`, of `LE GOFF Gwen` and of `Mme Gwen Le Goff`; else the whole. */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/)
  const own = words.filter((word, index) => index > 0 || words.length === 1 || !civilities.test(word.replace('.', '')))
  const [first = '', ...rest] = own
  // A surname in capitals goes before or after
  const chosen = isShouted(first) ? (rest.find((word) => !isShouted(word)) ?? capitalised(first)) : first
  return /^.\.?$/u.test(chosen) ? own.join(' ') : chosen
}

/** What people are called among each other: by their first names, or by the whole where two have the same. */
export function shortNames(names: readonly string[]): string[] {
  const firsts = names.map(firstName)
  return names.map((name, index) => {
    const first = firsts[index] ?? name
    return firsts.indexOf(first) === firsts.lastIndexOf(first) ? first : name
  })
}

function isShouted(word: string): boolean {
  const letters = word.replace(/\P{L}/gu, '')
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

function capitalised(word: string): string {
  return word.replace(/\p{L}+/gu, (part) => part.slice(0, 1) + part.slice(1).toLowerCase())
}
