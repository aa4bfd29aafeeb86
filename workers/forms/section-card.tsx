import { freshness } from '#shared/domain/freshness.ts'
import { firstName } from '#shared/domain/person-name.ts'
import type { SectionProgress } from '#shared/domain/section-progress.ts'
import { UnreachedNote } from '#shared/html/section/unreached-note.tsx'
import type { SectionName } from '#shared/record/record.ts'
import { showAge } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import type { GroupLinkSession } from './link-session.ts'
import { SectionSummary } from './section-summary.tsx'

type SectionCardProps = {
  session: GroupLinkSession
  section: SectionName
  progress: SectionProgress
  now: Date
  page: string
}

/** What we know of one section, how it stands, and its two answers: to correct, or nothing to change. */
export function SectionCard({ session, section, progress, now, page }: SectionCardProps) {
  const { group, language, path } = session
  const text = textIn(language, session.movement).form
  const declared = session.movement.sections.named(section)
  const title = declared.words.title[language]
  const address = `${path}/${group.uid}`
  return (
    <section class="brief" aria-labelledby={`${section}-title`}>
      <div class="row between">
        <h3 id={`${section}-title`}>{title}</h3>
        <p class={`state ${progress === 'done' ? 'fresh' : progress}`}>{text.progressOf[progress]}</p>
      </div>
      <SectionSummary session={session} section={declared} />
      {section === 'referents' && <UnreachedNote session={session} />}
      <p class="hint">{ageText(session, section, now)}</p>
      <div class="row acts">
        <a class="button quiet slim" href={`${address}/${section}`}>
          <span>
            {text.correct}
            <span class="hidden">, {title}</span>
          </span>
        </a>
        {progress !== 'done' && (
          <form method="post" action={address}>
            <input type="hidden" name="page" value={page} />
            <button type="submit" class="quiet slim" name="section" value={section}>
              {text.sectionRight}
              <span class="hidden">, {title}</span>
            </button>
          </form>
        )}
      </div>
    </section>
  )
}

function ageText({ movement, group, language }: GroupLinkSession, section: SectionName, now: Date): string {
  const text = textIn(language, movement).form
  const days = freshness(group.checks, section, now)
  const by = group.checks.find((check) => check.section === section)?.by ?? null
  return days === null ? text.neverChecked : text.checkedAgo(showAge(days, language), by && shortName(group, by))
}

/** The first name, as long as nobody else of the group has it. */
function shortName({ record }: GroupLinkSession['group'], name: string): string {
  const short = firstName(name)
  return record.referents.filter((referent) => firstName(referent.name) === short).length > 1 ? name : short
}
