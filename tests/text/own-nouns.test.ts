import { describe, expect, test } from 'vitest'
import { movementOf } from '#shared/movement.ts'
import { putNouns as putEnglish } from '#shared/text/en/put-nouns.ts'
import { startsWithVowel } from '#shared/text/fr/elision.ts'
import { putNouns } from '#shared/text/fr/put-nouns.ts'
import { type Language, languages } from '#shared/text/language.ts'
import type { Noun, NounsIn } from '#shared/text/nouns.ts'
import { putterFor, textIn } from '#shared/text/text.ts'
import { nounForm } from '#workers/desk/settings/noun-forms.ts'
import sample from '../../sample/movement.config.ts'
import { textsIn } from './literals.ts'

const feminine = (one: string): Noun => ({ one, many: `${one}s`, gender: 'feminine' })
const masculine = (one: string): Noun => ({ one, many: /s$/.test(one) ? one : `${one}s`, gender: 'masculine' })
const epicene = (one: string): Noun => ({ one, many: `${one}s`, gender: 'epicene' })

const antennas: NounsIn = { group: feminine('antenne'), referent: masculine('relais'), area: masculine('secteur') }
const frenchSets: readonly NounsIn[] = [
  antennas,
  { group: feminine('cellule'), referent: epicene('bénévole'), area: feminine('zone') },
  { group: masculine('atelier'), referent: feminine('animatrice'), area: masculine('îlot') },
  { group: masculine('comité'), referent: masculine('animateur'), area: feminine('aire') },
  { group: feminine('habitation'), referent: epicene('interlocuteur·rice'), area: masculine('hameau') },
]

/** Every sentence of ours as it stands in the sources; `…` stands for a value. */
const french = textsIn(['shared/text', 'shared/mail'], /(^|\/)fr(\.ts|\/)/)
const english = textsIn(['shared/text', 'shared/mail'], /(^|\/)en(\.ts|\/)/)

const all = (put: (text: string) => string, texts: typeof french) => texts.map(({ text }) => put(text)).join('\n')
const found = (said: string, never: RegExp) => [...said.matchAll(never)].map(([there]) => there)

describe.each(frenchSets)('French sentences of %o', (nouns) => {
  const said = all((text) => putNouns(text, nouns), french)

  test('have none of our nouns left', () => {
    expect(found(said, /.{0,30}(?<![\p{L}·-])(groupes?|référent·es?|régions?)(?![\p{L}·-]).{0,20}/giu)).toEqual([])
  })

  test.each(Object.entries<Noun>(nouns as Readonly<Record<string, Noun>>))(
    'elide before a vowel alone, and articles are of its gender: %s',
    (_, noun) => {
      const either = `(?:${noun.one}|${noun.many})(?![\\p{L}·])`
      const ahead = (words: string) => new RegExp(`(?<![\\p{L}’])(?:${words})${either}.{0,30}`, 'giu')
      const [unelided, elided] = [ahead('(?:l|d|qu)’'), ahead('(?:le|la|de|que|du|au|ce|ma|sa) ')]
      expect(found(said, startsWithVowel(noun.one) ? elided : unelided)).toEqual([])
      const his =
        'un |le |du |au |ce |cet |aucun |tous les |quels? |certains |ceux |(?<!de )nouve(?:l|au|aux) |premiers? '
      const hers = 'une |la |de la |à la |cette |aucune |toutes les |quelles? |certaines |celles |nouvelles? '
      if (noun.gender === 'feminine') expect(found(said, ahead(his))).toEqual([])
      if (noun.gender === 'masculine') expect(found(said, ahead(hers))).toEqual([])
      if (noun.gender !== 'epicene') expect(found(said, ahead('un·e |aucun·e |tou·te·s les '))).toEqual([])
    },
  )
})

describe('what agrees with a feminine noun in the place of a masculine one', () => {
  const group = /(?<![\p{L}·-])antennes?(?![\p{L}·-])/iu
  const texts = french.map(({ text }) => putNouns(text, antennas)).filter((text) => group.test(text))

  test('is feminine: participles and adjectives beside it', () => {
    const his =
      /antennes?(?: (?:qui )?(?:n’|ne )?(?:est|sont|a été|ont été|peut plus être|vient d’être)(?: (?:plus|pas|déjà|encore|de nouveau))*)? (?:\p{L}+és?|actifs?|connus?|réunis?|inscrits?|ouverts?|rouverts?|pris|nouveaux?|silencieux|suivis?)(?![\p{L}·])/giu
    expect(found(texts.join('\n'), his)).toEqual([])
  })

  /** Of these, the pronoun stands for something else: a link, the movement, a mail, people. */
  const others =
    /il leur écrit|il peut s’agir|Il a expiré|il est incomplet|il lui arrivera|Il ouvre la page|il (faut|y a|n’y a|peut en rester|suffit)|Il (faut|n’y a|y a|suffit|ne reste)|ils gardent donc|celui d’aujourd’hui|s’il|qu’il n’y|Ouvrez-le|ils arrivent|Il ne resterait|il n’a plus de relais|dont ils|ce qu’il veut dire|ce qu’ils veulent dire|ce qu’ils avaient/g

  test('is feminine: what is said of it at the end of an order, or of a question', () => {
    const his =
      /.{0,40}(?<!Ouvrez|lisez|Faites|Enregistrez|dites|acceptez)-le(?![\p{L}-]).{0,20}|.{0,30}(?:le même|en cherche un|être vus|être visés)(?![\p{L} ]{2}).{0,10}/giu
    expect(texts.flatMap((text) => found(text, his))).toEqual([])
  })

  // A new sentence has its line in shared/text/fr/referring.ts, or says the noun again
  test('is feminine: pronouns that stand for it', () => {
    const his = /.{0,40}(?<![\p{L}’-])(?:qu’|s’)?(?:ils?|eux|celui|ceux|celui-ci|lui seul)(?![\p{L}-]).{0,30}/giu
    expect(texts.flatMap((text) => found(text.replace(others, ''), his))).toEqual([])
  })
})

test.each([
  ['Quitter le groupe ou le mettre en pause', 'Quitter l’antenne ou la mettre en pause'],
  ['Un de vos groupes actifs', 'Une de vos antennes actives'],
  ['Aucun des 1\u202f200 groupes n’a encore répondu', 'Aucune des 1\u202f200 antennes n’a encore répondu'],
  ['Nouvelle personne référente', 'Nouveau relais'],
  ['Il n’y a plus aucun·e référent·e du groupe', 'Il n’y a plus aucun relais de l’antenne'],
  ['Tou·te·s les référent·es', 'Tous les relais'],
  ['Toutes les régions', 'Tous les secteurs'],
  ['Vous n’êtes plus référent ou référente du groupe', 'Vous n’êtes plus relais de l’antenne'],
  ['C’est toujours un référent ou une référente', 'C’est toujours un relais'],
  ['Votre groupe n’est pas là ? Inscrivez-le', 'Votre antenne n’est pas là ? Inscrivez-la'],
  ['3 groupes, dont 2 actifs', '3 antennes, dont 2 actives'],
])('French: %s', (ours, theirs) => {
  expect(putNouns(ours, antennas)).toBe(theirs)
})

test('French: what is said of a group’s record agrees with the record', () => {
  const relays = { group: masculine('relais') }
  expect(putNouns('La fiche du groupe a été créée.', relays)).toBe('La fiche du relais a été créée.')
  expect(putNouns('L’historique du groupe est prêt, le groupe est fermé.', antennas)).toBe(
    'L’historique de l’antenne est prêt, l’antenne est fermée.',
  )
})

describe('English sentences', () => {
  const noun = (one: string, many = `${one}s`): Noun => ({ one, many })
  test.each([
    [noun('chapter'), noun('lead'), noun('county', 'counties')],
    [noun('antenna'), noun('organiser'), noun('area')],
    [noun('union'), noun('hub-keeper'), noun('one-off')],
  ])('have none of our nouns left, and articles as they are spoken: %o', (group, referent, area) => {
    const said = all((text) => putEnglish(text, { group, referent, area }), english)
    expect(found(said, /.{0,30}(?<![\p{L}{-])(groups?|referents?|regions?)(?![\p{L}}-]).{0,20}/giu)).toEqual([])
    for (const { one } of [group, referent, area]) {
      const wrong = /^(a[^w]|o[^n])/.test(one) ? 'a' : 'an'
      expect(found(said, new RegExp(`(?<!\\p{L})${wrong} ${one}(?!\\p{L}).{0,20}`, 'giu'))).toEqual([])
    }
  })

  test('keep what is somebody’s: the group’s record, the groups’ records', () => {
    const counties = { group: noun('county', 'counties') }
    expect(putEnglish('The group’s record, the groups’ records, a group', counties)).toBe(
      'The county’s record, the counties’ records, a county',
    )
  })
})

describe('a movement with nouns of its own', () => {
  const nouns = { group: { fr: { one: 'Antenne', many: 'Antennes', gender: 'feminine' } } } as const
  const movement = movementOf({ ...sample, nouns })

  test('says them in its texts and in what it asks, and reads older sheets', () => {
    const { name } = movement.sections.ours.group.fields
    expect(textIn('fr', movement).find.title).toBe('Trouver une antenne')
    expect(textIn('en', movement).find.title).toBe('Find a group')
    expect(name.label.fr).toBe('Nom de l’antenne')
    expect(name.headings.fr).toEqual(expect.arrayContaining(['Nom de l’antenne', 'Nom du groupe']))
    expect(name.headings.fr[0]).toBe('Nom de l’antenne')
  })

  test('leaves names as they were typed', () => {
    const { dashboard } = textIn('fr', movement)
    expect(dashboard.groups.instead('Groupe de Pau', 'le groupe')).toBe(
      'Personne ni aucune antenne n’a «\u00a0Groupe de Pau\u00a0» : voici «\u00a0le groupe\u00a0».'.replace(
        ' :',
        '\u00a0:',
      ),
    )
  })

  test('has to say the gender of a French noun', () => {
    const untold = { group: { fr: { one: 'antenne', many: 'antennes' } } }
    expect(() => movementOf({ ...sample, nouns: untold })).toThrow(/gender/)
  })
})

describe('a plural is the one that the movement gives, never one that is made', () => {
  const irregular = movementOf({
    ...sample,
    nouns: {
      group: { fr: { one: 'cheval', many: 'chevaux', gender: 'masculine' }, en: { one: 'child', many: 'children' } },
      referent: { fr: { one: 'œil', many: 'yeux', gender: 'masculine' }, en: { one: 'person', many: 'people' } },
      area: { fr: { one: 'bureau', many: 'bureaux', gender: 'masculine' }, en: { one: 'staff', many: 'staff' } },
      department: { fr: { one: 'local', many: 'locaux', gender: 'masculine' }, en: { one: 'fungus', many: 'fungi' } },
    },
  })
  /** Made ones, and one for several or several for one. */
  const wrong = {
    fr: /(?<![\p{L}])(chevals|œils|bureaus|locals|(les|des|ces|nos|vos|leurs|deux|trois|\d+ groupes) (cheval|œil|bureau|local)(?!\p{L})|(l[e’]|un|ce|cet|du|au|chaque|aucun) ?(chevaux|yeux|bureaux|locaux)(?!\p{L}))/iu,
    en: /(?<![\p{L}])(childs|childrens|persons|peoples|staffs|funguses|fungis|(these|those|several|many|two|three|few) (child|person|fungus)(?!\p{L})|(a|an|each|every|one|this) (children|people|fungi)(?!\p{L}))/iu,
  }
  const files = { fr: /(^|\/)fr(\.ts|\/)/, en: /(^|\/)en(\.ts|\/)/ }

  test.each(['fr', 'en'] as const)('in all sentences, in %s', (language) => {
    const put = putterFor(irregular.nouns, language) ?? expect.fail('nothing is put')
    const said = textsIn(['shared/text', 'shared/mail'], files[language]).map(({ text }) => put(text))
    expect(said.filter((text) => /chevaux|children/.test(text)).length).toBeGreaterThan(20)
    expect(said.filter((text) => wrong[language].test(text))).toEqual([])
  })

  test.each([
    ['fr', 'Les chevaux d’un bureau', 'Les groupes d’une région'],
    ['fr', 'L’œil du cheval', 'La personne référente du groupe'],
    ['fr', 'Les yeux des deux chevaux', 'Les référent·es des deux groupes'],
    ['en', 'The people’s child', 'The referents’ group'],
    ['en', 'A child’s people', 'A group’s referents'],
    ['en', 'Several children of the fungus', 'Several groups of the department'],
  ] as const)('in %s: %s', (language, said, ours) => {
    expect(putterFor(irregular.nouns, language)?.(ours)).toBe(said)
  })
})

test('nobody is asked for a noun in a language whose sentences have no place for it', () => {
  const asked = new Set(nounForm('group').controls.map(({ spoken }) => spoken))
  expect([...asked]).toEqual(languages.filter((language) => putterFor({ group: nounIn(language) }, language) !== null))
})

const nounIn = (language: Language) => ({
  [language]: { one: 'antenne', many: 'antennes', gender: 'feminine' as const },
})
