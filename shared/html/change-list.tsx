import type { Change } from '#shared/domain/change.ts'
import { changeInWords, type RowNames } from '#shared/domain/change-words.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

type ChangeListProps = { changes: readonly Change[]; names: RowNames; sections: Sections; language: Language }

/** What a revision changed, before and after. */
export function ChangeList({ changes, names, sections, language }: ChangeListProps) {
  const text = textIn(language).history
  return (
    <ul class="known">
      {changes.map((change) => {
        const { what, before, after } = changeInWords(change, names, sections, language)
        return (
          <li>
            <span class="soft">
              {what}
              {language === 'fr' ? '\u00a0:' : ':'}
            </span>{' '}
            {before !== null && (
              <del>
                <span class="hidden">{text.before} </span>
                {before}
              </del>
            )}
            {before !== null && after !== null && <span aria-hidden="true"> → </span>}
            {after !== null && (
              <ins>
                <span class="hidden">{text.after} </span>
                {after}
              </ins>
            )}
          </li>
        )
      })}
    </ul>
  )
}
