import { acceptHeldBack } from '#shared/actions/feed-keys.ts'
import { beginList, haltList, hastenList } from '#shared/actions/keep-list.ts'
import { eraseSignUps } from '#shared/actions/sign-up.ts'
import { ask } from '#shared/db/ask.ts'
import { countChanges, firstListChanges } from '#shared/db/list-changes.ts'
import { listSignUps } from '#shared/db/list-subscribers.ts'
import { type ListSync, listSyncs } from '#shared/db/list-sync.ts'
import { publication } from '#shared/db/publication.ts'
import { Problem } from '#shared/domain/problem.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm, formToken, readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { Done, NotDone } from '../notice.tsx'
import { requireFreshSignIn } from '../sign-in-guard.ts'
import { KeptList, type KeptListView } from './kept-list.tsx'
import { OpenFeeds } from './open-feeds.tsx'
import { SignedUp } from './signed-up.tsx'

const path = '/desk/feeds'
/** Of each kind of change so many people are named. */
const named = 10

/** What feeds hold back, and the mailing lists that are kept in other programs: what would change, and what does. */
export async function showFeeds(context: DeskContext): Promise<Response> {
  return respond(context)
}

/** Accepts what is held back; lets a list begin, stop, or be looked at now. */
export async function actOnFeeds(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  if (!form.isFresh) return respond(context, { isStale: true })
  const list = form.get('list') ?? ''
  const acting = teamActing(context)
  const isKept = context.var.movement.lists.some(({ key, keptIn }) => key === list && keptIn !== undefined)
  switch (form.get('do')) {
    case 'accept':
      await acceptHeldBack(acting)
      return leadTo(context, `${path}?done=feeds_accepted`)
    case 'begin':
      if (!isKept) throw new Problem('page_stale')
      // Whom the other program has written to cannot be taken back
      requireFreshSignIn(context)
      await beginList(acting, list)
      return leadTo(context, `${path}?done=list_begun`)
    case 'halt':
      if (!isKept) throw new Problem('page_stale')
      await haltList(acting, list)
      return leadTo(context, `${path}?done=list_halted`)
    case 'look':
      if (!isKept) throw new Problem('page_stale')
      await hastenList(acting, list)
      return leadTo(context, `${path}?done=list_hastened`)
    case 'forget': {
      const email = (form.get('email') ?? '').trim().toLowerCase()
      const { signUps } = await ask(context.var.reads, { signUps: listSignUps(context.var.reads, email) })
      if (signUps.length === 0) return respond(context, { email })
      requireFreshSignIn(context)
      await eraseSignUps(acting, email)
      return leadTo(context, `${path}?done=sign_up_erased`)
    }
    default:
      throw new Problem('page_stale')
  }
}

async function read(context: DeskContext) {
  const { reads, movement, now } = context.var
  const { state, syncs } = await ask(reads, { state: publication(reads), syncs: listSyncs(reads) })
  const shown = movement.lists.flatMap(({ key, label, keptIn }) => (keptIn ? [{ key, label, keptIn }] : []))
  const lists = await Promise.all(
    shown.map(async ({ key, label, keptIn }): Promise<KeptListView> => {
      const { figures, first } = await ask(reads, {
        figures: countChanges(reads, key, now),
        first: firstListChanges(reads, key, named, now),
      })
      const sync = syncs.find((one: ListSync) => one.list === key && one.program === keptIn) ?? null
      return { key, label, keptIn, sync, figures, first }
    }),
  )
  return { state, held: [...(state?.held ?? []), ...(state?.heldLists ?? [])], lists }
}

async function respond(
  context: DeskContext,
  { isStale = false, email }: { isStale?: boolean; email?: string } = {},
): Promise<Response> {
  const { language } = context.var
  const all = textIn(language, context.var.movement)
  const text = all.feeds
  const { state, held, lists } = await read(context)
  const token = await formToken(context, path)
  return respondFrame(context, {
    title: text.title,
    status: isStale ? 400 : email === undefined ? 200 : 422,
    children: (
      <div class="flow narrow">
        <Done context={context} />
        {isStale && <NotDone title={all.form.submitAgain} />}
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <OpenFeeds context={context} state={state} />
        <section aria-labelledby="held">
          <h2 id="held">{text.heldTitle}</h2>
          {held.length === 0 ? (
            <p class="soft">{text.nothingHeld}</p>
          ) : (
            <>
              <p>{text.heldLead}</p>
              <ul>
                {held.map((slice) => (
                  <li>{all.dashboard.feedAlert.slice(slice)}</li>
                ))}
              </ul>
              <DeskForm path={path} token={token}>
                <button type="submit" name="do" value="accept">
                  {text.accept}
                </button>
              </DeskForm>
            </>
          )}
        </section>
        {lists.map((view) => (
          <KeptList context={context} view={view} path={path} token={token} />
        ))}
        {context.var.movement.lists.some(({ signUp }) => signUp === true) && (
          <SignedUp context={context} path={path} token={token} unknown={email} />
        )}
        <p>
          <a class="plain" href="/desk/keys">
            {all.keys.title}
          </a>
        </p>
      </div>
    ),
  })
}
