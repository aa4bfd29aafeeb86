import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const text = read('docs/security.md')

/** The tests that the document names: `tests/x.test.ts` "title", and further titles of the same file. */
function namedTests(): [file: string, title: string][] {
  return [...text.matchAll(/`(tests\/[\w/.-]+)` ((?:"(?:[^"\\]|\\")+"(?:, )?)+)/g)].flatMap(
    ([, file = '', titles = '']) =>
      [...titles.matchAll(/"((?:[^"\\]|\\")+)"/g)].map(([, title = '']): [string, string] => [
        file,
        title.replaceAll('\\"', '"'),
      ]),
  )
}

test('every test that holds a line of the security document is there', () => {
  const named = namedTests()
  expect(named.length).toBeGreaterThan(30)
  const missing = named.filter(([file, title]) => !existsSync(join(root, file)) || !read(file).includes(title))
  expect(missing).toEqual([])
})

test('every line of the security document is held, met by design, or said not to be', () => {
  const lines = text.split('\n').filter((line) => /^\| (\d|V\d|a referent’s link|a referent's link|erasing)/.test(line))
  expect(lines.length).toBeGreaterThan(60)
  expect(lines.filter((line) => !/\| (held: .+|by design|\*\*not met\*\*.*) \|$/.test(line))).toEqual([])
})

test('each chapter of the standard is gone through', () => {
  for (let chapter = 1; chapter <= 17; chapter++) expect(text).toMatch(new RegExp(`\\bV${chapter}\\b`))
})
