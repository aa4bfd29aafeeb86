import { textIn } from '#shared/text/text.ts'
import { AgainNote } from '../again-note.tsx'
import { DraftOffer } from '../draft-offer.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import type { Child } from '../jsx-runtime.ts'
import { OlderRows, pageOfRows } from './older-rows.tsx'
import { AddRow, BlankRow, RowFields } from './row-fields.tsx'
import { summaryEntries, summaryTitle } from './section-errors.ts'
import { isTyped, type SectionState } from './section-state.ts'
import type { SectionView } from './section-view.ts'
import { UnreachedNote } from './unreached-note.tsx'

/** The form in which somebody types: another language takes it along. */
export const typedFormId = 'typed'

/** What the page is called: what is to be mended first. */
export function sectionTitle(session: SectionView, state: SectionState): string {
  const { language, movement } = session
  const text = textIn(language, movement).form
  const wrong = summaryEntries(session, state).length
  const prefix = state.again ? [text.submitAgain] : wrong > 0 ? [summaryTitle(session, state, wrong)] : []
  return [...prefix, movement.sections.named(state.section).words.form.heading[language]].join(' – ')
}

/** Where a form is sent and comes from, and what it is called, where it is not the group's own. */
export type SectionPlace = { action: string; back: string; heading: string; lead: string }

/** `keepsDrafts`: the page has the script that keeps what was typed and not saved. `more` stands above the button. */
type SectionFormProps = {
  session: SectionView
  state: SectionState
  keepsDrafts?: boolean
  more?: Child
  at?: SectionPlace
}

/** The page on which one section is corrected, without its frame. */
export function SectionForm({ session, state, keepsDrafts = false, more, at }: SectionFormProps) {
  const { language, path, group } = session
  const text = textIn(language, session.movement).form
  const { section, page, since, held } = state
  const window = pageOfRows(held?.from)
  const { heading, lead } = session.movement.sections.named(section).words.form
  const back = at?.back ?? `${path}/${group.uid}`
  return (
    <>
      <Trouble session={session} state={state} back={back} />
      <div>
        <p class="soft">{group.record.group[0]?.name}</p>
        <h1>{at?.heading ?? heading[language]}</h1>
      </div>
      <p class="lead">{state.conflicts?.length ? text.conflictBody : (at?.lead ?? lead[language])}</p>
      {section === 'referents' && <UnreachedNote session={session} />}
      {keepsDrafts && <DraftOffer language={language} movement={session.movement} />}
      <form
        id={typedFormId}
        method="post"
        action={at?.action ?? `${back}/${section}${window}`}
        class="flow"
        novalidate
        data-draft={keepsDrafts ? `${group.uid}/${section}${window}` : undefined}
        data-typed={isTyped(state) ? '' : undefined}
      >
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="since" value={String(since)} />
        {/* Enter in a text saves: browsers press the first button of a form */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, it is for browsers alone */}
        <button type="submit" class="hidden" name="do" value="save" tabindex={-1} aria-hidden="true">
          {text.save}
        </button>
        <Rows session={session} state={state} />
        {keepsDrafts && <BlankRow session={session} state={state} />}
        <AddRow session={session} section={section} />
        {state.asksNobody && <Nobody session={session} />}
        {more}
        <button type="submit" class="big" name="do" value="save">
          {text.save}
        </button>
      </form>
      {held && <OlderRows session={session} section={section} rows={held} />}
    </>
  )
}

/** The way back, and what is to be mended, chosen or pressed again. */
function Trouble({ session, state, back }: { session: SectionView; state: SectionState; back: string }) {
  const text = textIn(session.language, session.movement).form
  const entries = summaryEntries(session, state)
  return (
    <>
      <p>
        <a class="plain" href={back}>
          {text.back}
        </a>
      </p>
      <ErrorSummary title={summaryTitle(session, state, entries.length)} entries={entries} />
      {state.again && (
        <AgainNote
          title={text.saveAgain}
          body={{ stale: text.oldPageTyped, hasty: text.hastySubmission, foreign: text.foreignRows }[state.again]}
        />
      )}
    </>
  )
}

/** How many of the movement's campaigns stand open; a group's own always do. */
const campaignsOpen = 3

function Rows({ session, state }: { session: SectionView; state: SectionState }) {
  const drawn = state.rows.map((row, index) => ({
    isOpen:
      state.section !== 'campaigns' || index < campaignsOpen || Object.values(row.texts).some((text) => text !== ''),
    html: <RowFields session={session} state={state} row={row} number={index + 1} />,
  }))
  const folded = drawn.filter(({ isOpen }) => !isOpen)
  return (
    <>
      {drawn.filter(({ isOpen }) => isOpen).map(({ html }) => html)}
      {folded.length > 0 && (
        <details>
          <summary>{textIn(session.language, session.movement).form.olderCampaigns(folded.length)}</summary>
          <div class="flow">{folded.map(({ html }) => html)}</div>
        </details>
      )}
    </>
  )
}

function Nobody({ session }: { session: SectionView }) {
  const { form: text, membership } = textIn(session.language, session.movement)
  const silent = session.group.record.referents.filter(
    ({ email }) => email === null || session.suppressed.includes(email),
  )
  return (
    <div class="wrong">
      <p class="error" id="nobody-error">
        {text.nobodyProblem}
      </p>
      {silent.length > 0 && <p>{membership.unreachable(silent.map(({ name }) => name))}</p>}
      <label class="pick" for="nobody">
        <input type="checkbox" id="nobody" name="nobody" value="oui" aria-describedby="nobody-error" />
        {text.nobody}
      </label>
    </div>
  )
}
