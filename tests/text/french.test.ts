import { describe, expect, test } from 'vitest'
import { fr } from '#shared/text/fr.ts'

/** Every text without a parameter, by its path. */
function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, path === '' ? key : `${path}.${key}`))
}

const { dashboard: _, sheet: __, papers, ...form } = fr
const declarant = { movement: 'Archipel', address: 'reseau@example.org', country: 'FR' }
const all = texts({ ...form, privacy: papers.privacy(declarant), accessibility: papers.accessibility(declarant) })

describe('French', () => {
  test('never ends a line before a colon or a question mark, nor after an opening quotation mark', () => {
    expect(all.length).toBeGreaterThan(150)
    expect(all.filter(([, text]) => / [:;?!»]|« /.test(text))).toEqual([])
  })

  test('has the apostrophe of print', () => {
    expect(all.filter(([, text]) => /\w'\w/.test(text))).toEqual([])
  })
})
