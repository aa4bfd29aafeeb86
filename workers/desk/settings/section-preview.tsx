import { blankRow, typedFromRecord } from '#shared/domain/typed-section.ts'
import { localTime } from '#shared/domain/zone.ts'
import { SectionForm } from '#shared/html/section/section-form.tsx'
import type { Movement } from '#shared/movement.ts'
import { emptyRecord } from '#shared/record/record.ts'
import type { Section } from '#shared/record/section.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { blankGroup, blankValues } from '../blank-group.ts'
import type { DeskContext } from '../env.ts'

/** Whoever would look, and the row that they would fill in. */
const nobody = 'preview-person'

/** The page on which a group corrects a section, as a referent sees it once the movement asks so (`tried`). Nothing can be typed in it. */
export function showSectionPreview(context: DeskContext, tried: Movement, section: Section): Promise<Response> {
  const { language, now } = context.var
  const text = textIn(language, tried).settings.question
  const uid = 'preview-group'
  const group = { ...blankValues(tried.sections), uid, name: tried.name }
  const record = { ...emptyRecord(tried.sections), group: [group] }
  const heldOn = localTime(now, tried.timeZone).day
  const session = {
    movement: tried,
    language,
    path: '',
    group: blankGroup(uid, record),
    person: { uid: nobody },
    agreed: [],
    campaigns: [{ uid: nobody, name: section.words.row[language], heldOn }],
    places: [],
    suppressed: [],
  }
  const rows = section.list === 'group' ? typedFromRecord(section.fields, [group]) : [blankRow(nobody)]
  const { heading, lead } = section.words.form
  return respondFrame(context, {
    title: text.pageTitle,
    children: (
      <div class="flow narrow">
        <div class="note">
          <h1 class="plain-title">{text.pageTitle}</h1>
          <p>{text.pageLead}</p>
        </div>
        <fieldset class="flow" disabled>
          <legend class="hidden">{text.pageTitle}</legend>
          <SectionForm
            session={session}
            state={{ section: section.name, rows, since: 0, page: '', held: null }}
            at={{ action: context.req.path, back: context.req.path, heading: heading[language], lead: lead[language] }}
          />
        </fieldset>
      </div>
    ),
  })
}
