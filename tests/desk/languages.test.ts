import { afterAll, beforeAll, expect, test } from 'vitest'
import sample from '#sample/movement.config.ts'
import { open } from '#tests/support/browser.ts'
import { look, signIn } from '#tests/support/dashboard.ts'
import { startWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({ fixed: { ...sample, languages: ['fr', 'nl', 'en'] } })
})
afterAll(() => world.stop())

const asking = (languages: string) => open(`${world.url}/dashboard`, { headers: { 'accept-language': languages } })

test('before signing in, the pages of the team follow the browser', async () => {
  expect((await asking('en-GB,en;q=0.9')).html).toContain('<html lang="en">')
  expect((await asking('fr-BE,fr;q=0.9,en;q=0.8')).html).toContain('<html lang="fr">')
  expect((await asking('')).html).toContain('<html lang="fr">')
})

test('a language without pages of the team is not offered there, and whoever reads it sees a page that is whole', async () => {
  const page = await asking('nl-BE,nl;q=0.9')
  expect(page.html).toContain('<html lang="fr">')
  expect(page.html).not.toContain('lang="nl"')
})

test('where words are typed in each language, each input says in which', async () => {
  const session = await signIn(world)
  const paths = ['asked/questions/new', 'asked/sections/new', 'lists', 'nouns']
  for (const path of paths) {
    const { html } = await look(world, session, `/desk/settings/${path}`)
    const inputs = [...html.matchAll(/<(?:input|textarea)[^>]*\bname="[^"]*\.(fr|nl|en)\b[^"]*"[^>]*>/g)]
    const typed = inputs.filter(([tag]) => !/type="(?:hidden|radio|checkbox)"/.test(tag))
    expect(typed.length).toBeGreaterThan(0)
    expect(typed.filter(([tag, language]) => !tag.includes(`lang="${language}"`))).toEqual([])
  }
})
