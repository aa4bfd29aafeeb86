import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { mailKinds } from '#shared/domain/mail.ts'
import { ifNotSent, kinds } from '#shared/mail/kinds.ts'
import type { Sentence } from '#shared/text/sentence.ts'

test('each kind of mail is one folder of its name, with a template pair, words and a sample', () => {
  const folder = join(root, 'shared/mail/kinds')
  expect(readdirSync(folder).sort()).toEqual([...mailKinds].sort())
  for (const kind of mailKinds)
    expect(readdirSync(join(folder, kind))).toEqual(
      expect.arrayContaining(['en.ts', 'fr.ts', 'kind.ts', 'page.mjml', 'sample.ts', 'text.txt']),
    )
})

/** What a sentence asks for; one that depends on a number, in any of its forms. */
function asked(sentence: Sentence | undefined): string[] {
  const forms = typeof sentence === 'object' ? Object.values(sentence) : [sentence ?? '']
  const names = forms.flatMap((form) => [...form.matchAll(/\{(?:\p{L}+ )?(\w+)\}/gu)].map(([, name]) => name ?? ''))
  return [...new Set(names)].filter((name) => name !== 'n').sort()
}

describe.each(mailKinds)('the words of the %s mail', (kind) => {
  const { fr, en } = kinds[kind].words

  test('tell the same in each language', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
    for (const key of Object.keys(fr)) expect([key, asked(en[key])]).toEqual([key, asked(fr[key])])
  })

  test('say what to do when it does not arrive, unless a later one makes up for it', () => {
    const isOfRound = ['invitation', 'reminder', 'last_call', 'silent_groups'].includes(kind)
    expect(ifNotSent(kind, 'fr') === null).toBe(isOfRound)
  })
})
