import { words } from '#shared/text/words.ts'
import { day, line } from './codecs.ts'
import type { Field, ValuesOf } from './field.ts'

const name: Field<string> = {
  label: words({ fr: 'Campagne', en: 'Campaign' }),
  control: { kind: 'text' },
  codec: line(120),
  headings: words({ fr: ['Campagne', 'Mobilisation'], en: ['Campaign'] }),
  audience: 'public',
}

const heldOn: Field<string> = {
  label: words({ fr: 'Date', en: 'Date' }),
  control: { kind: 'day', width: 'short' },
  codec: day,
  headings: words({ fr: ['Date'], en: ['Date'] }),
  audience: 'public',
}

/** A mobilisation of the whole movement. Keys are the columns of `campaign`. */
export const campaignFields = { name, held_on: heldOn } as const

export type CampaignValues = ValuesOf<typeof campaignFields>
