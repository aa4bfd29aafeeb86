import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { en } from '#shared/text/en.ts'
import { fr } from '#shared/text/fr.ts'

const linesOf = async (name: string) => (await readFile(join(root, 'docs', name), 'utf8')).split('\n')

/** What a line is: a heading, a row of a table, or words. */
const kindOf = (line: string) => /^(#+ |\| )/.exec(line)?.[0] ?? (line === '' ? '' : 'words')

test('the guide for coordinators says as much in French as in English', async () => {
  const [french, english] = await Promise.all([linesOf('coordinateurs.md'), linesOf('coordinators.md')])
  expect(french.map(kindOf)).toEqual(english.map(kindOf))
})

/** All that a language says, the words of its functions included. */
function wordsIn(text: unknown): string {
  if (typeof text !== 'object' || text === null) return plain(String(text))
  return Object.values(text).map(wordsIn).join('\n')
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').toLowerCase()

test.each([
  ['coordinateurs.md', fr],
  ['coordinators.md', en],
])('%s names pages and buttons as the desk does', async (name, text) => {
  const said = wordsIn(text)
  const named = (await linesOf(name)).slice(3).flatMap((line) => [...line.matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)])
  expect(named.length).toBeGreaterThan(60)
  expect(named.map(([, label = '']) => label).filter((label) => !said.includes(plain(label)))).toEqual([])
})
