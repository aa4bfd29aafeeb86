import type { Change } from '#shared/domain/change.ts'
import type { RowNames } from '#shared/domain/change-words.ts'
import { ChangeList } from '#shared/html/change-list.tsx'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { isOfClient } from './controls.ts'
import { humanCheckPurpose } from './deliberate.ts'
import type { FormsContext } from './env.ts'
import { datedTokenFor } from './form-token.ts'
import { Frame } from './frame.tsx'
import type { OpenLinkSession } from './link-session.ts'
import { readerLanguage } from './reader.ts'
import { respondForm } from './respond-form.ts'

/** What is about to be done: in the words of the button that was pressed, or of what was typed; or the changes that it makes in a group's record. */
export type AboutToDo = { words: string } | { changes: readonly Change[]; names: RowNames }

/**
 * Asks whether it is somebody who pressed, where the browser does not say, and shows what will be done. A program that sends every form or
 * presses the first button does not tick the box, and nobody whose browser says it is ever asked. `session`: whose link it is, where we know.
 */
export async function askIfHuman(
  context: FormsContext,
  session: OpenLinkSession | null,
  about: AboutToDo,
): Promise<Response> {
  const language = session?.language ?? readerLanguage(context)
  const posted = context.var.posted ?? []
  const page = {
    movement: context.var.movement,
    language,
    name: session?.person.name ?? null,
    seen: await datedTokenFor(context, humanCheckPurpose(context, posted)),
    about,
  }
  return respondForm(<HumanCheck {...page} path={context.req.path} posted={posted} />, {
    status: 400,
  })
}

type HumanCheckProps = {
  movement: Movement
  language: Language
  name: string | null
  seen: string
  about: AboutToDo
  path: string
  posted: readonly [name: string, value: string][]
}

function HumanCheck({ movement, language, name, seen, about, path, posted }: HumanCheckProps) {
  const { hand: text, form } = textIn(language, movement)
  const wasUnticked = posted.some(([field]) => field === 'seen')
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
        {'changes' in about ? (
          <ChangeList changes={about.changes} names={about.names} sections={movement.sections} language={language} />
        ) : (
          <p class="lines">{about.words}</p>
        )}
      </div>
      <form method="post" action={path} class="flow">
        {posted
          .filter(([field]) => !isOfClient(field))
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
