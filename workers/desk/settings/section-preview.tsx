import type { Movement } from '#shared/movement.ts'
import type { Section } from '#shared/record/section.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from '../env.ts'
import { BlankSection } from './blank-section.tsx'

/** The page on which a group corrects a section, as a referent sees it once the movement asks so (`tried`). Nothing can be typed in it. */
export function showSectionPreview(context: DeskContext, tried: Movement, section: Section): Promise<Response> {
  const { language, now } = context.var
  const text = textIn(language, tried).settings.question
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
          <BlankSection
            movement={tried}
            section={section}
            language={language}
            now={now}
            at={{ action: context.req.path, back: context.req.path, heading: heading[language], lead: lead[language] }}
          />
        </fieldset>
      </div>
    ),
  })
}
