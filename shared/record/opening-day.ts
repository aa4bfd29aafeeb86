import { inLanguages } from '#shared/text/words.ts'
import { day } from './codecs.ts'
import type { Field } from './field.ts'

/** The day on which the next round opens instead. */
export const newDayField: Field<string> = {
  label: inLanguages({ fr: 'Nouveau jour', en: 'New day' }),
  control: { kind: 'day', width: 'short', asked: { year: 'near' } },
  codec: day,
  headings: inLanguages({ fr: ['Jour'], en: ['Day'] }),
  audience: 'group',
}
