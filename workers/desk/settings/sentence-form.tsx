import { type MailPart, replaceableIn } from '#shared/mail/replaceable.ts'
import type { ReplacedSentence } from '#shared/settings/sentences.ts'
import type { Language } from '#shared/text/language.ts'
import { type Sentence, valuesNamed } from '#shared/text/sentence.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm, formToken } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { languageIn } from './setting-forms.ts'
import { sentencesPath } from './show-sentences.tsx'
import { sentenceForms, type TypedSentences } from './typed-sentences.ts'

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
  const all = textIn(language, movement)
  const text = all.settings.sentences
  const path = `${sentencesPath}/${part}`
  return (
    <>
      {movement.languages.length > 1 && (
        <p class="row">
          {movement.languages.map((one) => (
            <a class="plain" href={`${path}?of=${one}`} aria-current={one === spoken ? 'true' : undefined}>
              {languageIn(one)[language]}
            </a>
          ))}
        </p>
      )}
      {isFixed && <p class="soft">{all.settings.asked.fixed}</p>}
      <DeskForm path={path} token={await formToken(context, path)}>
        <input type="hidden" name="spoken" value={spoken} />
        <input type="hidden" name="was" value={was} />
        {replaceableIn(part, spoken, context.var.movement.nouns).map(([name, ours]) => (
          <>
            {sentenceForms(name, ours).map(([control, , words]) => (
              <div class="field">
                <label for={control} lang={spoken}>
                  {words}
                </label>
                <Hints context={context} ours={ours} own={own.find(({ key }) => key === `${part}.${name}.${spoken}`)} />
                <textarea id={control} name={control} rows={words.length > 60 ? 3 : 1} lang={spoken} readonly={isFixed}>
                  {typed[control] ?? words}
                </textarea>
              </div>
            ))}
          </>
        ))}
        {!isFixed && (
          <p class="row">
            <button type="submit" name="do" value="save">
              {all.form.save}
            </button>
            <button type="submit" class="quiet" name="do" value="try">
              {text.try}
            </button>
          </p>
        )}
      </DeskForm>
    </>
  )
}

type HintsProps = { context: DeskContext; ours: Sentence; own: ReplacedSentence | undefined }

/** What the sentence may name, and that ours is not the one any more that it was written for. */
function Hints({ context, ours, own }: HintsProps) {
  const text = textIn(context.var.language, context.var.movement).settings.sentences
  const values = [...valuesNamed(ours)].map((name) => `{${name}}`)
  const hasChanged = own?.instead !== undefined && JSON.stringify(own.instead) !== JSON.stringify(ours)
  return (
    <>
      {values.length > 0 && <p class="hint">{text.mayName(values.join(', '))}</p>}
      {hasChanged && <p class="hint">{text.changed(shown(own.instead as Sentence))}</p>}
    </>
  )
}

const shown = (sentence: Sentence) => (typeof sentence === 'string' ? sentence : sentence.other)
