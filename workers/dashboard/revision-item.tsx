import type { Revision } from '#shared/db/history.ts'
import type { RowNames } from '#shared/domain/change-words.ts'
import { localTime } from '#shared/domain/zone.ts'
import { ChangeList } from '#shared/html/change-list.tsx'
import type { Sections } from '#shared/record/sections.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { dayName } from './dates.ts'

type RevisionProps = { revision: Revision; names: RowNames; sections: Sections; language: Language }

/** One write to a group's record: when, by whom, each change with before and after. */
export function RevisionItem({ timeZone, revision, names, sections, language }: RevisionProps & { timeZone: string }) {
  const { day } = localTime(revision.madeAt, timeZone)
  return (
    <li id={`revision-${revision.number}`}>
      <p class="counted">
        <time datetime={revision.madeAt.toISOString()}>{`${dayName(day, language)} ${day.slice(0, 4)}`}</time>
        {' · '}
        {authorInWords(revision, language)}
      </p>
      <ChangeLines revision={revision} names={names} sections={sections} language={language} />
    </li>
  )
}

export function authorInWords({ author, by, undoes }: Revision, language: Language): string {
  const text = textIn(language).history
  const name = by === null ? text.authors[author] : author === 'coordinator' ? text.forTeam(by) : by
  return undoes === null ? name : text.tookBack(name)
}

export function ChangeLines({ revision, names, sections, language }: RevisionProps) {
  const text = textIn(language).history
  if (revision.author === 'import' && revision.number === 1) return <p>{text.firstImport}</p>
  return (
    <>
      <ChangeList changes={revision.changes} names={names} sections={sections} language={language} />
      {revision.undoneBy !== null && <p class="soft">{text.undone}</p>}
    </>
  )
}
