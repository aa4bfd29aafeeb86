import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { type MailKind, mailKinds } from '#shared/domain/mail.ts'
import type { GroupFacts } from '#shared/domain/mail-content.ts'
import { renderMail } from '#shared/mail/render.ts'
import { bayonne, dax, sampleNow as now, owedOf, pau } from '#shared/mail/sample.ts'
import { sampleLinks as links, sampleNamed, samples } from '#shared/mail/samples.ts'
import { type Language, languages } from '#shared/text/language.ts'

// Mails as people read them: in an inbox, at a glance, to the end.

function written(name: string, language: Language = 'fr') {
  const { mail, reader } = sampleNamed(name)
  return renderMail(mail, { movement, language, reader, links, now })
}

const invite = (language: Language, ...groups: GroupFacts[]) =>
  renderMail(
    { kind: 'invitation', content: owedOf(...groups) },
    { movement, language, reader: 'Joëlle Dumont', links, now },
  )

const preview = (html: string) => /<div style="display:none[^>]*>([^<]*)</.exec(html)?.[1]?.trim() ?? ''
const usual = mailKinds.map((kind) => kind.replaceAll('_', '-'))

describe.each(languages)('in an inbox, in %s,', (language) => {
  const mails = usual.map((name) => ({ name, ...written(name, language) }))

  test('no two sorts of mail look alike: subject, first words and title are each its own', () => {
    for (const of of [
      ({ subject }: { subject: string }) => subject,
      ({ html }: { html: string }) => preview(html),
      ({ html }: { html: string }) => /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1] ?? '',
      ({ text }: { text: string }) => text.split('\n\n')[3] ?? '',
    ]) {
      const all = mails.map(of)
      expect(all.filter((one) => one === '')).toEqual([])
      expect(new Set(all).size).toBe(all.length)
    }
  })

  test('each is about a group, a person or the team, by its own words', () => {
    // What may not stand in a subject is left out of it: none of ours is
    const nameless = mails.filter(
      ({ subject }) => subject.startsWith(movement.name) && !/^Archipel \p{L}/u.test(subject),
    )
    expect(nameless.map(({ name }) => name)).toEqual(['sign-in'])
  })

  test('what comes after the subject says something else', () => {
    for (const { name } of samples) {
      const { subject, html } = written(name, language)
      expect(preview(html)).not.toBe(subject)
    }
  })
})

describe('mails that ask and mails that tell', () => {
  const asking: MailKind[] = [
    'invitation',
    'reminder',
    'last_call',
    'new_link',
    'sign_in',
    'welcome',
    'wrong_address',
    'silent_groups',
    'enquiry_confirmation',
    'list_link',
    'enquiry',
    'registration_confirmation',
    'team_invitation',
  ]
  test.each(mailKinds)('are told apart at a glance: %s', (kind) => {
    const { html } = written(kind.replaceAll('_', '-'))
    const asks = asking.includes(kind)
    expect(/class="first/.test(html)).toBe(asks)
    expect(/class="sheet asks/.test(html)).toBe(asks)
    expect(/class="sheet tells/.test(html)).toBe(!asks)
  })
})

describe('the month’s mail', () => {
  test('shows the record itself, by first names, with the reader first, and says what is missing', () => {
    const { text } = invite('fr', pau)
    expect(text.replaceAll('\u00a0', ' ')).toContain(
      [
        'Archipel Pau',
        '- Vérifié il y a 5 mois',
        '- Référents et référentes : vous, Lou et Sam',
        '- Ville : Pau',
        '- Personnes actives : 96',
        '- Activités : Stand au marché (14 novembre 2026), et 4 autres',
        '- Campagnes : Marche d’automne (17 octobre 2026), et 3 autres',
        '- Formations : Prise de parole (3 mai 2026)',
        '- À compléter : téléphone de Lou',
      ].join('\n'),
    )
    expect(invite('en', pau).text).toContain('- Missing: Lou’s phone')
  })

  test('says in the inbox already what is missing', () => {
    expect(preview(invite('fr', bayonne).html)).toMatch(/^À compléter\u00a0: votre téléphone, personnes actives/)
  })

  test('names three missing things at most, and calls two of one first name by their whole names', () => {
    const people = ['Lou Martin', 'Lou Roy', 'Inès Ba', 'Sam Bonnet'].map((name) => ({
      name,
      isReader: false,
      isInvited: false,
      lacks: ['phone'],
    }))
    const { text } = invite('fr', { ...pau, referents: people, values: { town: null, active_members: null } })
    expect(text).toContain('téléphone de Lou Martin, téléphone de Lou Roy, téléphone d’Inès, 3 autres')
  })

  test('says of somebody who has not answered an invitation only that', () => {
    const { text } = invite('fr', dax)
    expect(text).toContain('vous et Inès (invitation sans réponse)')
    expect(text).not.toContain('À compléter')
  })

  test('says how long it takes: a minute for each group, as long as they are few', () => {
    const button = (name: string) => /class="first[\s\S]*?<a[^>]*>([^<]*)</.exec(written(name).html)?.[1]?.trim()
    expect(button('invitation')).toBe('Vérifier (1\u00a0minute)')
    expect(button('invitation-several')).toBe('Vérifier mes groupes (3\u00a0minutes)')
    expect(button('invitation-many')).toBe('Vérifier mes groupes')
    expect(written('invitation-many').text).toContain('et 9 autres groupes')
  })

  test.each(languages)('has fewer than 120 words of its own, in %s', (language) => {
    const { text } = written('invitation', language)
    const own = text
      .split('\n')
      .filter((line) => !line.startsWith('- ') && !line.startsWith('http'))
      .join(' ')
    const words = own.split(/\s+/).filter((word) => /\p{L}/u.test(word))
    expect(words.length).toBeGreaterThan(40)
    expect(words.length).toBeLessThan(120)
  })

  test('tells how many others have answered only where that is an encouragement', () => {
    const remind = (answered: number) =>
      renderMail(
        { kind: 'reminder', content: { ...owedOf(dax), network: { asked: 106, answered } } },
        { movement, language: 'fr', reader: 'Joëlle', links, now },
      )
    expect(remind(71).text).toContain('71 groupes sur 106 ont déjà répondu.')
    expect(remind(8).text).not.toContain('répondu.\n\n8')
    expect(remind(8).text + remind(8).html).not.toMatch(/8 groupes sur|bgcolor="#b4d3c6"/)
  })
})

describe('every mail', () => {
  test.each(usual)('of the sort %s greets by first name', (name) => {
    const { reader } = sampleNamed(name)
    expect(written(name).text).toContain(`Bonjour ${reader.split(' ')[0]},`)
  })

  test.each(usual)('of the sort %s has an address to copy in which each sign can be seen', (name) => {
    expect(written(name).html).toMatch(/<a class="address"[^>]*text-decoration:none/)
  })

  test('is signed by a person of the team, unless it is to the team', () => {
    expect(written('invitation').text).toContain('\n\nCamille\nArchipel, équipe réseau\n')
    expect(written('sign-in').text).toContain('\n\nArchipel, équipe réseau\n')
    expect(written('sign-in').text).not.toContain('Répondez à ce')
  })

  test('is signed by whoever reads the answers where nobody else is named, and by the team otherwise', () => {
    const sign = (sender: object, coordinators = movement.coordinators) => {
      const { mail, reader } = sampleNamed('receipt')
      const { signature: _, ...unsigned } = movement.sender
      const signed = { ...movement, sender: { ...unsigned, ...sender }, coordinators }
      return renderMail(mail, { movement: signed, language: 'fr', reader, links, now }).text
    }
    const sacha = [{ name: 'Sacha', email: 'sacha@example.org' }]
    expect(sign({ replyTo: 'Sacha@example.org' }, sacha)).toContain('\n\nSacha\nArchipel, équipe réseau\n')
    expect(sign({}, sacha)).toMatch(/\n\nArchipel, équipe réseau\n\n-- /)
  })
})

test('a question to whom was named comes first, with its two answers; both lead to the page that asks', () => {
  const { html } = written('welcome')
  const [yes, no] = [...html.matchAll(/<a href="([^"]*)"[^>]*>\s*([^<]*?)\s*</g)].map(([, href, label]) => [
    label,
    href,
  ])
  expect([yes?.[0], no?.[0]]).toEqual(['Oui, je suis d’accord', 'Non, ou ce n’est pas moi'])
  expect([yes?.[1], no?.[1]]).toEqual([links.open, links.open])
  expect(html.indexOf('Oui, je suis d’accord')).toBeLessThan(html.indexOf('Nous gardons'))
})

test('a renaming is told first, with who wrote', () => {
  const { subject, html, text } = written('news-renamed')
  expect(subject).toBe('Lou Martin et Inès Ba ont corrigé la fiche d’Archipel Béarn')
  expect(preview(html)).toMatch(/^Nom du groupe\u00a0: Archipel Pau → Archipel Béarn/)
  expect(text.indexOf('Archipel Pau → Archipel Béarn')).toBeLessThan(text.indexOf('12 → 20'))
})
