import type { FieldProblem } from '#shared/fields/codecs.ts'
import { referentFields } from '#shared/fields/referent.ts'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
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

/** The one question of who you are; here the browser may fill in the reader's own address. */
const ownAddress = { ...referentFields.email, autocomplete: 'email' }

type AddressFormProps = { language: Language; path: string; page: string; words: AddressWords; state: AddressState }

export function AddressForm({
  language,
  path,
  page,
  words,
  state: { typed = '', problem, isStale },
}: AddressFormProps) {
  const text = textIn(language).form
  const entries = problem ? [{ id: 'email', text: problemText(ownAddress, problem, language) }] : []
  return (
    <Frame language={language} title={problem ? `${text.errorsTitle} – ${words.title}` : words.title} path={path}>
      <ErrorSummary title={text.errorsTitle} entries={entries} />
      {isStale && (
        <p class="note" role="status">
          {text.oldPage}
        </p>
      )}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form method="post" action={path} class="flow" novalidate>
        <input type="hidden" name="page" value={page} />
        <FieldInput field={ownAddress} name="email" text={typed} language={language} problem={problem} />
        <button type="submit" class="big">
          {words.send}
        </button>
      </form>
    </Frame>
  )
}
