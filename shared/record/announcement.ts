import { inLanguages } from '#shared/text/words.ts'
import { day, optional, paragraphs } from './codecs.ts'
import { url } from './contact-codecs.ts'
import type { Field } from './field.ts'

const body: Field<string | null> = {
  label: inLanguages({ fr: 'Quelques lignes', en: 'A few lines' }),
  control: { kind: 'long_text' },
  codec: optional(paragraphs(600)),
  headings: inLanguages({ fr: ['Mot du mois'], en: ['Word of the month'] }),
  audience: 'group',
}

const link: Field<string | null> = {
  label: inLanguages({ fr: 'Un lien, si vous voulez', en: 'A link, if you like' }),
  control: { kind: 'url' },
  codec: optional(url),
  headings: inLanguages({ fr: ['Lien'], en: ['Link'] }),
  audience: 'group',
}

const untilOn: Field<string> = {
  label: inLanguages({ fr: 'Montré jusqu’au', en: 'Shown until' }),
  hint: inLanguages({ fr: 'Ce jour compris. Exemple : 20/12/2026', en: 'That day included. Example: 20/12/2026' }),
  control: { kind: 'day', width: 'short', asked: { year: 'near' } },
  codec: day,
  headings: inLanguages({ fr: ['Jusqu’au'], en: ['Until'] }),
  audience: 'group',
}

/** What the team says in a month, in one language, and until when. */
export const announcementFields = { body, url: link, until_on: untilOn } as const
