import { problemBeside, problemText } from '#shared/html/field-input.tsx'
import { movementIn } from '#shared/movement.ts'
import { countryName } from '#shared/record/country-formats.ts'
import { textIn } from '#shared/text/text.ts'
import type { FeedsContext } from '../env.ts'
import { MistakeBeside, MistakeList, marked } from '../visitor/mistakes.tsx'
import { findPath, visitorLanguage } from '../visitor/reader.ts'
import { ConsentBox, Trap } from '../visitor/visitor-boxes.tsx'
import { visitorFormId } from '../visitor/visitor-languages.tsx'
import { type JoinName, type JoinProblems, joinFields, joinNames, type TypedJoin } from './fields.ts'

/** A box that was not ticked, a page that is to be sent once more, or too many at once. */
export type JoinFault = 'consent' | 'again' | 'busy'

type JoinFormProps = {
  context: FeedsContext
  typed: TypedJoin
  problems: JoinProblems
  faults: readonly JoinFault[]
  page: string
}

/** What is asked of a new group. What was typed stays, whatever was wrong. */
export function JoinForm({ context, typed, problems, faults, page }: JoinFormProps) {
  const movement = movementIn(context.var.movement, typed.country)
  const language = visitorLanguage(context)
  const text = textIn(language, movement).join.form
  const fields = joinFields(movement)
  const wrong = joinNames.flatMap((name) => {
    const problem = problems[name]
    return problem ? [{ id: name, text: problemText(fields[name].field, problem, language, movement) }] : []
  })
  return (
    <>
      <h1>{text.title(movement.name)}</h1>
      <MistakeList
        title={textIn(language, movement).find.form.faultsTitle}
        mistakes={[
          ...wrong,
          ...faults.map((fault) => ({
            text: fault === 'busy' ? text.busy(movement.sender.replyTo) : text.fault[fault],
            ...(fault === 'consent' && { id: fault }),
          })),
        ]}
      />
      <p>{text.lead}</p>
      <form id={visitorFormId} method="post" action={findPath(context, '/join')} novalidate data-proof>
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="proof" value="" />
        <h2>{text.group}</h2>
        <Asked context={context} name="groupName" typed={typed} problems={problems} />
        <Country context={context} typed={typed} />
        {(['town', 'postcode'] as const).map((name) => (
          <Asked context={context} name={name} typed={typed} problems={problems} />
        ))}
        <h2>{text.you}</h2>
        {(['name', 'email', 'phone'] as const).map((name) => (
          <Asked context={context} name={name} typed={typed} problems={problems} />
        ))}
        <Trap label={textIn(language, movement).find.form.trap} />
        <Asked context={context} name="body" typed={typed} problems={problems} />
        <ConsentBox
          label={text.consent(movement.name)}
          isGiven={typed.consent === 'yes'}
          mistake={faults.includes('consent') ? text.fault.consent : undefined}
        />
        <button type="submit">{text.send}</button>
      </form>
    </>
  )
}

/** Asked in a movement of several: the rest is read as there. */
function Country({ context, typed }: { context: FeedsContext; typed: TypedJoin }) {
  const { movement } = context.var
  const language = visitorLanguage(context)
  const { country: field } = movement.sections.ours.group.fields
  if (!field) return null
  return (
    <p>
      <label for="country">{field.label[language]}</label>
      <select class="wide" id="country" name="country">
        {movement.countries.map((code) => (
          <option value={code} selected={code === (typed.country || movement.country)}>
            {countryName(code, language)}
          </option>
        ))}
      </select>
    </p>
  )
}

type AskedProps = { context: FeedsContext; name: JoinName; typed: TypedJoin; problems: JoinProblems }

function Asked({ context, name, typed, problems }: AskedProps) {
  const { movement } = context.var
  const language = visitorLanguage(context)
  const { field, isNeeded } = joinFields(movement)[name]
  const problem = problems[name]
  const common = {
    class: 'wide',
    id: name,
    name,
    ...marked(name, problem !== undefined),
  }
  const { kind } = field.control
  return (
    <p>
      <label for={name}>
        {field.label[language]}
        {!isNeeded && <span class="soft"> {textIn(language, movement).join.form.free}</span>}
      </label>
      <MistakeBeside id={name} text={problem && problemBeside(problem, language, movement)} />
      {kind === 'long_text' ? (
        <textarea {...common} rows={4}>
          {typed[name]}
        </textarea>
      ) : (
        <input
          {...common}
          type={kind === 'email' || kind === 'tel' ? kind : 'text'}
          value={typed[name]}
          maxlength={254}
          autocomplete={field.autocomplete ?? 'off'}
        />
      )}
    </p>
  )
}
