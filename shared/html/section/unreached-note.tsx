import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import type { SectionView } from './section-view.ts'

type UnreachedNoteProps = { session: Pick<SectionView, 'group' | 'movement' | 'language'> }

/** Says from whom of a group our mails come back, since when and why: whoever knows the right address corrects it, or keeps this one. */
export function UnreachedNote({ session: { group, movement, language } }: UnreachedNoteProps) {
  const text = textIn(language, movement).form
  return (
    <>
      {group.unreached.map(({ name, since, words }) => (
        <p class="line trouble">
          {text.unreached(name, showDay(localTime(since, movement.timeZone).day, language), words)}
        </p>
      ))}
    </>
  )
}
