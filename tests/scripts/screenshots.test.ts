import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { pictures } from '#scripts/screenshots/pictures.ts'
import { fileOf } from '#scripts/screenshots/take.ts'

test('every picture of the README and of what docs say of mails and the dashboard is one that npm run screenshots takes, and light', () => {
  const papers = ['README.md', 'docs/dashboard.md', 'docs/mails.md']
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
  const shown = [...new Set([...papers.matchAll(/\bimages\/([\w-]+)\.png/g)].map(([, name]) => name))]
  const taken = pictures.filter(({ isInReadme }) => isInReadme).map(fileOf)
  expect(shown.sort()).toEqual(taken.sort())
  const heavy = taken.filter((name) => {
    const file = join(root, `docs/images/${name}.png`)
    return !existsSync(file) || statSync(file).size > 150_000
  })
  expect(heavy).toEqual([])
})

test('no two pictures have one name', () => {
  const files = pictures.map(fileOf)
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([])
})
