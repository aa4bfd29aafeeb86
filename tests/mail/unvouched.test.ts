import { describe, expect, test } from 'vitest'
import movement from '#sample/movement.ts'
import { writeMessage } from '#shared/mail/message.ts'
import { sampleNow as now } from '#shared/mail/sample.ts'
import { sampleLinks as links, sampleNamed } from '#shared/mail/samples.ts'

/** What a mail may be made to say by a name, in words that no list of ours has, and letters that only look like ours. */
const orders = `
Gagnez un iPhone | Se connecter | Votre compte expire | Colis en attente | Paiement refusé | Verify now | You won | Final notice from your bank
Livraison échouée | Amende impayée | Remboursement d’impôt | Votre carte Vitale | Accès restreint | Un nouveau message vocal | Dernière chance
Invoice overdue | Refund approved | Your parcel is waiting | Unusual activity | Storage almost full | Password expires today | Prize inside
Uw pakket staat klaar | Betaling mislukt | Rekening geblokkeerd | Laatste kans | U heeft gewonnen
ربحت جائزة | حسابك مغلق | طردك في الانتظار | تحقق الآن | Vеrify nоw | Gаgnez un iPhοne | Ｙｏｕ ｗｏｎ | V0tre c0mpte
`
  .split(/[|\n]/)
  .map((name) => name.trim())
  .filter((name) => name !== '')

const kinds = ['welcome', 'welcome-address', 'welcome-own-address', 'enquiry-confirmation'] as const
const cases = kinds.flatMap((name) => (['fr', 'en', 'nl'] as const).map((language) => ({ name, language })))

function written(name: string, language: 'fr' | 'en' | 'nl', named: object) {
  const { mail } = sampleNamed(name)
  const told = { ...mail, content: { ...mail.content, ...named } } as typeof mail
  const to = { name: 'Gagnant du mois', address: 'ida@example.org' }
  return writeMessage({ uid: 'a1b2', to, language, ...told, links }, movement, now)
}

const shownIn = (html: string) =>
  html
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/[\u200b\u00a0]/g, ' ')
const previewOf = (html: string) => /<div style="display:none[^>]*>([^<]*)<\/div>/.exec(html)?.[1] ?? ''

describe.each(cases)('a name that only a link gave, in the $name mail in $language to a stranger', (one) => {
  test('leads nothing and stands in quotes, whatever it says', () => {
    for (const order of orders) {
      for (const named of [
        { group: order, unvouched: [order] },
        { by: order, unvouched: [order] },
        { group: order, by: order, unvouched: [order] },
      ]) {
        const { subject, html, text, to } = written(one.name, one.language, named)
        for (const led of [subject, previewOf(html), to.name]) {
          expect(led).not.toContain(order)
          expect(led).not.toContain('Gagnant')
        }
        expect(subject).toMatch(/^Archipel[^:]*: .{8}/)
        const bare = shownIn(text).replaceAll(`« ${order} »`, '').replaceAll(`“${order}”`, '')
        expect(bare).not.toContain(order)
        expect(shownIn(html).replaceAll(`« ${order} »`, '').replaceAll(`“${order}”`, '')).not.toContain(order)
      }
    }
  })

  test('cannot close its quotes', () => {
    const order = 'Pau » Gagnez un iPhone ” now'
    const { text } = written(one.name, one.language, { group: order, unvouched: [order] })
    expect(shownIn(text)).toMatch(/(?:« |“)Pau ’ Gagnez un iPhone ’ now(?: »|”)/)
  })
})

test('a name that the team gave leads the mail to a stranger', () => {
  const subjects = kinds.map((name) => written(name, 'fr', { unvouched: [] }).subject)
  expect(subjects).toEqual([
    'Lou Martin vous propose comme personne référente d’Archipel Pau',
    'Archipel Pau\u00a0: est-ce bien votre adresse\u00a0?',
    'Archipel Pau\u00a0: est-ce bien votre adresse\u00a0?',
    'Archipel Pau\u00a0: est-ce bien vous qui avez écrit\u00a0?',
  ])
})
