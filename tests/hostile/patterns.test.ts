import { describe, expect, test } from 'vitest'
import { growth } from '#tests/support/growth.ts'
import { hostileTexts } from '#tests/support/hostile-texts.ts'
import {
  faultsOf,
  isUnbounded,
  nearMatches,
  type Pattern,
  patternsIn,
  patternsOf,
  replacementsIn,
  sourcesOf,
} from '#tests/support/patterns.ts'

const product = ['shared', 'workers', 'scripts', 'movement.config.ts']
const { patterns, made } = patternsOf(product)

/** Patterns that never meet a text from elsewhere, by their file, and what they meet. */
const ours: Readonly<Record<string, string>> = {
  'scripts/language/pages/page-forms.ts': 'pages of ours, of the sample movement',
  'scripts/language/pages/program.ts': 'pages of ours, of the sample movement',
  'shared/mail/template.ts': 'templates of ours, compiled at build',
}
/** Files that put patterns together, and of what. */
const madeOfOurs: Readonly<Record<string, string>> = {
  'scripts/language/translation-state.ts': 'names of ours for texts',
  'scripts/screenshots/steps.ts': 'the address of this very server',
  'scripts/language/pages/page-forms.ts': 'names of attributes',
  'shared/db/conflict.ts': 'names of tables',
  'shared/db/within-regions.ts': 'names of tables',
  'shared/record/heading.ts': 'headings of ours and of the settings, each character as it stands',
  'shared/record/order-to-click.ts': 'patterns of ours, each of them tried by itself, as one',
  'shared/text/fr/elision.ts': 'words of ours',
  'shared/text/fr/put-nouns.ts': 'words of ours, each repeat of them bounded',
}
const isOurs = ({ at }: Pattern) => (at.split(':')[0] ?? '') in ours

/** How a pattern is tried: wherever it may begin, as `replace` and `split` do. */
const everywhere = ({ source, flags }: RegExp) => {
  const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`)
  return (text: string) => text.replace(pattern, '')
}

/** The first text that a pattern takes longer over than it is long. */
async function slowText(pattern: RegExp): Promise<string | null> {
  const work = everywhere(pattern)
  for (const write of nearMatches(pattern)) if (await growth(work, write)) return `like ${JSON.stringify(write(40))}`
  for (const { name, write, isPlainest } of hostileTexts) if (await growth(work, write, isPlainest)) return name
  return null
}

const isExponential = (pattern: RegExp) => faultsOf(pattern).some((fault) => fault.endsWith('exponentially'))

describe('no pattern of ours', () => {
  test('has repeats in or beside each other that may share a text, nor one that begins anywhere and fails at its end', () => {
    const found = patterns.flatMap(({ at, pattern }) => faultsOf(pattern).map((fault) => `${at} ${pattern}: ${fault}`))
    expect(found).toEqual([])
  })

  test('is put together from what people type', () => {
    expect(made.filter(({ file }) => !(file in madeOfOurs))).toEqual([])
  })

  test('is answered for with a text that may hold signs of its own', () => {
    expect(sourcesOf(product).flatMap(([file, text]) => replacementsIn(file, text))).toEqual([])
  })

  test('takes longer than its text grows, up to 1 MB of anything', async () => {
    const tried = patterns.filter((one) => !isOurs(one) && isUnbounded(one.pattern) && !isExponential(one.pattern))
    expect(tried.length).toBeGreaterThan(50)
    const found: string[] = []
    for (const { at, pattern } of tried) {
      const slow = await slowText(pattern)
      if (slow) found.push(`${at} ${pattern}: ${slow}`)
    }
    expect(found).toEqual([])
  })
})

describe('a pattern that would hold everybody up is found:', () => {
  const known = [
    /\s*;\s*/,
    /\/+$/,
    /^(\w+)\s*(.*)$/,
    /\S+@\S+/,
    /([,;\t]\s*)(?=[=+])/g,
    /^(a+)+$/,
    /(x|x+y)*z/,
    /<head[^>]*>/i,
    /-----BEGIN-----[\s\S]+?-----END-----/,
  ]
  test.each(known.map((pattern) => [String(pattern), pattern] as const))('%s', async (_, pattern) => {
    expect(faultsOf(pattern).length > 0 || (await slowText(pattern)) !== null).toBe(true)
  })

  test('wherever it is written', () => {
    const text = 'const a = <b c={d.split(/\\s*;/)} />\nRegExp(e)\nnew RegExp(f)\ng.match(`h+$`)\n'
    const { patterns, made } = patternsIn('x.tsx', text)
    expect(patterns.map(({ at, pattern }) => `${at} ${pattern}`)).toEqual(['x.tsx:1 /\\s*;/'])
    expect(made.map(({ code }) => code)).toEqual(['RegExp(e)', 'new RegExp(f)', 'g.match(`h+$`)'])
  })

  test('and so is a text that may hold signs of its own, in place of another', () => {
    const text = "a.replace('{}', b)\nc?.replaceAll(/d/g, e)\ng.replace(/h/, () => i)\nj.replace(/k/, '$1')\n"
    expect(replacementsIn('x.ts', text).map(({ code }) => code)).toEqual([
      "a.replace('{}', b)",
      'c?.replaceAll(/d/g, e)',
    ])
  })
})
