import type { Revision } from '#shared/db/history.ts'
import type { RowNames } from '#shared/domain/change-words.ts'
import { localTime } from '#shared/domain/zone.ts'
import { ChangeList } from '#shared/html/change-list.tsx'
import type { Sections } from '#shared/record/sections.ts'
import { authorName } from '#shared/text/author-name.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { momentName } from './dates.ts'

type RevisionProps = {
  group: string
  revision: Revision
  names: RowNames
  sections: Sections
  language: Language
  movement: OwnWords
  /** On a page of its own. */
  isWhole?: boolean
}

/** The page of a group's history on which a revision stands among others. */
export function revisionPath(group: string, { number }: Pick<Revision, 'number'>): string {
  return `/dashboard/groups/${group}/history?before=${number + 1}#revision-${number}`
}

/** The page that has all of what it changed. */
export function wholePath(group: string, { number }: Pick<Revision, 'number'>, from = 0): string {
  return `/dashboard/groups/${group}/history?revision=${number}${from > 0 ? `&from=${from}` : ''}`
}

/** One write to a group's record: when, by whom, its changes with before and after. */
export function RevisionItem({ timeZone, ...props }: RevisionProps & { timeZone: string }) {
  const { revision, language, movement } = props
  const { day } = localTime(revision.madeAt, timeZone)
  const year = day.slice(0, 4)
  return (
    <li id={`revision-${revision.number}`}>
      <p class="counted">
        <time datetime={revision.madeAt.toISOString()}>
          {momentName(revision.madeAt, timeZone, language, movement, year)}
        </time>
        {' · '}
        {authorInWords(revision, language, movement)}
      </p>
      <ChangeLines {...props} />
    </li>
  )
}

export function authorInWords({ author, by, undoes }: Revision, language: Language, movement: OwnWords): string {
  const text = textIn(language, movement).history
  const name = authorName(text, author, by)
  return undoes === null ? name : text.tookBack(name)
}

export function ChangeLines({ group, revision, names, sections, language, isWhole = false }: RevisionProps) {
  const more = { changes: revision.written - revision.changes.length, href: wholePath(group, revision) }
  const text = textIn(language, sections).history
  if (revision.author === 'import' && revision.number === 1) return <p>{text.firstImport}</p>
  return (
    <>
      <ChangeList
        changes={revision.changes}
        names={names}
        sections={sections}
        language={language}
        {...(isWhole ? {} : { more })}
      />
      {revision.undoneBy !== null && <p class="soft">{text.undone}</p>}
    </>
  )
}
