import { type Doing, doingsOf } from '#shared/db/group-doings.ts'
import type { GroupFilter } from '#shared/domain/group-filter.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import type { CellView, TableColumn } from './columns.tsx'
import { doingsShown } from './find-groups.ts'

/** What a filter found of each group, where it looks for what groups did: the day, the theme or title, how many people; null where it looks for nothing. */
export function foundColumn(filter: GroupFilter, { movement }: CellView): TableColumn | null {
  const kind = doingsOf(filter)
  const section = kind && movement.sections.of(kind)
  if (!section) return null
  return {
    label: section.words.title,
    cell: ({ doings }, view) => (
      <>
        {doings.slice(0, doingsShown).map((doing) => (
          <span class="contact">
            {showDay(doing.on, view.language)}, {said(doing, view)}{' '}
          </span>
        ))}
        {doings.length > doingsShown && (
          <span class="contact soft">{textIn(view.language, view.movement).dashboard.groups.others}</span>
        )}
      </>
    ),
    text: ({ doings }, view) => doings.map((doing) => `${doing.on} ${said(doing, view)}`).join(' ; '),
  }
}

function said({ title, people }: Doing, { language, movement }: CellView): string {
  return people === null ? title : `${title} (${textIn(language, movement).dashboard.groups.people(people)})`
}
