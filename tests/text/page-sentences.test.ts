import { describe, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { movementOf } from '#shared/movement.ts'
import { en } from '#shared/text/en.ts'
import { fr } from '#shared/text/fr.ts'
import type { Language } from '#shared/text/language.ts'
import { pageSentence, pageSentences, withOwnSentences } from '#shared/text/page-sentences.ts'
import { isWhole } from '#shared/text/sentence.ts'
import { textIn } from '#shared/text/text.ts'

const parsedRow = (says: Readonly<Record<string, unknown>>, more: object = {}) =>
  movementOf({
    ...sample,
    ...more,
    sentences: Object.entries(says).map(([path, says]) => ({ key: `pages.${path}`, says })) as never,
  })

describe.each([
  ['fr', fr],
  ['en', en],
] as const)('the sentences of pages in %s', (language, text) => {
  const all = [...pageSentences(text, language)]

  test('are nearly all found, those that are said of values too', () => {
    expect(all.length).toBeGreaterThan(1300)
    expect(all.filter(([, sentence]) => !isWhole(sentence))).toEqual([])
    expect(all.find(([path]) => path === 'find.title')).toBeDefined()
  })

  test('are the same when each is said as we say it', () => {
    const said = textIn(
      language,
      parsedRow(Object.fromEntries(all.map(([path, says]) => [`${path}.${language}`, says]).slice(0, 500))),
    )
    expect(said.form.lead('Lou')).toBe(text.form.lead('Lou'))
    expect(said.form.progress(2, 2)).toBe(text.form.progress(2, 2))
    expect(said.form.checkedAgo('hier', null)).toBe(text.form.checkedAgo('hier', null))
  })
})

describe('a sentence of pages in the movement’s own words', () => {
  const in_ = (language: Language, says: Readonly<Record<string, unknown>>, more: object = {}) =>
    textIn(language, parsedRow(says, more))

  test('stands where ours stood, and only there', () => {
    const text = in_('fr', { 'form.allRight.fr': 'C’est bon !' })
    expect([text.form.allRight, text.form.save]).toEqual(['C’est bon !', fr.form.save])
    expect(in_('en', { 'form.allRight.fr': 'C’est bon !' }).form.allRight).toBe(en.form.allRight)
  })

  test('has the values of ours, in any order, joined as French asks', () => {
    const { form } = in_('fr', { 'form.homeLead.fr': 'Les antennes {du 1} se mettent à jour ici.' })
    expect(form.homeLead('Archipel')).toBe('Les antennes d’Archipel se mettent à jour ici.')
    expect(form.homeLead('Le Réseau')).toBe('Les antennes du Réseau se mettent à jour ici.')
  })

  test('depends on a number as ours does', () => {
    const says = { one: '{n} chose cloche', other: '{n} choses clochent' }
    const { dashboard } = in_('fr', { 'dashboard.groups.count.fr': says })
    expect([1, 1200].map((n) => dashboard.groups.count(n))).toEqual(['1 chose cloche', '1\u202f200 choses clochent'])
  })

  test('is not said where ours says something else of the same values', () => {
    const { form } = in_('fr', { 'form.checkedAgo.fr': 'vu {1} grâce à {2}' })
    expect([form.checkedAgo('hier', 'Lou'), form.checkedAgo('hier', null)]).toEqual([
      'vu hier grâce à Lou',
      'vérifié hier',
    ])
  })

  test('that an upgrade has taken away, or made another thing, leaves ours', () => {
    const text = in_('fr', { 'form.gone.fr': 'Rien', 'form.lead.fr': { other: 'Bonjour' }, 'constructor.name.fr': 'x' })
    expect(text.form.lead('Lou')).toBe(fr.form.lead('Lou'))
    expect(text.form.allRight).toBe(fr.form.allRight)
  })

  test('is looked at when a page reads it: five hundred of them make no page slow', () => {
    let asked = 0
    const lead = (name: string) => {
      asked += 1
      return `Bonjour ${name}`
    }
    const ours = { ...fr, form: { ...fr.form, lead, allRight: 'Oui' } } as typeof fr
    const sentences = [
      { key: 'pages.form.lead.fr', says: 'Salut {1}' },
      { key: 'pages.form.allRight.fr', says: 'C’est bon' },
    ]
    const said = withOwnSentences(ours, sentences, 'fr')
    expect([said.form.allRight, said.form.save, asked]).toEqual(['C’est bon', fr.form.save, 0])
    expect(said.form.lead('Lou')).toBe('Salut Lou')
    const askedOnce = asked
    expect(withOwnSentences(ours, sentences, 'fr').form.lead('Sam')).toBe('Salut Sam')
    // What ours would say to Sam, and no more: its shape is known
    expect(asked).toBe(askedOnce + 1)
  })

  test('stands beside the movement’s nouns', () => {
    const nouns = { group: { fr: { one: 'antenne', many: 'antennes', gender: 'feminine' } } }
    const { find } = in_('fr', { 'find.search.fr': 'Chercher par ici' }, { nouns })
    expect([find.title, find.search]).toEqual(['Trouver une antenne', 'Chercher par ici'])
  })

  test('is none of those of the settings, where administrators would lose their way', () => {
    expect(pageSentence(fr, 'settings.title', 'fr')).toBeNull()
    expect(pageSentence(fr, 'form.constructor', 'fr')).toBeNull()
  })
})
