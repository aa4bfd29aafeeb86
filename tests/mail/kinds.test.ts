import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { mailKinds } from '#shared/domain/mail.ts'
import { ifNotSent, kinds } from '#shared/mail/kinds.ts'
import { en as askInEnglish } from '#shared/mail/parts/ask/en.ts'
import { fr as ask } from '#shared/mail/parts/ask/fr.ts'
import { en as everyInEnglish } from '#shared/mail/parts/every/en.ts'
import { fr as every } from '#shared/mail/parts/every/fr.ts'
import { en as recordInEnglish } from '#shared/mail/parts/record/en.ts'
import { fr as record } from '#shared/mail/parts/record/fr.ts'
import type { Sentence } from '#shared/text/sentence.ts'
import { ourWords } from '#shared/text/text.ts'

type Sentences = Readonly<Record<string, Sentence>>

test('each kind of mail is one folder of its name, with a template pair, words and a sample', () => {
  const folder = join(root, 'shared/mail/kinds')
  expect(readdirSync(folder).sort()).toEqual([...mailKinds].sort())
  for (const kind of mailKinds)
    expect(readdirSync(join(folder, kind))).toEqual(
      expect.arrayContaining(['en.ts', 'fr.ts', 'kind.ts', 'page.html', 'page.mjml', 'sample.ts', 'text.txt']),
    )
})

/** What a sentence asks for; one that depends on a number, in any of its forms. */
function asked(sentence: Sentence | undefined): string[] {
  const forms = typeof sentence === 'object' ? Object.values(sentence) : [sentence ?? '']
  const names = forms.flatMap((form) => [...form.matchAll(/\{(?:\p{L}+ )?(\w+)\}/gu)].map(([, name]) => name ?? ''))
  return [...new Set(names)].filter((name) => name !== 'n').sort()
}

/** The sentences of each kind of mail, and of what several kinds share. */
const sentences = [
  ...mailKinds.map((kind) => ({ of: `the ${kind} mail`, ...kinds[kind].words })),
  { of: 'every mail', fr: every, en: everyInEnglish },
  { of: 'the month’s mails', fr: ask, en: askInEnglish },
  { of: 'a record', fr: record, en: recordInEnglish },
]

describe.each(sentences)('the words of $of', ({ fr, en }: { fr: Sentences; en: Sentences }) => {
  test('tell the same in each language', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
    for (const key of Object.keys(fr)) expect([key, asked(en[key])]).toEqual([key, asked(fr[key])])
  })

  test('in French, end no line before a colon or a question mark, and have the apostrophe of print', () => {
    const texts = Object.values(fr).flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one)))
    expect(texts.filter((text) => / [:;?!»%]|« |\w'\w/.test(text))).toEqual([])
  })
})

test.each(mailKinds)(
  'of the %s mail it is said what to do when it does not arrive, unless a later one makes up for it',
  (kind) => {
    const isOfRound = ['invitation', 'reminder', 'last_call', 'silent_groups'].includes(kind)
    expect(ifNotSent(kind, 'fr', ourWords) === null).toBe(isOfRound)
  },
)
