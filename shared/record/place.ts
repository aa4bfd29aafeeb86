import { inLanguages } from '#shared/text/words.ts'
import { line } from './codecs.ts'
import type { Field } from './field.ts'
import { whereaboutsFields } from './sections/identity.ts'

const name: Field<string> = {
  label: inLanguages({ fr: 'Commune', en: 'Town' }),
  control: { kind: 'derived' },
  codec: line(80),
  headings: inLanguages({ fr: ['Commune', 'Ville', 'Nom'], en: ['Town', 'City', 'Name'] }),
  audience: 'public',
}

/** A town and where it is. Keys are the columns of `place`. */
export const placeFields = { name, ...whereaboutsFields } as const
