import { inLanguages } from '#shared/text/words.ts'
import { day, line } from './codecs.ts'
import type { Field, ValuesOf } from './field.ts'

const name: Field<string> = {
  label: inLanguages({ fr: 'Campagne', en: 'Campaign' }),
  control: { kind: 'text' },
  codec: line(120),
  headings: inLanguages({ fr: ['Campagne', 'Mobilisation'], en: ['Campaign'] }),
  audience: 'public',
}

const heldOn: Field<string> = {
  label: inLanguages({ fr: 'Date', en: 'Date' }),
  control: { kind: 'day', width: 'short' },
  codec: day,
  headings: inLanguages({ fr: ['Date'], en: ['Date'] }),
  audience: 'public',
}

/** A mobilisation of the whole movement. Keys are the columns of `campaign`. */
export const campaignFields = { name, held_on: heldOn } as const

export type CampaignValues = ValuesOf<typeof campaignFields>
