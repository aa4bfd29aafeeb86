import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { Page } from '#shared/html/page.tsx'
import { respondPage } from '#shared/html/respond.ts'
import { unbroken } from '#shared/html/unbroken.ts'
import type { Language } from '#shared/text/language.ts'

const sheets = ['style', 'dashboard', 'find'].map((name) => `shared/html/${name}.css`)

const sided = /\b(left|right)\b/

test('styles have no left and no right, so that a page can be written from right to left', () => {
  const found = sheets.flatMap((file) => {
    const css = readFileSync(join(root, file), 'utf8').replace(/float: left;\s+width: 100%;/g, '')
    return css.split('\n').flatMap((line, index) => (sided.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []))
  })
  expect(found).toEqual([])
})

const pageIn = async (language: string) =>
  (await respondPage(Page({ language: language as Language, title: 'x', movement: 'y', skip: 'z' }), {})).text()

test('a page in a language from right to left says so', async () => {
  expect(await pageIn('ar')).toContain('<html lang="ar" dir="rtl">')
  expect(await pageIn('nl')).toContain('<html lang="nl">')
})

test('phones and addresses are written from left to right in any words, on pages and in mails', async () => {
  expect(unbroken('עו +33 6 12 34 56 78')).toBe('<span>עו <bdi class="part">+33 6 12 34 56 78</bdi></span>')
  expect(unbroken('contact@versailles.example.org')).toMatch(/^<span><bdi class="part">contact@<wbr>/)
  for (const sheet of ['style', 'find'])
    expect(readFileSync(join(root, `shared/html/${sheet}.css`), 'utf8')).toMatch(
      /\nbdi(,\n[^{}]+)? \{\s+direction: ltr;/,
    )
})
