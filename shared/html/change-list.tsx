import type { Change } from '#shared/domain/change.ts'
import { type ChangeWords, changeInWords, type RowNames } from '#shared/domain/change-words.ts'
import type { Sections } from '#shared/record/sections.ts'
import { labelled } from '#shared/text/colon.ts'
import { cut } from '#shared/text/cut.ts'
import { arrowIn, type Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

type ChangeListProps = {
  changes: readonly Change[]
  names: RowNames
  sections: Sections
  language: Language
  /** Where there is more to read than stands here: how many changes, and the page that has all of it. Long texts are cut. */
  more?: { changes: number; href: string }
}

/** Characters of a text that stands beside others. */
const mostBeside = 100

/** What a revision changed, before and after. */
export function ChangeList({ changes, names, sections, language, more }: ChangeListProps) {
  const text = textIn(language, sections).history
  const told = changes.map((change) => changeInWords(change, names, sections, language))
  const shown = more ? told.map(shortened) : told
  const isCut = shown.some(({ what, before, after }, index) => {
    const whole = told[index]
    return what !== whole?.what || before !== whole.before || after !== whole.after
  })
  return (
    <ul class="known">
      {shown.map(({ what, before, after }) => {
        return (
          <li>
            <span class="soft">{labelled(what, language).trimEnd()}</span>{' '}
            {before !== null && (
              <del>
                {after !== null && <span class="hidden">{text.before} </span>}
                {before}
              </del>
            )}
            {before !== null && after !== null && <span aria-hidden="true"> {arrowIn(language)} </span>}
            {after !== null && (
              <ins>
                {before !== null && <span class="hidden">{text.after} </span>}
                {after}
              </ins>
            )}
          </li>
        )
      })}
      {more && (more.changes > 0 || isCut) && (
        <li>
          <a class="plain" href={more.href}>
            {more.changes > 0 ? text.moreChanges(more.changes) : text.whole}
          </a>
        </li>
      )}
    </ul>
  )
}

function shortened({ what, before, after }: ChangeWords): ChangeWords {
  const short = (value: string | null) => value && cut(value, mostBeside)
  return { what: cut(what, mostBeside), before: short(before), after: short(after) }
}
