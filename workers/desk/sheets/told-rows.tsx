import { folded } from '#shared/sheet/folded.ts'
import { problemWords } from '#shared/sheet/problem-words.ts'
import type { RecognisedSheet } from '#shared/sheet/recognise.ts'
import { remarkWords } from '#shared/sheet/remark-words.ts'
import type { Faulted, Remark } from '#shared/sheet/summary.ts'
import { cut } from '#shared/text/cut.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

/** Characters of a value that is told. */
export const longest = 80

type RowRemarksProps = { remarks: readonly Remark[]; sheet: RecognisedSheet; language: Language; movement: OwnWords }

/** Names alone where the title says it all; else a line each, with what was read or left out. */
export function RowRemarks({ remarks, sheet, language, movement }: RowRemarksProps) {
  const telling = { language, movement, cut: (text: string) => cut(text, longest) }
  const lines = remarks.map((one) => ({ who: cut(one.who, longest), words: remarkWords(one, sheet, telling) }))
  if (lines.every(({ words }) => words === '')) return <p>{[...new Set(lines.map(({ who }) => who))].join(' · ')}</p>
  return (
    <ul class="known">
      {lines.map(({ who, words }) => (
        <li>
          <b>{who}</b>
          <div>{words}</div>
        </li>
      ))}
    </ul>
  )
}

/** How many faults are told one by one: all of them are in the file. */
const faultsTold = 12

export function FaultyRows({
  title,
  faults,
  language,
  movement,
}: {
  title: string
  faults: readonly Faulted[]
  language: Language
  movement: OwnWords
}) {
  if (faults.length === 0) return null
  const { sheet: words, sheets: text } = textIn(language, movement)
  const told = folded(faults).slice(0, faultsTold)
  const shown = told.reduce((sum, { again }) => sum + again, told.length)
  return (
    <div>
      <h3>{title}</h3>
      <ul class="known">
        {told.map(({ who, entry, fault, again }) => {
          const heading = entry.sheet.headings[fault.columns[0] ?? -1] ?? ''
          const parts = [
            again > 0 ? words.lineAndMore(entry.row.line, again) : words.line(entry.row.line),
            again > 0 ? '' : cut(who, longest),
            cut(heading, longest),
            cut(fault.value, longest),
          ]
          return (
            <li>
              {parts.filter((part) => part !== '').join(' · ')}
              <div class="soft">
                {fault.problem.code === 'state_unknown'
                  ? text.stateUnknown
                  : problemWords(fault.problem, language, movement)}
              </div>
            </li>
          )
        })}
      </ul>
      <More shown={shown} count={faults.length} language={language} movement={movement} />
    </div>
  )
}

export function More({
  shown,
  count,
  language,
  movement,
}: {
  shown: number
  count: number
  language: Language
  movement: OwnWords
}) {
  return count > shown ? <p class="soft">{textIn(language, movement).sheets.more(count - shown)}</p> : null
}
