import type { Language } from '#shared/text/language.ts'
import { type Sentence, type SentenceValues, say, valuesNamed } from '#shared/text/sentence.ts'
import { textIn } from '#shared/text/text.ts'
import { formToken } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { type PlacedSentence, shownForm, whereSaid } from './page-places.ts'
import { sentenceOnPage } from './sentence-on-page.tsx'
import { pageSentencesPath } from './sentence-search.tsx'
import { SentenceBoxes, SentencesForm } from './sentences-form.tsx'
import type { TypedSentences } from './typed-sentences.ts'

type FormProps = {
  context: DeskContext
  spoken: Language
  all: readonly PlacedSentence[]
  sentence: PlacedSentence
  typed: TypedSentences
  was: string
  isFixed: boolean
  isTried: boolean
}

/** Our sentence above the box with what is said instead, and below it the sentences around. */
export async function PageSentenceForm(props: FormProps) {
  const { context, spoken, sentence, typed, was, isFixed } = props
  const text = textIn(context.var.language, context.var.movement).settings.sentences
  const path = `${pageSentencesPath}/${sentence.path}`
  return (
    <>
      <SentencesForm
        context={context}
        path={path}
        token={await formToken(context, path)}
        spoken={spoken}
        was={was}
        isFixed={isFixed}
        tries={text.tryOne}
      >
        <SentenceBoxes
          context={context}
          name="says"
          ours={sentence.ours}
          own={sentence.own}
          spoken={spoken}
          typed={typed}
          isFixed={isFixed}
          mayName={text.mayNameOn}
        />
      </SentencesForm>
      <OnPage {...props} />
      <Around {...props} />
    </>
  )
}

/** The page itself, where the desk has it; nothing can be typed in it. */
function OnPage({ context, spoken, sentence: { path, ours, own }, typed, isTried }: FormProps) {
  const { language, movement, now } = context.var
  const page = sentenceOnPage(movement, { path, says: saidAs(ours, typed, own), spoken }, now)
  if (!page) return null
  return (
    <section class={isTried ? 'card flow' : 'flow'} aria-labelledby="page">
      <h2 id="page" class="plain-title">
        {textIn(language, movement).settings.sentences.onPage}
      </h2>
      <fieldset class="flow" disabled lang={spoken}>
        {page}
      </fieldset>
    </section>
  )
}

/** The sentence in all its forms, as it was typed. */
function saidAs(ours: Sentence, typed: TypedSentences, own: PlacedSentence['own']): Sentence {
  if (typeof ours === 'string') return typed.says ?? (typeof own?.says === 'string' ? own.says : ours)
  const forms = Object.entries(ours).map(([form, said]) => [form, typed[`says.${form}`] ?? said])
  return Object.fromEntries(forms) as Sentence
}

const shownBeside = 3

/** The sentences that stand beside it in our texts, with this one as it was typed. */
function Around({ context, spoken, all, sentence, typed, isTried }: FormProps) {
  const { language, movement } = context.var
  const text = textIn(language, movement).settings.sentences
  const part = sentence.path.slice(0, sentence.path.lastIndexOf('.'))
  const beside = all.filter(({ path }) => path.slice(0, path.lastIndexOf('.')) === part)
  const at = beside.indexOf(sentence)
  const says = typed.says ?? typed['says.other'] ?? shownForm(sentence.ours) ?? ''
  return (
    <section class={isTried ? 'card flow' : 'flow'} aria-labelledby="around">
      <h2 id="around" class="plain-title">
        {text.around}
      </h2>
      <p class="soft">{text.places[whereSaid(sentence.path)]}</p>
      <ul class="known" lang={spoken}>
        {beside.slice(Math.max(0, at - shownBeside), at + shownBeside + 1).map((one) =>
          one === sentence ? (
            <li>
              <b>{filled(says, spoken)}</b>
            </li>
          ) : (
            <li>{filled((one.own?.says as Sentence | undefined) ?? one.ours, spoken)}</li>
          ),
        )}
      </ul>
    </section>
  )
}

/** A sentence with something in the places of its values. A brace that stands alone stays. */
function filled(sentence: Sentence, language: Language): string {
  const values: SentenceValues = Object.fromEntries(
    [...valuesNamed(sentence)].map((name) => [name, name === 'n' ? 3 : '…']),
  )
  return say(sentence, { n: 3, ...values }, language)
}
