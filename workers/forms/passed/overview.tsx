import { localTime } from '#shared/domain/zone.ts'
import type { Section } from '#shared/record/section.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from '../env.ts'
import { Frame } from '../frame.tsx'
import { respondForm } from '../respond-form.ts'
import { SectionSummary } from '../section-summary.tsx'
import { openPassed, type PassedView } from './open.ts'

/** A group's record as whoever was passed a link sees it: what it is and does, and nobody of it. */
export async function showPassed(context: FormsContext): Promise<Response> {
  const view = await openPassed(context)
  const { movement, language, group, by, expiresAt, path } = view
  const text = textIn(language, movement).passed
  const name = group.record.group[0]?.name ?? ''
  const until = localTime(expiresAt, movement.timeZone)
  const isSaved = context.req.query('done') === 'saved'
  return respondForm(
    <Frame movement={movement} language={language} title={name} path={path}>
      <div class="flow">
        {isSaved && (
          <div class="done note" role="status" tabindex={-1} autofocus>
            <p>{text.saved}</p>
          </div>
        )}
        <h1>{name}</h1>
        <p class="lead">{text.lead}</p>
        <p>{text.allRight(by.name)}</p>
        <p class="soft">{text.about(by.name, showDay(until.day, language), until.time)}</p>
        <div class="card briefs">
          {movement.sections.asked.map((section) => (
            <PassedSection view={view} section={section} />
          ))}
        </div>
      </div>
    </Frame>,
  )
}

function PassedSection({ view, section }: { view: PassedView; section: Section }) {
  const { language, movement, path } = view
  const title = section.words.title[language]
  return (
    <section class="brief" aria-labelledby={`${section.name}-title`}>
      <h2 id={`${section.name}-title`}>{title}</h2>
      <SectionSummary session={view} section={section} />
      <div class="row acts">
        <a class="button quiet slim" href={`${path}/${section.name}`}>
          <span>
            {textIn(language, movement).form.correct}
            <span class="hidden">, {title}</span>
          </span>
        </a>
      </div>
    </section>
  )
}
