import type { Child } from '#shared/html/jsx-runtime.ts'
import type { Language } from '#shared/text/language.ts'
import { type Sentence, valuesNamed } from '#shared/text/sentence.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { hasChanged, type PlacedSentence, shownForm } from './page-places.ts'
import { languageIn } from './setting-forms.ts'
import { sentenceForms, type TypedSentences } from './typed-sentences.ts'

type FormProps = {
  context: DeskContext
  path: string
  token: string
  /** The language of the sentences, which may not be the reader's. */
  spoken: Language
  was: string
  isFixed: boolean
  /** What the button that only tries says. */
  tries: string
  children: Child
}

/** Sentences of ours in one of the movement's languages, to be said otherwise. */
export function SentencesForm({ context, path, token, spoken, was, isFixed, tries, children }: FormProps) {
  const { language, movement } = context.var
  const { form, settings } = textIn(language, movement)
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
      {isFixed && <p class="soft">{settings.asked.fixed}</p>}
      <DeskForm path={path} token={token}>
        <input type="hidden" name="spoken" value={spoken} />
        <input type="hidden" name="was" value={was} />
        {children}
        {!isFixed && (
          <p class="row">
            <button type="submit" name="do" value="save">
              {form.save}
            </button>
            <button type="submit" class="quiet" name="do" value="try">
              {tries}
            </button>
          </p>
        )}
      </DeskForm>
    </>
  )
}

type BoxesProps = Pick<FormProps, 'context' | 'spoken' | 'isFixed'> & {
  name: string
  ours: Sentence
  /** What the movement says. */
  own: PlacedSentence['own']
  typed: TypedSentences
  mayName: (values: string) => string
}

/** Each form of a sentence of ours above a box with what is said instead, what it may name, and whether ours has changed since. */
export function SentenceBoxes({ context, name, ours, own, spoken, typed, isFixed, mayName }: BoxesProps) {
  const { changed } = textIn(context.var.language, context.var.movement).settings.sentences
  const values = [...valuesNamed(ours)].map((value) => `{${value}}`)
  return (
    <>
      {sentenceForms(name, ours).map(([control, , words]) => (
        <div class="field">
          <label for={control} lang={spoken}>
            {words}
          </label>
          {values.length > 0 && <p class="hint">{mayName(values.join(', '))}</p>}
          {hasChanged({ ours, own }) && <p class="hint">{changed(shownForm(own?.instead ?? '') ?? '')}</p>}
          <textarea id={control} name={control} rows={words.length > 60 ? 3 : 1} lang={spoken} readonly={isFixed}>
            {typed[control] ?? words}
          </textarea>
        </div>
      ))}
    </>
  )
}
