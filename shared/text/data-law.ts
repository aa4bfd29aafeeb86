// The European Union, Iceland, Liechtenstein and Norway
const withGdpr = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
)

/** The law on personal data of a country: the GDPR, the United Kingdom's or Switzerland's; null of others, whose pages name none. */
function dataLaw(country: string): 'gdpr' | 'uk_gdpr' | 'swiss' | null {
  if (withGdpr.has(country)) return 'gdpr'
  return country === 'GB' ? 'uk_gdpr' : country === 'CH' ? 'swiss' : null
}

/** The same in words, or '' of a country whose pages name none. */
export function lawIn(country: string, words: Readonly<Record<'gdpr' | 'uk_gdpr' | 'swiss', string>>): string {
  const law = dataLaw(country)
  return law ? words[law] : ''
}
