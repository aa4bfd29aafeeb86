import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import type { EnquiryContent } from '#shared/domain/mail-content.ts'
import { kinds } from '#shared/mail/kinds.ts'
import { mailLanguage } from '#shared/mail/mail-language.ts'
import { writeMessage } from '#shared/mail/message.ts'
import { everyMail } from '#shared/mail/parts/every/every.ts'
import { renderMail } from '#shared/mail/render.ts'
import { sampleNow as now, owedOf, pau, sampleAnnouncement } from '#shared/mail/sample.ts'
import { sampleLinks as links, sampleNamed, samples } from '#shared/mail/samples.ts'
import { renderTemplate } from '#shared/mail/template.ts'
import { type Language, languages } from '#shared/text/language.ts'

/** Where the team's own words of the month lead: the only link of a mail that is not ours. */
const announced = Object.values(sampleAnnouncement.words).map(({ url }) => url ?? '')
const isAnnounced = (address: string) => announced.some((url) => address.startsWith(url))

const isWritten = ({ mail }: (typeof samples)[number], language: Language) =>
  mailLanguage(mail.kind, { languages: [language] }, language) === language
const cases = samples.flatMap((sample) =>
  languages.filter((language) => isWritten(sample, language)).map((language) => ({ ...sample, language })),
)
describe.each(cases)('the $name mail in $language', (sample) => {
  const { mail, reader, language } = sample
  const { subject, html, text } = renderMail(mail, { movement, language, reader, links, now })

  test('reads as it was written', async () => {
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`golden/${sample.name}.${sample.language}.txt`)
  })

  test('says its language and its title, follows the dark, and has its preview', () => {
    expect(html).toContain(`<html lang="${sample.language}"`)
    expect(html).toMatch(/<title>[^<]{10,}<\/title>/)
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).toContain('prefers-color-scheme: dark')
    expect(html).toMatch(/<div style="display:none[^>]*>[^<]{10,}<\/div>/)
    // White words on white are what spam hides behind, and what SpamAssassin counts
    expect(html).not.toMatch(/display:none;[^"]*color:#fff/)
  })

  test('needs nothing from elsewhere: no image, no font, no tracker, links to us only', () => {
    expect(html).not.toMatch(/<img|<link|@import|url\(|\bsrc=/)
    const addresses = [...html.matchAll(/https?:\/\/[^"'\s<)]+/g)].map(([address]) => address)
    const elsewhere = addresses.filter(
      (address) =>
        !address.startsWith('https://maj.example.org/') &&
        !address.startsWith('http://www.w3.org/') &&
        !isAnnounced(address),
    )
    expect(elsewhere).toEqual([])
  })

  test('weighs at most 15 kB, and leaves no slot unfilled', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(15_000)
    expect(html + text + subject).not.toMatch(/\{\{|\}\}|undefined|NaN/)
  })
})

test.each(['fr', 'en'] as const)('the end of a round in which nobody was asked thanks nobody, in %s', (language) => {
  const content = { round: '2026-12', asked: 0, silent: 0, named: [], months: [] }
  const mail = { kind: 'silent_groups', content } as const
  const { subject, text } = renderMail(mail, { movement, language, reader: 'Camille', links, now })
  expect(subject + text).not.toMatch(/tous les groupes|every group|merci|thank/i)
})

describe('what people typed', () => {
  const name = `<script>alert("x")</script> & l'Été {{link}} {{#groups}}`
  const mail = { kind: 'invitation' as const, content: owedOf({ ...pau, name }) }
  const { subject, html, text } = renderMail(mail, { movement, language: 'en', reader: name, links, now })

  test('is shown as it is, never run', () => {
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; l&#39;Été')
    expect(text).toContain(`referent of ${name}.`)
    expect(subject).toContain(name)
  })

  test('is not read as a template', () => {
    expect(html).toContain('{{link}} {{#groups}}')
  })
})

describe('a name that was kept before names were looked at', () => {
  const order = 'Urgent: https://evil.example'
  /** The same, with this name wherever somebody is named. */
  const renamed = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return /^(Archipel|Lou|Sam|Aïcha|Joëlle|Prise)/.test(value) ? name : value
    if (value instanceof Date || typeof value !== 'object' || value === null) return value
    if (value instanceof Map) return new Map([...value].map(([key, inner]) => [key, renamed(inner, name)]))
    if (Array.isArray(value)) return value.map((inner) => renamed(inner, name))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner, name)]))
  }
  const written = (sample: (typeof cases)[number], name: string) => {
    const mail = renamed(sample.mail, name) as typeof sample.mail
    return writeMessage(
      { uid: 'a1b2', to: { name, address: 'joelle@example.net' }, language: sample.language, ...mail, links },
      movement,
      now,
    )
  }

  test.each(cases)('is in no subject, no preview and no address of the $name mail in $language', (sample) => {
    const { subject, html, to } = written(sample, order)
    expect(subject.length).toBeGreaterThan(8)
    const [, preview = ''] = /<div style="display:none[^>]*>([^<]*)<\/div>/.exec(html) ?? []
    for (const text of [subject, preview, to.name]) expect(text).not.toMatch(/evil|urgent|undefined|\{/i)
    expect(preview.length).toBeGreaterThan(8)
  })

  test.each(cases)('is no link in the $name mail in $language', (sample) => {
    const { html, text } = written(sample, order)
    const ours = 'https://maj.example.org/'
    for (const shown of [html, text])
      expect(
        [...shown.matchAll(/https?:\/\/\S*/g)].filter(
          ([address]) => !address.startsWith(ours) && !address.includes('w3.org') && !isAnnounced(address),
        ),
      ).toEqual([])
    expect(`${html}${text}`).not.toContain('evil.example')
  })

  test.each(['Pau.fr citoyens', 'Étudiant.es en lutte', 'St-Étienne / Loire'])(
    'and misleads nobody, such as %s, stays in the subject',
    (name) => {
      const subjects = cases
        .filter((sample) => sample.name === 'invitation')
        .map((sample) => written(sample, name).subject)
      expect(subjects.filter((subject) => !subject.startsWith(name))).toEqual([])
      expect(subjects).toContain(`${name}\u00a0: tout est-il toujours juste\u00a0?`)
      expect(subjects).toContain(`${name}: is everything still right?`)
    },
  )

  test('falls back to words that stand alone', () => {
    const subjectOf = (name: string) => written({ ...sampleNamed(name), language: 'fr' }, order).subject
    expect(subjectOf('invitation')).toBe('Archipel\u00a0: Tout est-il toujours juste\u00a0?')
    expect(subjectOf('welcome')).toBe('Archipel\u00a0: Êtes-vous d’accord\u00a0?')
    expect(subjectOf('news')).toBe('Archipel\u00a0: Ce qui a changé dans le groupe')
    expect(subjectOf('farewell')).toBe('Archipel\u00a0: Vous n’êtes plus référent ou référente')
  })
})

const written = ({ mail, reader, language }: (typeof cases)[number]) =>
  renderMail(mail, { movement, language, reader, links, now })

test.each(cases.filter(({ mail }) => kinds[mail.kind].replyTo))(
  'the $name mail in $language, whose answer goes to somebody else, does not offer it for questions to the team',
  (sample) => {
    const question = everyMail(sample.language, movement)('question')
    expect(written(sample).text).not.toContain(question)
    expect(written({ ...sample, ...sampleNamed('receipt') }).text).toContain(question)
  },
)

test.each(cases.filter(({ name }) => name === 'team-change-removed'))(
  'whoever is no longer in the team gets no button in $language to what is closed to them',
  (sample) => {
    const { html, text } = written(sample)
    expect(`${html}${text}`).not.toContain(links.open)
    expect(written({ ...sample, ...sampleNamed('team-change') }).html).toContain(links.open)
  },
)

test.each(cases.filter(({ name }) => name === 'enquiry' || name.startsWith('new-address')))(
  'no line ends within the short address of the $name mail in $language',
  (sample) => {
    expect(written(sample).html).toMatch(/<span style="display:inline-block">[^<>]*\u200b@[^<>]*<\/span>/)
  },
)

test('no line ends between a verb and its pronoun', () => {
  const { html } = written({ ...sampleNamed('last-call'), language: 'fr' })
  expect(html).toContain('<span style="display:inline-block">Êtes-vous</span> toujours là')
})

test('a long address, or one in the words of a link, is left as it was', () => {
  const long = `${'a'.repeat(40)}@example.org`
  const content = { ...(sampleNamed('enquiry').mail.content as EnquiryContent), email: long }
  const { html } = renderMail(
    { kind: 'enquiry', content },
    { movement, language: 'fr', reader: 'Lou', links: { ...links, open: 'https://maj.example.org/@lou' }, now },
  )
  expect(html).not.toContain('<span style="display:inline-block">')
  expect(html).toContain('href="https://maj.example.org/@lou"')
})

test('a template that asks for a word we do not have is our fault, and says so', () => {
  expect(() => renderTemplate('{{hello}}', {}, String)).toThrow('hello')
  expect(() => renderTemplate('{{#groups}}x{{/groups}}', {}, String)).toThrow('groups')
})

describe('a letter', () => {
  const write = (name: string, uid = 'a1b2') =>
    writeMessage(
      {
        uid,
        to: { name: 'Joëlle Dumont', address: 'joelle@example.net' },
        language: 'fr',
        ...sampleNamed(name).mail,
        links,
      },
      movement,
      now,
    )

  test('comes from the movement, answers go to a person, and no machine answers it', () => {
    const { from, replyTo, headers } = write('invitation')
    expect(from).toEqual({ name: 'Archipel, équipe réseau', address: 'reseau@archipel.example.org' })
    expect(replyTo).toBe(movement.sender.replyTo)
    expect(headers).toMatchObject({
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'fr',
      'List-ID': '<relance.archipel.example.org>',
    })
  })

  test('has the same Message-ID when it is sent again, and no other letter has it', () => {
    expect(write('invitation').messageId).toBe('<a1b2@archipel.example.org>')
    expect(write('reminder').messageId).toBe(write('invitation').messageId)
    expect(write('invitation', 'c3d4').messageId).not.toBe(write('invitation').messageId)
  })

  test.each(['invitation', 'reminder', 'last-call'])('of the month (%s) can be stopped by the mail program', (name) => {
    expect(write(name).headers).toMatchObject({
      'List-Unsubscribe': `<${links.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })

  test.each(['new-link', 'sign-in', 'silent-groups'])('that was asked for (%s) has nothing to stop', (name) => {
    expect(write(name).headers).not.toHaveProperty('List-Unsubscribe')
  })
})
