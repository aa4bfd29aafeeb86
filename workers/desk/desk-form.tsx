import type { Acting } from '#shared/actions/acting.ts'
import type { Child } from '#shared/html/jsx-runtime.ts'
import { makePageToken, readPageToken } from '#workers/page-token.ts'
import { readPostedForm, texts } from '#workers/posted-form.ts'
import type { DeskContext } from './env.ts'

/** What a page of the desk may be sent for: by this session, to this address. */
const purpose = ({ var: { session } }: DeskContext, path: string) =>
  `desk:${session.hash ?? session.coordinator.email}:${path}`

/** The value that a form of the desk carries, to be sent to an address of the desk: the page's own, unless it is said. */
export function formToken(context: DeskContext, path = context.req.path): Promise<string> {
  return makePageToken(context, purpose(context, path))
}

/** `isFresh`: it comes from a page of ours that is not too old. */
export type PostedDeskForm = ReturnType<typeof texts> & { isFresh: boolean }

/** What was posted to this address. */
export async function readDeskForm(context: DeskContext): Promise<PostedDeskForm> {
  const form = texts(await readPostedForm(context.req.raw))
  const madeAt = await readPageToken(context, purpose(context, context.req.path), form.get('page'))
  return { ...form, isFresh: madeAt !== null }
}

type DeskFormProps = { path: string; token: string; children?: Child }

export function DeskForm({ path, token, children }: DeskFormProps) {
  return (
    <form method="post" action={path} class="flow" novalidate>
      <input type="hidden" name="page" value={token} />
      {children}
    </form>
  )
}

/** What an action of whoever is signed in is given. */
export function teamActing({ env, var: { movement, session, now } }: DeskContext): Acting {
  return { db: env.DB, movement, actor: { kind: 'coordinator', email: session.coordinator.email }, now }
}
