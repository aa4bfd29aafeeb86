import { inLanguages } from '#shared/text/words.ts'
import { properName } from './codecs.ts'
import type { Field, ValuesOf } from './field.ts'
import { emailField } from './sections/referents.ts'

const name: Field<string> = {
  label: inLanguages({ fr: 'Prénom et nom', en: 'First and last name' }),
  control: { kind: 'text' },
  codec: properName(100),
  headings: inLanguages({ fr: ['Nom'], en: ['Name'] }),
  audience: 'coordinators',
}

/** What is asked of somebody who is invited to the team, beside what they may do. */
export const inviteeFields = { name, email: emailField } as const

export type InviteeValues = ValuesOf<typeof inviteeFields>
