import { AgainNote } from '#shared/html/again-note.tsx'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
import type { Movement } from '#shared/movement.ts'
import { emailField } from '#shared/record/sections/referents.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { Frame } from './frame.tsx'

export type AddressWords = {
  title: string
  lead: string
  send: string
  sentTitle: string
  sentLead: string
  sentNext: string
}
export type AddressState = { typed?: string; problem?: FieldProblem; isStale?: boolean }

const formId = 'typed'

type AddressFormProps = {
  movement: Movement
  language: Language
  path: string
  page: string
  words: AddressWords
  state: AddressState
}

export function AddressForm({
  movement,
  language,
  path,
  page,
  words,
  state: { typed = '', problem, isStale },
}: AddressFormProps) {
  const text = textIn(language, movement).form
  const entries = problem ? [{ id: 'email', text: problemText(emailField, problem, language, movement) }] : []
  const prefix = isStale ? [text.submitAgain] : entries.map(() => text.errorsTitle(1))
  return (
    <Frame
      movement={movement}
      language={language}
      title={[...prefix, words.title].join(' – ')}
      path={path}
      typed={formId}
    >
      <ErrorSummary title={text.errorsTitle(1)} entries={entries} />
      {isStale && <AgainNote title={text.submitAgain} body={text.oldPage} />}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form id={formId} method="post" action={path} class="flow" novalidate>
        <input type="hidden" name="page" value={page} />
        <FieldInput
          field={emailField}
          name="email"
          text={typed}
          language={language}
          movement={movement}
          problem={problem}
          isOwn
        />
        <button type="submit" class="big">
          {words.send}
        </button>
      </form>
    </Frame>
  )
}
