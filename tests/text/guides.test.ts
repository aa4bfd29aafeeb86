import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'

const linesOf = async (name: string) => (await readFile(join(root, 'docs', name), 'utf8')).split('\n')

/** What a line is: a heading, a row of a table, or words. */
const kindOf = (line: string) => /^(#+ |\| )/.exec(line)?.[0] ?? (line === '' ? '' : 'words')

test('the guide for coordinators says as much in French as in English', async () => {
  const [french, english] = await Promise.all([linesOf('coordinateurs.md'), linesOf('coordinators.md')])
  expect(french.map(kindOf)).toEqual(english.map(kindOf))
})
