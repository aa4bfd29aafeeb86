import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { attachment, csvType } from '#workers/attachment.ts'

test('a file that is taken along is kept by nobody on its way, is listed by no search engine and opens as no page', async () => {
  const response = attachment({ name: 'groupes.csv', type: csvType }, 'a;b', { 'content-security-policy': 'sandbox' })
  expect(Object.fromEntries(response.headers)).toEqual({
    'cache-control': 'no-store',
    'content-disposition': 'attachment; filename="groupes.csv"',
    'content-security-policy': 'sandbox',
    'content-type': 'text/csv; charset=utf-8; header=present',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
  })
  expect(await response.text()).toBe('a;b')
})

test('every file that a page offers to take along is such a one', async () => {
  const names = await readdir('workers', { recursive: true })
  const sources = names.filter((name) => /\.tsx?$/.test(name))
  const own = await Promise.all(
    sources.map(async (name) =>
      (await readFile(`workers/${name}`, 'utf8')).includes('attachment; filename') ? [name] : [],
    ),
  )
  expect(own.flat()).toEqual(['attachment.ts'])
})
