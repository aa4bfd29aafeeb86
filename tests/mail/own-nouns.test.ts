import { expect, test } from 'vitest'
import config from '#sample/movement.config.ts'
import { renderMail } from '#shared/mail/render.ts'
import { sampleNow as now } from '#shared/mail/sample.ts'
import { sampleLinks as links, samples } from '#shared/mail/samples.ts'
import { movementOf } from '#shared/movement.ts'

const movement = movementOf({
  ...config,
  nouns: {
    group: { fr: { one: 'antenne', many: 'antennes', gender: 'feminine' }, en: { one: 'chapter', many: 'chapters' } },
    referent: { fr: { one: 'relais', many: 'relais', gender: 'masculine' }, en: { one: 'lead', many: 'leads' } },
    area: { fr: { one: 'secteur', many: 'secteurs', gender: 'masculine' }, en: { one: 'area', many: 'areas' } },
  },
})
/** What the movement or its team wrote: names of mailing lists, words to a group and from it. */
const theirs =
  /Entraide entre groupes|Groups helping groups|Il y a déjà un groupe à Pau|dans la partie «.Le groupe.»|changer le nom du groupe|There is a group in Pau already/g
const ours = {
  fr: /.{0,40}(?<![\p{L}·-])(groupes?|référent·es?|régions?)(?![\p{L}·-]).{0,30}/giu,
  en: /.{0,40}(?<![\p{L}-])(groups?|referents?|regions?)(?![\p{L}-]).{0,30}/giu,
}

test.each(['fr', 'en'] as const)('a movement with its own nouns sends none of ours in any mail, in %s', (language) => {
  const left = samples.flatMap(({ mail, name, reader }) => {
    const { subject, html, text } = renderMail(mail, { movement, language, reader, links, now })
    const said = [subject, html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' '), text].join('\n').replace(theirs, '')
    return [...said.matchAll(ours[language])].map(([there]) => `${name}: ${there}`)
  })
  expect(left).toEqual([])
})
