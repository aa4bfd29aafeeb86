import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import type { SectionView } from './section-view.ts'

type UnreachedNoteProps = { session: Pick<SectionView, 'group' | 'movement' | 'language' | 'person'> }

/** Says from whom of a group our mails come back, since when and why: whoever knows the right address corrects it, or keeps this one. Whose address it is, is spoken to. */
export function UnreachedNote({ session: { group, movement, language, person } }: UnreachedNoteProps) {
  const text = textIn(language, movement).form
  return (
    <>
      {group.unreached.map(({ uid, name, since }) => {
        const day = showDay(localTime(since, movement.timeZone).day, language)
        return <p class="line trouble">{uid === person.uid ? text.unreachedOwn(day) : text.unreached(name, day)}</p>
      })}
    </>
  )
}
