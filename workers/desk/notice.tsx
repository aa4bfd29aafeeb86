import type { Child } from '#shared/html/jsx-runtime.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { DeskContext } from './env.ts'

/** What an address says that was just done, by its name in `shared/text`. */
export function Done({ context }: { context: DeskContext }) {
  const said = doneIn(context.req.query('done'), context.var.language, context.var.movement)
  if (!said) return null
  return (
    <div class="done note" role="status" tabindex={-1} autofocus>
      <p>{said}</p>
    </div>
  )
}

function doneIn(name: string | undefined, language: Language, movement: OwnWords): string | null {
  const { done } = textIn(language, movement).desk
  return name !== undefined && Object.hasOwn(done, name) ? done[name as keyof typeof done] : null
}

/** Why nothing was done yet. */
export function NotDone({ title, body, children }: { title: string; body?: string | undefined; children?: Child }) {
  return (
    <div class="problem note" role="alert" tabindex={-1} autofocus>
      <h2>{title}</h2>
      {body && <p>{body}</p>}
      {children && <p>{children}</p>}
    </div>
  )
}

/** What was typed stays on the page while somebody signs in again beside it. */
export function OldSignIn({ context }: { context: DeskContext }) {
  const { again, signIn } = textIn(context.var.language, context.var.movement).team
  return (
    <NotDone title={again}>
      <a href="/sign-in" target="_blank" rel="noopener">
        {signIn}
      </a>
    </NotDone>
  )
}
