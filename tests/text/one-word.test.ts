import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { type Said, textsIn } from './literals.ts'

const french = textsIn(['shared/text', 'shared/mail', 'scripts/text'], /(^|\/)fr(\.ts|\/)/)
const english = textsIn(['shared/text', 'shared/mail', 'scripts/text'], /(^|\/)en(\.ts|\/)/)
/** Fields and sections say both; how sheets head their columns is theirs, and the internet's names are words of many languages. */
const fields = textsIn(['shared/record'], /(?<!top-levels\.ts)$/).filter(
  ({ text }) => !/^(Nb )?[Mm]embres actif|^en sommeil$/.test(text),
)

const parsedRow = (all: readonly Said[], what: RegExp) =>
  all.filter(({ text }) => what.test(text)).map(({ file, text }) => `${file}: ${text}`)

describe('one word for one thing', () => {
  test('is read from as many texts as there are', () => {
    expect(french.length).toBeGreaterThan(400)
    expect(english.length).toBeGreaterThan(400)
  })

  test.each<[instead: string, never: RegExp]>([
    ['mise à jour', /\b[Tt]ours?\b/],
    ['partie', /[Rr]ubriques?/],
    ['la limite est atteinte: « plus de » reads “more”', /\bPlus de mails?\b/],
    ['non disponible', /n’est pas connu pour/],
    ['en pause', /en sommeil|plus de mail chaque mois/],
    ['appui', /\bpression\b|\bclics?\b|\bcliquez sur/],
    ['suspendre et reprendre les envois', /\b[Ff]rein\b/],
    ['administrer', /qui tient Relance|(?:règle|régler) Relance/],
    ['personnes actives, which voices say as it is written', /actif·ve|nouveau·elle/i],
    ['dites-le-nous', /[Dd]ites-le nous/],
    ['mail mensuel', /\b[Mm]ails? du mois/],
    [
      'à chaque mise à jour: it may come every three months',
      /à qui nous écrivons chaque mois|écrivons-nous chaque mois|Chaque mois, les/,
    ],
    ['ne fonctionne plus', /mène plus à rien/],
    ['annulé : le groupe avait déjà répondu', /plus utile|avait répondu avant/],
  ])('in French: %s', (_, never) => {
    expect(parsedRow([...french, ...fields], never)).toEqual([])
  })

  test.each<[instead: string, never: RegExp]>([
    ['Everything is correct', /\b[Aa]ll( is)? right( as it is)?\b/],
    ['the team that supports the network', /animates/],
    ['paused', /.\basleep\b|\basleep\b.|[Ss]leeping groups|(?:to|falling a)sleep/],
    ['sending is paused', /\bbrake is\b/],
    ['spam', /unwanted/],
    ['somebody in the group', /(Somebody|Nobody) of (the|your) group/],
    ['in this browser', /very browser/],
    ['on the team', /\b(role|[Ss]omebody|I’m) in the team/],
    ['the least recently checked', /checked longest ago/],
    ['with this name', /([Nn]obody|[Nn]o [a-z ]{1,20}) of (this|that) name/],
    ['enter an address', /[Ww]rite (your|the) (mail|email) address/],
    ['in the group', /[Aa]re you of the same group/],
    ['no longer works', /leads nowhere/],
    ['monthly mail', /mails? of the month|the month’s mail/],
    ['mails are sent', /\bmails? (has |have )?(leaves?|left)\b|[Nn]othing leaves|may have left|could not leave/],
    ['monthly update', /'rounds?'|\brounds\b|\b([Nn]ext|No) round\b/],
    ['a note to the team', /\b[Ww]ords? to the team|No word waits/],
    ['somebody on the team', /[Ss]omebody of the team/],
  ])('in English: %s', (_, never) => {
    expect(parsedRow([...english, ...fields], never)).toEqual([])
  })
})

test('no quotation mark of French is parted from what it holds by the end of a line, not in a text within a text either', () => {
  const files = new Set([...french, ...fields].map(({ file }) => file))
  const parted = [...files].flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/|\*)/.test(line) && /« | »/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(parted).toEqual([])
})

test('French sets a space that does not break before : ; ? ! » and after «, on every page, in every mail and command', () => {
  expect(
    parsedRow([...french, ...fields.filter(({ file }) => file.includes('sections'))], /[^\s–-] [:;?!»](\s|$)|« /),
  ).toEqual([])
})

test('no page sets the signs of one language: quotation marks, and a colon or a semicolon between parts, are said by its texts', () => {
  const pages = ['workers', 'shared/html'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => join(folder, name)),
  )
  expect(pages.length).toBeGreaterThan(100)
  const ofOneLanguage = /[«»“”]|<span class="hidden">\s?[:;]|\} ?[:;] \$\{|\} [:;]\s?</
  const set = pages.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/|\*|\{\/\*)/.test(line) && ofOneLanguage.test(line.replace(/\s\/\/ .*$/, '')))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(set).toEqual([])
})
