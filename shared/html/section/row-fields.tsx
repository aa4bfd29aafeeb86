import { rowsOf } from '#shared/domain/change.ts'
import { blankRow, controlName, meantOf, removal, type TypedRow } from '#shared/domain/typed-section.ts'
import { askedNames } from '#shared/record/field.ts'
import type { SectionName } from '#shared/record/record.ts'
import { showDay } from '#shared/record/show.ts'
import { rowName } from '#shared/record/show-row.ts'
import { type FieldProblem, isDoubt } from '#shared/text/field-problem.ts'
import { say } from '#shared/text/sentence.ts'
import { textIn } from '#shared/text/text.ts'
import { FieldInput } from '../field-input.tsx'
import { Agreement } from './agreement.tsx'
import { ConflictChoice } from './conflict-choice.tsx'
import { rowTitle } from './section-errors.ts'
import type { SectionState } from './section-state.ts'
import type { SectionView } from './section-view.ts'
import { TownChoice } from './town-choice.tsx'

type RowProps = { session: SectionView; state: SectionState; row: TypedRow; number: number | string }

/** The questions of one row, in a frame of its own when there are several. */
export function RowFields(props: RowProps) {
  if (props.session.movement.sections.named(props.state.section).rows === 'one') {
    return (
      <>
        <input type="hidden" name="row" value={props.row.uid} />
        <Questions {...props} />
      </>
    )
  }
  const { session, state, row, number } = props
  const campaign = state.section === 'campaigns' ? session.campaigns.find(({ uid }) => uid === row.uid) : undefined
  return (
    <fieldset class="card rowcard flow" id={`row-${row.uid}`}>
      <legend>{rowTitle(session, state.section, number, row.uid)}</legend>
      {campaign && <p class="hint">{showDay(campaign.heldOn, session.language)}</p>}
      <input type="hidden" name="row" value={row.uid} />
      {isOfWaiting(props) && (
        <p class="hint">{textIn(session.language, session.movement).form.waits(row.texts.name ?? '')}</p>
      )}
      {isOfInvited(props) && !isOfWaiting(props) && (
        <p class="hint">{textIn(session.language, session.movement).form.invited(row.texts.name ?? '')}</p>
      )}
      <NewAddress {...props} />
      <div class="fields flow">
        <Questions {...props} />
      </div>
      <Remove {...props} />
    </fieldset>
  )
}

/** Somebody who has not said yes yet: what stands here is what the group typed. */
function isOfInvited({ session, state, row }: RowProps): boolean {
  return state.section === 'referents' && session.group.invited.includes(row.uid)
}

/** A referent to whom nothing is written until the team lets them through. */
function isOfWaiting({ session, state, row }: RowProps): boolean {
  return state.section === 'referents' && session.group.waiting.includes(row.uid)
}

/** The address that a referent has once whoever reads it says yes. */
function NewAddress({ session, state, row }: RowProps) {
  const address = state.section === 'referents' ? session.group.newAddresses.get(row.uid) : undefined
  return address === undefined ? null : (
    <p class="hint">{textIn(session.language, session.movement).invited.newAddress(address)}</p>
  )
}

function Questions({ session, state, row }: RowProps) {
  const { fields } = session.movement.sections.named(state.section)
  return (
    <>
      {askedNames(fields).map((name, index) => {
        const field = fields[name]
        if (!field) return null
        const conflict = state.conflicts?.find((candidate) => candidate.row === row.uid && candidate.field === name)
        const common = { field, name: controlName(row.uid, name), language: session.language }
        if (conflict)
          return (
            <ConflictChoice
              movement={session.movement}
              {...common}
              conflict={conflict}
              by={state.authors?.[common.name] || null}
              isMissed={state.missed?.includes(common.name) ?? false}
            />
          )
        if (name === 'town' && state.towns)
          return (
            <TownChoice
              field={field}
              name={common.name}
              typed={row.texts[name] ?? ''}
              towns={state.towns}
              language={session.language}
              movement={session.movement}
            />
          )
        const problem = state.problems?.find(
          (candidate) => candidate.uid === row.uid && candidate.field === name,
        )?.problem
        return (
          <>
            <Asked name={common.name} problem={problem} typed={row.texts[name]} meant={row.meant?.[name]} />
            <FieldInput
              movement={session.movement}
              {...common}
              text={row.texts[name] ?? ''}
              problem={problem}
              isOwn={row.uid === session.person.uid}
              saysNeeded
              waits={field.follows !== undefined && (row.texts[name] ?? '') === '' && !problem}
              autofocus={index === 0 && state.added === row.uid}
              suggestions={name === 'town' ? session.places.map((place) => place.name) : undefined}
            />
            {state.section === 'referents' && row.uid === session.person.uid && (
              <Agreement session={session} name={name} field={field} />
            )}
          </>
        )
      })}
    </>
  )
}

type AskedProps = {
  name: string
  problem: FieldProblem | undefined
  typed: string | undefined
  meant: string | undefined
}

/** What was asked about as it stands is not asked again. */
function Asked({ name, problem, typed, meant }: AskedProps) {
  const text = problem && isDoubt(problem) ? typed : meant
  return text === undefined ? null : <input type="hidden" name={meantOf(name)} value={text} />
}

/** A box and not a button: it works without scripts, can be unticked, and nothing goes before "save". */
function Remove({ session, state, row }: RowProps) {
  const section = session.movement.sections.named(state.section)
  const { remove } = section.words.form
  const known = rowsOf(session.group.shown, section.list).find((candidate) => candidate.uid === row.uid)
  if (!remove || !known) return null
  const name = rowName(section, known)
  const id = controlName(row.uid, removal)
  const problem = state.problems?.find(({ uid, field }) => uid === row.uid && field === removal)?.problem
  const box = {
    id,
    name: id,
    value: 'oui',
    checked: row.removed,
    'aria-describedby': problem ? `${id}-error` : undefined,
  }
  return (
    <div class={problem ? 'wrong' : undefined}>
      {problem && (
        <p class="error" id={`${id}-error`}>
          {textIn(session.language, session.movement).form.emptied}
        </p>
      )}
      <label class="pick" for={id}>
        <input class="remove" type="checkbox" {...box} />
        {name === ''
          ? remove.unnamed[session.language]
          : say(remove.named[session.language], { name }, session.language)}
      </label>
    </div>
  )
}

/** What the script adds when somebody wants another row; `new-row` and `{n}` stand for its id and number. */
export function BlankRow({ session, state }: { session: SectionView; state: SectionState }) {
  if (session.movement.sections.named(state.section).rows !== 'free') return null
  return (
    <template>
      <RowFields session={session} state={{ ...state, added: undefined }} row={blankRow('new-row')} number="{n}" />
    </template>
  )
}

export function AddRow({ session, section }: { session: SectionView; section: SectionName }) {
  const text = textIn(session.language, session.movement).form
  const { store, words } = session.movement.sections.named(section)
  if (store.kind === 'parts' && session.campaigns.length === 0) return <p class="soft">{text.noCampaign}</p>
  if (!words.form.add) return null
  return (
    <button type="submit" class="quiet" name="do" value="add">
      {words.form.add[session.language]}
    </button>
  )
}
