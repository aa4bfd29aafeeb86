import { describe, expect, test } from 'vitest'
import { en } from '#shared/text/en.ts'
import { fr } from '#shared/text/fr.ts'
import { papers as dutch } from '#shared/text/nl/papers.ts'

const papersOf = { fr: fr.papers, en: en.papers, nl: dutch } as Record<string, typeof fr.papers>
const declared = (language: string, country: string) => {
  const declarant = { movement: 'La Rustine', address: 'equipe@example.org', country }
  const { privacy, accessibility } = papersOf[language] ?? fr.papers
  return JSON.stringify([privacy(declarant), accessibility(declarant)])
}

describe.each(['fr', 'en', 'nl'])('what a movement declares in %s', (language) => {
  test.each([
    ['FR', /CNIL|autoriteit voor gegevensbescherming/],
    ['BE', /autoriteprotectiondonnees|dataprotectionauthority|gegevensbeschermingsautoriteit/],
    ['CH', /edoeb|autoriteit voor gegevensbescherming/],
    ['GB', /ico\.org|autoriteit voor gegevensbescherming/],
  ])('in %s names whom to complain to there', (country, authority) => {
    expect(declared(language, country)).toMatch(authority)
  })

  test.each(['CH', 'GB', 'CA', 'SN', 'BR'])('in %s speaks of no French authority, rule or law', (country) => {
    const text = declared(language, country)
    expect(text).not.toMatch(/CNIL|cnil|RGAA|Défenseur|France|undefined/)
    if (country !== 'GB') expect(text).not.toMatch(/RGPD|GDPR|AVG/)
  })

  test('says nothing of opinions to a movement that is about none', () => {
    expect(declared(language, 'CA')).not.toMatch(/opinion|overtuiging|opvatting/)
  })
})
