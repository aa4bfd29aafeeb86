import { type MailPart, replaceableIn } from '#shared/mail/replaceable.ts'
import type { ReplacedSentence } from '#shared/settings/sentences.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { formToken } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { SentenceBoxes, SentencesForm } from './sentences-form.tsx'
import { sentencesPath } from './show-sentences.tsx'
import type { TypedSentences } from './typed-sentences.ts'

type SentenceFormProps = {
  context: DeskContext
  part: MailPart
  /** The language of the sentences, which may not be the reader's. */
  spoken: Language
  own: readonly ReplacedSentence[]
  typed: TypedSentences
  was: string
  isFixed: boolean
}

/** Each sentence of ours above a box with what is said instead. */
export async function SentenceForm({ context, part, spoken, own, typed, was, isFixed }: SentenceFormProps) {
  const { language, movement } = context.var
  const text = textIn(language, movement).settings.sentences
  const path = `${sentencesPath}/${part}`
  return (
    <SentencesForm
      context={context}
      path={path}
      token={await formToken(context, path)}
      spoken={spoken}
      was={was}
      isFixed={isFixed}
      tries={text.try}
    >
      {replaceableIn(part, spoken, movement.nouns).map(([name, ours]) => (
        <SentenceBoxes
          context={context}
          name={name}
          ours={ours}
          own={own.find(({ key }) => key === `${part}.${name}.${spoken}`)}
          spoken={spoken}
          typed={typed}
          isFixed={isFixed}
          mayName={text.mayName}
        />
      ))}
    </SentencesForm>
  )
}
