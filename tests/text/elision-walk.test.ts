import { expect, test } from 'vitest'
import { fr as commands } from '#scripts/text/fr.ts'
import { fr as pages } from '#shared/text/fr.ts'

const vowels = ['Élodie', 'Archipel', 'août', 'Yves', 'Œuvres', 'Hélène', '« Atelier »', 'antenne']
const consonants = ['Lou', 'L’Haÿ', 'Hamid', 'Hongrie', '11 Mars', 'Yann', 'onze']
const articles = ['Le Havre', 'Les Ulis', 'LE MANS']

/** What is given as a number: in digits it is not elided before. */
const isNumber =
  /^(n|nth|from|to|first|last|days?|others?|share|most|more|count|rounds|total|rest|before|after|shown|open|mails?|people|min|max|level|x|members|now|was|per\w+)$/
const isPlace = /^(group|town|place|movement)$/

type Said = { at: string; text: string }
/** The name that is given, and what is given for what has no article that merges. */
type Given = { name: string; other: string }

/** Each sentence of a tree of texts as it says a name. One that takes something else than names, numbers and lists says nothing here. */
function* said(tree: unknown, given: Given, at: string): Generator<Said> {
  if (typeof tree === 'object' && tree !== null)
    for (const [key, value] of Object.entries(tree)) yield* said(value, given, `${at}.${key}`)
  if (typeof tree !== 'function') return
  const takes = parametersOf(String(tree))
  for (const text of spoken(tree as (...values: unknown[]) => unknown, takes, given))
    if (text.includes(given.name.slice(1))) yield { at, text }
}

/** The names of a function’s parameters. */
function parametersOf(source: string): string[] {
  const head = source.slice(0, source.indexOf('=>')).replace(/^\(|\)\s*$/g, '')
  return head.startsWith('{') ? ['{}'] : head.split(',').map((one) => one.trim())
}

function* spoken(sentence: (...values: unknown[]) => unknown, takes: readonly string[], { name, other }: Given) {
  const plain = (parameter: string) => (isNumber.test(parameter) ? 3 : isPlace.test(parameter) ? name : other)
  const object = new Proxy({}, { get: (_, key) => plain(String(key)) })
  const asList = (value: unknown) => (typeof value === 'string' ? [value] : value)
  for (const as of [(value: unknown) => value, asList]) {
    try {
      const text = sentence(...takes.map((one) => (one === '{}' ? object : as(plain(one)))))
      yield typeof text === 'string' ? text : (JSON.stringify(text) ?? '')
    } catch {
      // It takes another shape
    }
  }
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const walk = (name: string, other = name) => [
  ...said(pages, { name, other }, 'pages'),
  ...said(commands, { name, other }, 'commands'),
]
const faults = (name: string, before: string, other = name) => {
  const never = new RegExp(`(?<![\\p{L}’])(?:${before})${escaped(name)}`, 'iu')
  return walk(name, other).flatMap(({ at, text }) => (never.test(text) ? [`${at}: ${never.exec(text)?.[0]}`] : []))
}

test('every French sentence of pages and commands is said with these names', () => {
  expect(walk('Élodie').length).toBeGreaterThan(500)
})

test.each(vowels)('no French sentence leaves a vowel before « %s »', (name) => {
  expect(faults(name, '(?:de|que|la|jusque|se|ne) ')).toEqual([])
})

test.each(consonants)('nor takes one away before « %s »', (name) => {
  expect(faults(name, '(?:d|qu|l|jusqu|s|n)’')).toEqual([])
})

test.each(articles)('and the article of « %s » merges where it is a group, a town or the movement', (name) => {
  expect(faults(name, '(?:de|à) ', 'Lou')).toEqual([])
})
