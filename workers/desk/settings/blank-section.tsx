import { blankRow, typedFromRecord } from '#shared/domain/typed-section.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Html } from '#shared/html/jsx-runtime.ts'
import { SectionForm, type SectionPlace } from '#shared/html/section/section-form.tsx'
import type { Movement } from '#shared/movement.ts'
import { emptyRecord } from '#shared/record/record.ts'
import type { Section } from '#shared/record/section.ts'
import type { Language } from '#shared/text/language.ts'
import { blankGroup, blankValues } from '../blank-group.ts'

/** Whoever would look, and the row that they would fill in. */
const nobody = 'preview-person'

type BlankSectionProps = { movement: Movement; section: Section; language: Language; now: Date; at?: SectionPlace }

/** The form of a section as a referent has it, of a group of which nothing is known yet. */
export function BlankSection({ movement, section, language, now, at }: BlankSectionProps): Html {
  const group = { ...blankValues(movement.sections), uid: 'preview-group', name: movement.name }
  const record = { ...emptyRecord(movement.sections), group: [group] }
  const heldOn = localTime(now, movement.timeZone).day
  const session = {
    movement,
    language,
    path: '',
    group: blankGroup(group.uid, record),
    person: { uid: nobody },
    agreed: [],
    campaigns: [{ uid: nobody, name: section.words.row[language], heldOn }],
    places: [],
    suppressed: [],
  }
  const rows = section.list === 'group' ? typedFromRecord(section.fields, [group]) : [blankRow(nobody)]
  const state = { section: section.name, rows, since: 0, page: '', held: null }
  return <SectionForm session={session} state={state} {...(at ? { at } : {})} />
}
