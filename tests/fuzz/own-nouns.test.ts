import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheet, textOf } from '#tests/support/browser.ts'
import { startWorld, type World } from '#tests/support/world.ts'
import { fixed } from './movement.ts'
import { freshNetwork, hookSecret, type Network } from './network.ts'
import { type Route, routes } from './routes.ts'
import { answersTo } from './ways-through.ts'

const nouns = {
  group: { fr: { one: 'antenne', many: 'antennes', gender: 'feminine' }, en: { one: 'chapter', many: 'chapters' } },
  referent: { fr: { one: 'relais', many: 'relais', gender: 'masculine' }, en: { one: 'lead', many: 'leads' } },
  area: { fr: { one: 'secteur', many: 'secteurs', gender: 'masculine' }, en: { one: 'area', many: 'areas' } },
} as const

let world: World
let network: Network
beforeAll(async () => {
  world = await startWorld({
    vars: { HOOK_SECRET: hookSecret, SUBMISSIONS_PER_HOUR: '1000000' },
    fixed: { ...fixed, nouns, calendar: { ...fixed.calendar, every: 3 } },
  })
  network = await freshNetwork(world)
})
afterAll(() => world.stop())

/** The movement’s own names for its mailing lists, and what it says of them. */
const theirs = /Entraide entre groupes|pour tous les groupes|Groups helping groups|for all groups/g

/** Addresses are for programs: `/feeds/groups.geojson` is the same whatever a group is called. */
const addresses = /(?<![\p{L}])\/[\w.-]+(?:\/[\w.-]+)+/gu

const pages = routes.filter(({ method }) => method === 'GET')
const ours = {
  fr: /.{0,40}(?<![\p{L}·-])(groupes?|référent·es?|régions?)(?![\p{L}·}-]).{0,30}/giu,
  en: /.{0,40}(?<![\p{L}-])(groups?|referents?|regions?)(?![\p{L}}-]).{0,30}/giu,
}

/** What is said to come every month, where there is an update every quarter. */
const months = {
  fr: /.{0,40}(?:mensuel|chaque mois|minute par mois|ce mois-ci(?! et les onze)|(?:mot|question) du mois|de ce mois\b(?!-)|mois par mois).{0,30}/giu,
  en: /.{0,40}(?:monthly|each month|minute a month|this month\b(?! and the eleven)|(?:word|question) of the month|month by month).{0,30}/giu,
}

/** Where one of our nouns stands on the first page that a route answers with. */
async function oursOn(route: Route, language: 'fr' | 'en'): Promise<string[]> {
  for await (const response of answersTo(world.url, network, route, language)) {
    if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/html')) continue
    const text = textOf(await readSheet(response))
      .replace(theirs, '')
      .replace(addresses, '')
    return [ours, months]
      .flatMap((words) => [...text.matchAll(words[language])])
      .map(([there]) => `${route.path}: ${there}`)
  }
  return []
}

test.each(['fr', 'en'] as const)(
  'a quarterly movement with its own nouns reads none of ours, nor of a month, on any page, in %s',
  async (language) => {
    const left = []
    for (const route of pages) left.push(...(await oursOn(route, language)))
    expect(left).toEqual([])
  },
)
