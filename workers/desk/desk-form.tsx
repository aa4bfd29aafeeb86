import type { Acting } from '#shared/actions/acting.ts'
import type { Child } from '#shared/html/jsx-runtime.ts'
import { makeFormToken, readFormToken } from '#workers/form-token.ts'
import { readPostedForm, texts } from '#workers/posted-form.ts'
import type { DeskContext } from './env.ts'

/** What a page of the desk may be sent for: by this session, to this address. */
const purpose = ({ var: { session } }: DeskContext, path: string) =>
  `desk:${session.hash ?? session.coordinator.email}:${path}`

/** The value that a form of the desk carries, to be sent to an address of the desk: the page's own, unless it is said. */
export function formToken(context: DeskContext, path = context.req.path): Promise<string> {
  return makeFormToken(context, purpose(context, path))
}

/** Whether a value was made for this session and address. */
export async function isTokenFor(context: DeskContext, path: string, token: string | null): Promise<boolean> {
  return (await readFormToken(context, purpose(context, path), token)) !== null
}

/** `isFresh`: it comes from a page of ours that is not too old. */
export type PostedDeskForm = ReturnType<typeof texts> & { isFresh: boolean }

/** What was posted to this address. */
export async function readDeskForm(context: DeskContext): Promise<PostedDeskForm> {
  return withFreshness(context, await readPostedForm(context.req.raw))
}

async function withFreshness(context: DeskContext, posted: FormData): Promise<PostedDeskForm> {
  const form = texts(posted)
  const madeAt = await readFormToken(context, purpose(context, context.req.path), form.get('page'))
  return { ...form, isFresh: madeAt !== null }
}

/** What was posted with a file, of at most `limit` bytes in all. */
export async function readDeskUpload(
  context: DeskContext,
  limit: number,
): Promise<{ form: PostedDeskForm; posted: FormData }> {
  const posted = await readPostedForm(context.req.raw, limit)
  return { form: await withFreshness(context, posted), posted }
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
