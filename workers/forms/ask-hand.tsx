import { Problem } from '#shared/domain/problem.ts'
import { ChangeList } from '#shared/html/change-list.tsx'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { handFields, handPurpose } from './deliberate.ts'
import type { FormsContext } from './env.ts'
import { Frame } from './frame.tsx'
import type { HandNeeded } from './hand-needed.ts'
import { stampOf } from './page-stamp.ts'
import { pressWords } from './press-words.ts'
import { showProblem } from './problem.tsx'
import { readerLanguage } from './reader.ts'
import { respondForm } from './respond-form.ts'
import { openVisit } from './visit.ts'

/**
 * Asks who pressed, where the browser does not say, and shows what will be written. A program that sends every form or presses the
 * first button does not tick the box, and nobody whose browser says it is ever asked.
 */
export async function askHand(context: FormsContext, needed: HandNeeded): Promise<Response> {
  try {
    const isOfLink = context.req.path.startsWith('/u/')
    const visit = isOfLink ? await openVisit(context, { isReturning: true }) : null
    const language = visit?.language ?? readerLanguage(context)
    const seen = await stampOf(context, handPurpose)
    const page = {
      movement: context.var.movement,
      language,
      name: visit?.person.name ?? null,
      seen,
      told: needed.told,
      what: pressWords(context, language),
    }
    return respondForm(<AskHand {...page} path={context.req.path} posted={context.var.posted ?? []} />, { status: 400 })
  } catch (error) {
    if (error instanceof Problem) return showProblem(context, error)
    throw error
  }
}

type AskHandProps = {
  movement: Movement
  language: Language
  /** Whose link it is, where we know. */
  name: string | null
  seen: string
  told: HandNeeded['told']
  what: string | null
  path: string
  posted: readonly [name: string, value: string][]
}

function AskHand({ movement, language, name, seen, told, what, path, posted }: AskHandProps) {
  const { hand: text, form } = textIn(language)
  const wasUnticked = posted.some(([field]) => field === 'seen')
  const body = posted.find(([field]) => field === 'body')?.[1]
  return (
    <Frame
      movement={movement}
      language={language}
      title={wasUnticked ? `${form.errorsTitle(1)} – ${text.title}` : text.title}
      path={null}
    >
      <ErrorSummary title={form.errorsTitle(1)} entries={wasUnticked ? [{ id: 'me', text: text.tick }] : []} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <div class="card flow">
        <h2>{text.what}</h2>
        {told && told.changes.length > 0 ? (
          <ChangeList changes={told.changes} names={told.names} sections={movement.sections} language={language} />
        ) : (
          <p class="lines">{what ?? body ?? ''}</p>
        )}
      </div>
      <form method="post" action={path} class="flow">
        {posted
          .filter(([field]) => !handFields.includes(field))
          .map(([field, value]) => (
            <input type="hidden" name={field} value={value} />
          ))}
        <input type="hidden" name="seen" value={seen} />
        <div class={wasUnticked ? 'wrong' : undefined}>
          <label class="pick" for="me">
            <input type="checkbox" id="me" name="me" value="oui" />
            {text.itIsMe(name)}
          </label>
        </div>
        <button type="submit" class="big">
          {text.save}
        </button>
      </form>
    </Frame>
  )
}
