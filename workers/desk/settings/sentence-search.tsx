import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { DeskContext } from '../env.ts'
import { hasChanged, type PlacedSentence, placedSentences, shownForm, whereSaid, withWords } from './page-places.ts'
import { languageIn } from './setting-forms.ts'
import { settingsPath } from './settings-frame.tsx'

export const pageSentencesPath = `${settingsPath}/sentences/pages`

const mostFound = 30
const mostWords = 100

/** Finds a sentence of pages by its words, and shows those that the movement says otherwise. */
export function SentenceSearch({ context }: { context: DeskContext }) {
  const { language, movement } = context.var
  const text = textIn(language, movement).settings.sentences
  const words = (context.req.query('q') ?? '').slice(0, mostWords)
  const spoken = movement.languages.find((one) => one === context.req.query('of')) ?? language
  const own = movement.languages.flatMap((one) =>
    placedSentences(movement, one).flatMap((sentence) => (sentence.own ? [{ sentence, spoken: one }] : [])),
  )
  return (
    <>
      <form method="get" action={`${settingsPath}/sentences`} class="flow">
        <h2>{text.pagesTitle}</h2>
        <div class="field">
          <label for="q">{text.find}</label>
          <p class="hint" id="q-hint">
            {text.findHint}
          </p>
          <input type="search" id="q" name="q" value={words} aria-describedby="q-hint" lang={spoken} />
        </div>
        {movement.languages.length > 1 && (
          <div class="row">
            {movement.languages.map((one) => (
              <label class="pick" for={`of-${one}`}>
                <input type="radio" id={`of-${one}`} name="of" value={one} checked={one === spoken} />
                {languageIn(one)[language]}
              </label>
            ))}
          </div>
        )}
        <button type="submit">{text.search}</button>
      </form>
      {words.trim() !== '' && <Found context={context} words={words} spoken={spoken} />}
      {own.length > 0 && (
        <section aria-labelledby="own">
          <h2 id="own">{text.ownTitle}</h2>
          <ul class="plain-list">
            {own.map(({ sentence, spoken }) => (
              <SentenceLink context={context} sentence={sentence} spoken={spoken} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Found({ context, words, spoken }: { context: DeskContext; words: string; spoken: Language }) {
  const text = textIn(context.var.language, context.var.movement).settings.sentences
  const found = withWords(placedSentences(context.var.movement, spoken), words)
  return (
    <section aria-live="polite">
      <p class="counted">{found.length === 0 ? text.foundNone : text.found(found.length, mostFound)}</p>
      <ul class="plain-list">
        {found.slice(0, mostFound).map((sentence) => (
          <SentenceLink context={context} sentence={sentence} spoken={spoken} />
        ))}
      </ul>
    </section>
  )
}

function SentenceLink({
  context,
  sentence,
  spoken,
}: {
  context: DeskContext
  sentence: PlacedSentence
  spoken: Language
}) {
  const text = textIn(context.var.language, context.var.movement).settings.sentences
  return (
    <li>
      <a href={`${pageSentencesPath}/${sentence.path}?of=${spoken}`} lang={spoken}>
        {shownForm(sentence.own?.says ?? sentence.ours)}
      </a>{' '}
      <span class="soft">
        {text.places[whereSaid(sentence.path)]}
        {hasChanged(sentence) && ` · ${text.hasChanged}`}
      </span>
    </li>
  )
}
