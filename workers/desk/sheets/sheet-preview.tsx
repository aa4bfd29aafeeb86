import type { Value } from '#shared/record/row.ts'
import { showValue } from '#shared/record/show.ts'
import { sheetKinds, spokenKind } from '#shared/sheet/kinds.ts'
import type { Status } from '#shared/sheet/merge-rows.ts'
import { possibleKinds } from '#shared/sheet/possible-kinds.ts'
import type { RecognisedSheet } from '#shared/sheet/recognise.ts'
import type { ChangeLine, SheetSummary, Summary } from '#shared/sheet/summary.ts'
import { templateHeadings } from '#shared/sheet/template-sheet.ts'
import { cut } from '#shared/text/cut.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { DeskContext } from '../env.ts'
import { FaultyRows, longest, More, RowRemarks } from './told-rows.tsx'
import { type Choices, kindInput, meaningInput, stateWords } from './uploaded-sheet.ts'

type PreviewProps = { context: DeskContext; summary: Summary; sheets: readonly RecognisedSheet[]; choices: Choices }

/** What a file would change, sheet by sheet, and what whoever sent it is asked. */
export function SheetPreview({ context, summary, sheets, choices }: PreviewProps) {
  const { language } = context.var
  return (
    <>
      <Questions
        context={context}
        sheets={sheets}
        choices={choices}
        lost={lostOf(summary)}
        moving={movingTowns(summary)}
        states={unknownStates(summary)}
      />
      {summary.sheets.map((sheet) => (
        <OneSheet summary={sheet} language={language} movement={context.var.movement} />
      ))}
    </>
  )
}

/** Sheets of referents of which every row names a group that we do not know: before the first group is there, they are what groups are made from. */
function lostOf({ sheets }: Summary): Set<string> {
  const isLost = ({ sheet, counts, refusedRows }: SheetSummary) =>
    sheet.kind === 'referents' && refusedRows > 0 && Object.values(counts).every((count) => count === 0)
  return new Set(sheets.filter(isLost).map(({ sheet }) => sheet.title))
}

/** Sheets that would move towns that we know: whoever sent them says whether they are right. */
function movingTowns({ sheets }: Summary): Set<string> {
  const moving = sheets.filter(({ faults }) => faults.some(({ fault }) => fault.problem.code === 'town_moved'))
  return new Set(moving.map(({ sheet }) => sheet.title))
}

/** Words for how groups do that nobody has explained, each behind its heading, as `headings` has them. */
function unknownStates({ sheets }: Summary): string[] {
  const unknown = sheets
    .flatMap(({ faults }) => faults)
    .filter(({ fault: { problem, value } }) => problem.code === 'state_unknown' && value.length <= longest)
  const words = unknown.map(
    ({ entry, fault }) => `${entry.sheet.headings[fault.columns[0] ?? -1] ?? ''}=${fault.value}`,
  )
  return [...new Set(words.filter((word) => !word.startsWith('=')))].slice(0, mostStates)
}

/** Of a column that holds remarks, not each is asked. */
const mostStates = 8

type QuestionsProps = Omit<PreviewProps, 'summary'> & {
  lost: ReadonlySet<string>
  moving: ReadonlySet<string>
  states: readonly string[]
}

/** What is asked: which kind a doubtful sheet is, and what a column means that we do not know. */
function Questions({ context, sheets, choices, lost, moving, states }: QuestionsProps) {
  const { language, movement } = context.var
  const { sheets: text, sheet: words } = textIn(language, movement)
  const doubtful = sheets.filter(
    ({ doubt, title }) => doubt !== null || [choices.kinds, lost, moving].some((asked) => asked.has(title)),
  )
  const [saidStates, saidHeadings] = [true, false].map((is) =>
    Object.keys(choices.meanings).filter((one) => one.includes('=') === is),
  )
  const unsure = [...new Set([...sheets.flatMap((sheet) => sheet.unsure), ...(saidHeadings ?? [])])]
  const askedStates = [...new Set([...states, ...(saidStates ?? [])])]
  const ignored = [...new Set(sheets.flatMap((sheet) => sheet.ignored))].filter((one) => !unsure.includes(one))
  if (doubtful.length + unsure.length + ignored.length + askedStates.length === 0) return null
  const headings = [...new Set(templateHeadings(sheetKinds(movement), language))]
  const meanings = (id: string, asked: string[], offered = headings) => (
    <Meanings id={id} asked={asked} headings={offered} choices={choices} context={context} />
  )
  return (
    <fieldset class="card flow">
      <legend>{text.questions}</legend>
      {doubtful.map((sheet, index) => {
        const chosen = choices.kinds.get(sheet.title)
        const isLost = lost.has(sheet.title)
        const others = [
          ...(isLost ? [sheet.kind, 'groups' as const] : []),
          ...(moving.has(sheet.title) ? [sheet.kind] : []),
          ...(chosen ? [chosen] : []),
        ]
        const kinds = [...new Set([...possibleKinds(sheet), ...others])]
        return (
          <div class="field">
            <label for={`as-${index}`}>{text.isKind(sheet.title)}</label>
            {sheet.doubt && (
              <p class="hint">
                {words.because(words.doubts[sheet.doubt.code], cut(sheet.doubt.signs.join(', '), 200))}
              </p>
            )}
            {isLost && <p class="hint">{text.lost}</p>}
            <select id={`as-${index}`} name={kindInput(sheet.title)}>
              <option value="">{text.leaveOut}</option>
              {kinds.map((kind) => (
                <option value={kind} selected={kind === chosen}>
                  {words.kinds[spokenKind(kind)]}
                </option>
              ))}
            </select>
          </div>
        )
      })}
      {meanings('means', unsure)}
      {meanings('state', askedStates, stateWords(language))}
      {ignored.length > 0 && (
        <details>
          <summary>{text.otherColumns(ignored.length)}</summary>
          <div class="flow">{meanings('other', ignored)}</div>
        </details>
      )}
      <button type="submit" class="quiet" name="do" value="look">
        {text.again}
      </button>
    </fieldset>
  )
}

type MeaningsProps = {
  context: DeskContext
  id: string
  asked: readonly string[]
  headings: readonly string[]
  choices: Choices
}

/** A heading, or a word for how groups do behind its own (`Statut=moribond`). */
function meaningAsked(heading: string, text: ReturnType<typeof textIn>['sheets']): string {
  const at = heading.indexOf('=')
  return at < 0 ? text.means(heading) : text.meansState(heading.slice(at + 1), heading.slice(0, at))
}

/** What each of these columns, or words, means. */
function Meanings({ context, id, asked, headings, choices }: MeaningsProps) {
  const { language, movement } = context.var
  const { sheets: text } = textIn(language, movement)
  return (
    <>
      {asked.map((heading, index) => (
        <div class="field">
          <label for={`${id}-${index}`}>{meaningAsked(heading, text)}</label>
          <select id={`${id}-${index}`} name={meaningInput(heading)}>
            <option value="">{heading.includes('=') ? text.noState : text.nothing}</option>
            {headings.map((one) => (
              <option value={one} selected={choices.meanings[heading] === one}>
                {one}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  )
}

type SheetProps = { summary: SheetSummary; language: Language; movement: OwnWords }

function OneSheet({ summary, language, movement }: SheetProps) {
  const { sheet: words, sheets: text } = textIn(language, movement)
  const { sheet, counts, refusedRows, faults, mailed, recipients, leftOut, changes, made } = summary
  const kind = spokenKind(sheet.kind)
  const statuses: Status[] = ['new', 'changed', 'unchanged', ...(counts.doubled > 0 ? ['doubled' as const] : [])]
  const tally = [
    ...statuses.map((status) => words.status(kind, status, counts[status])),
    ...(refusedRows > 0 ? [words.refused(refusedRows)] : []),
    ...(leftOut.count > 0 ? [words.leftOutRows(leftOut.count)] : []),
  ]
  const rows = faults.filter(({ fault }) => fault.loses === 'row')
  const cells = faults.filter(({ fault }) => fault.loses !== 'row')
  return (
    <section class="card flow">
      <h2>{sheet.title}</h2>
      <p class="soft">
        {sheet.shape.title?.[language] ?? words.kinds[kind]}, {words.rows(sheet.rows.length, sheet.blankRows)}
      </p>
      <p>
        <b>{sheet.rows.length === 0 ? words.noRows : tally.join(' · ')}</b>
      </p>
      {mailed > 0 && (
        <details>
          <summary>{words.mailed(mailed)}</summary>
          <p>{recipients.first.map((who) => cut(who, longest)).join(' · ')}</p>
          <More shown={recipients.first.length} count={mailed} language={language} movement={movement} />
        </details>
      )}
      {sheet.remarks.map(({ code, detail }) => (
        <p class="soft">
          {code === 'tabs_left_out'
            ? text.tabsLeftOut(cut(detail, 200))
            : code === 'rows_hidden'
              ? text.rowsHidden(Number(detail))
              : words.readings[code](cut(detail, 200))}
        </p>
      ))}
      <FaultyRows title={words.refusedTitle(rows.length)} faults={rows} language={language} movement={movement} />
      <FaultyRows title={words.cellsTitle(cells.length)} faults={cells} language={language} movement={movement} />
      {changes.count > 0 && (
        <div>
          <h3>
            {words.changedTitle(kind, changes.count)} ({changes.count.toLocaleString(language)})
          </h3>
          <ul class="known">
            {changes.first.map(({ who, lines }) => (
              <li>
                <b>{cut(who, longest)}</b>
                {lines.map((line) => (
                  <div>{changeInWords(line, sheet, language, movement)}</div>
                ))}
              </li>
            ))}
          </ul>
          <More shown={changes.first.length} count={changes.count} language={language} movement={movement} />
        </div>
      )}
      {made.count > 0 && (
        <details>
          <summary>
            {words.newTitle(kind, made.count)} ({made.count.toLocaleString(language)})
          </summary>
          <p>{made.first.map((name) => cut(name, longest)).join(' · ')}</p>
          <More shown={made.first.length} count={made.count} language={language} movement={movement} />
        </details>
      )}
      {[...summary.remarks].map(([code, { count, first }]) => (
        <details>
          <summary>
            {words.notes[code]} ({count.toLocaleString(language)})
          </summary>
          <RowRemarks remarks={first} sheet={sheet} language={language} movement={movement} />
          <More shown={first.length} count={count} language={language} movement={movement} />
        </details>
      ))}
    </section>
  )
}

function changeInWords(line: ChangeLine, sheet: RecognisedSheet, language: Language, movement: OwnWords): string {
  const { sheet: words } = textIn(language, movement)
  if ('added' in line) return `${cut(line.row, longest)}, ${words.arrives}`
  const field = sheet.shape.parts[line.list === 'referents' ? 'referent' : 'own']?.[line.field]
  const show = (value: Value) => (field ? cut(showValue(field, value, language), longest) : String(value ?? ''))
  const label = [line.row, field?.label[language] ?? line.field].filter((part) => part !== '').join(', ')
  return words.because(label, `${show(line.before)} → ${show(line.after)}`)
}
