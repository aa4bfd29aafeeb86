import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { textIn } from '#shared/text/text.ts'
import { AgainNote } from './again-note.tsx'
import { DraftOffer } from './draft-offer.tsx'
import { Frame } from './frame.tsx'
import { OlderRows, pageOfRows } from './older-rows.tsx'
import { AddRow, BlankRow, RowFields } from './row-fields.tsx'
import { summaryEntries, summaryTitle } from './section-errors.ts'
import { isTyped, type SectionState } from './section-state.ts'
import type { GroupVisit } from './visit.ts'

const formId = 'typed'

/** The page on which one section is corrected. */
export function SectionForm({ visit, state }: { visit: GroupVisit; state: SectionState }) {
  const { language, path, group } = visit
  const text = textIn(language).form
  const { section, page, since, held } = state
  const window = pageOfRows(held?.from)
  const entries = summaryEntries(visit, state)
  const { heading, lead } = visit.movement.sections.named(section).words.form
  const title = heading[language]
  const back = `${path}/${group.uid}`
  const wrong = summaryTitle(visit, state, entries.length)
  const prefix = state.again ? [text.pressAgain] : entries.length > 0 ? [wrong] : []
  return (
    <Frame
      movement={visit.movement}
      visit={visit}
      language={language}
      title={[...prefix, title].join(' – ')}
      path={`${back}/${section}`}
      typed={formId}
    >
      <p>
        <a class="plain" href={back}>
          {text.back}
        </a>
      </p>
      <ErrorSummary title={wrong} entries={entries} />
      {state.again && (
        <AgainNote
          title={text.saveAgain}
          body={{ stale: text.oldPageTyped, hasty: text.hastyPress, foreign: text.foreignRows }[state.again]}
        />
      )}
      <div>
        <p class="soft">{group.record.group[0]?.name}</p>
        <h1>{title}</h1>
      </div>
      <p class="lead">{state.conflicts?.length ? text.conflictBody : lead[language]}</p>
      <DraftOffer language={language} />
      <form
        id={formId}
        method="post"
        action={`${back}/${section}${window}`}
        class="flow"
        novalidate
        data-draft={`${group.uid}/${section}${window}`}
        data-typed={isTyped(state) ? '' : undefined}
      >
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="since" value={String(since)} />
        {/* Enter in a text saves: browsers press the first button of a form */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, it is for browsers alone */}
        <button type="submit" class="hidden" name="do" value="save" tabindex={-1} aria-hidden="true">
          {text.save}
        </button>
        <Rows visit={visit} state={state} />
        <BlankRow visit={visit} state={state} />
        <AddRow visit={visit} section={section} />
        {state.asksNobody && <Nobody visit={visit} />}
        <button type="submit" class="big" name="do" value="save">
          {text.save}
        </button>
      </form>
      {held && <OlderRows visit={visit} section={section} rows={held} />}
    </Frame>
  )
}

/** How many of the movement's campaigns stand open; a group's own always do. */
const campaignsOpen = 3

function Rows({ visit, state }: { visit: GroupVisit; state: SectionState }) {
  const drawn = state.rows.map((row, index) => ({
    isOpen:
      state.section !== 'campaigns' || index < campaignsOpen || Object.values(row.texts).some((text) => text !== ''),
    html: <RowFields visit={visit} state={state} row={row} number={index + 1} />,
  }))
  const folded = drawn.filter(({ isOpen }) => !isOpen)
  return (
    <>
      {drawn.filter(({ isOpen }) => isOpen).map(({ html }) => html)}
      {folded.length > 0 && (
        <details>
          <summary>{textIn(visit.language).form.olderCampaigns(folded.length)}</summary>
          <div class="flow">{folded.map(({ html }) => html)}</div>
        </details>
      )}
    </>
  )
}

function Nobody({ visit }: { visit: GroupVisit }) {
  const { form: text, partWays } = textIn(visit.language)
  const silent = visit.group.record.referents.filter(({ email }) => email === null || visit.shut.includes(email))
  return (
    <div class="wrong">
      <p class="error" id="nobody-error">
        {text.nobodyProblem}
      </p>
      {silent.length > 0 && <p>{partWays.unreachable(silent.map(({ name }) => name))}</p>}
      <label class="pick" for="nobody">
        <input type="checkbox" id="nobody" name="nobody" value="oui" aria-describedby="nobody-error" />
        {text.nobody}
      </label>
    </div>
  )
}
