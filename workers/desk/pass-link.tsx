import { passLink, stopPassedLink } from '#shared/actions/pass-link.ts'
import { ask } from '#shared/db/ask.ts'
import { type ListedPassedLink, listPassedLinks } from '#shared/db/passed-links.ts'
import { linkPath } from '#shared/domain/link.ts'
import { firstName } from '#shared/domain/person-name.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { mintUid } from '#workers/section/shown-rows.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { coordinatorName } from '#workers/team/risk-words.ts'
import { DeskForm, formToken, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { Done, NotDone } from './notice.tsx'
import { leadOn, openTeamView, type TeamView } from './team-view.ts'

const shown = 20
const tokenBytes = 32

/** For whom the link is, as far as that was said: a referent of the group. */
type Reader = TeamView['group']['record']['referents'][number] | null
type State = { made?: { url: string; expiresAt: Date }; isStale?: boolean; status?: number }

/** What such a link is, and those that were passed on. */
export async function showPassing(context: DeskContext): Promise<Response> {
  const view = await openTeamView(context)
  return leadOn(context, view) ?? respond(context, view, {})
}

/** Makes one, which is shown once, or stops one. */
export async function actOnPassing(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const view = await openTeamView(context)
  const elsewhere = leadOn(context, view)
  if (elsewhere) return elsewhere
  if (!form.isFresh) return respond(context, view, { isStale: true, status: 400 })
  const group = view.group.uid
  const { env, var: variables } = context
  switch (form.get('do')) {
    case 'make': {
      const token = crypto
        .getRandomValues(new Uint8Array(tokenBytes))
        .toBase64({ alphabet: 'base64url', omitPadding: true })
      const by = variables.session.coordinator.email
      const person = readerOf(context, view)?.uid ?? null
      const { expiresAt } = await passLink(teamActing(context), { token, uid: mintUid(), group, person, by })
      return respond(context, view, { made: { url: env.PUBLIC_URL + linkPath.passed(token), expiresAt } })
    }
    case 'stop':
      await stopPassedLink(teamActing(context), { uid: form.get('link') ?? '', group })
      return leadTo(context, `/desk/groups/${group}/link?done=passed_link_stopped`)
    default:
      throw new Problem('page_stale')
  }
}

function readerOf({ req }: DeskContext, { group }: TeamView): Reader {
  const asked = req.query('for')
  const seen = group.record.referents.filter(({ uid }) => !group.invited.includes(uid))
  return seen.find(({ uid }) => uid === asked) ?? null
}

async function respond(
  context: DeskContext,
  view: TeamView,
  { made, isStale, status = 200 }: State,
): Promise<Response> {
  const { reads, language, movement, now } = context.var
  const text = textIn(language, movement).passed.desk
  const { uid, record } = view.group
  const name = record.group[0]?.name ?? ''
  const reader = readerOf(context, view)
  const path = `/desk/groups/${uid}/link`
  const token = await formToken(context, path)
  const { links } = await ask(reads, { links: listPassedLinks(reads, uid, shown) })
  const open = links.filter(({ isRevoked, expiresAt }) => !isRevoked && expiresAt > now)
  return respondFrame(context, {
    title: `${text.title} – ${name}`,
    status,
    children: (
      <div class="flow narrow">
        <Done context={context} />
        {isStale && <NotDone title={textIn(language, movement).form.submitAgain} />}
        <p>
          <a class="plain" href={`/desk/groups/${uid}`}>
            {name}
          </a>
        </p>
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        {made ? (
          <Made context={context} group={name} reader={reader} {...made} />
        ) : (
          <DeskForm path={reader ? `${path}?for=${reader.uid}` : path} token={token}>
            <button type="submit" name="do" value="make">
              {reader ? text.makeFor(firstName(reader.name)) : text.make}
            </button>
          </DeskForm>
        )}
        <section aria-labelledby="passed">
          <h2 id="passed">{text.listed}</h2>
          {open.length === 0 && <p class="soft">{text.none}</p>}
          {open.map((link) => (
            <DeskForm path={path} token={token}>
              <p>{lineOf(link)}</p>
              <input type="hidden" name="link" value={link.uid} />
              <button type="submit" class="quiet slim" name="do" value="stop">
                {text.stop}
                <span class="hidden">, {lineOf(link)}</span>
              </button>
            </DeskForm>
          ))}
        </section>
      </div>
    ),
  })

  function lineOf({ by, person, expiresAt }: ListedPassedLink): string {
    const until = localTime(expiresAt, movement.timeZone)
    return text.line(coordinatorName(by, movement), person, showDay(until.day, language), until.time)
  }
}

type MadeProps = { context: DeskContext; group: string; reader: Reader; url: string; expiresAt: Date }

/** The link, this once, with words around it. */
function Made({ context, group, reader, url, expiresAt }: MadeProps) {
  const { language, movement, session } = context.var
  const text = textIn(language, movement).passed.desk
  const until = localTime(expiresAt, movement.timeZone)
  const words = text.message({
    to: reader ? firstName(reader.name) : null,
    group,
    url,
    from: session.coordinator.name,
    movement: movement.name,
  })
  return (
    <div class="done note flow" role="status" tabindex={-1} autofocus>
      <h2>{text.made}</h2>
      <p>{text.once(showDay(until.day, language), until.time)}</p>
      <div class="field">
        <label for="message">{text.messageLabel}</label>
        <textarea id="message" rows={5} readonly class="full">
          {words}
        </textarea>
      </div>
      <div class="field">
        <label for="url">{text.linkLabel}</label>
        <input id="url" value={url} readonly class="full" />
      </div>
      <p class="alone">
        <a class="button" href={`sms:${reader?.phone ?? ''}?&body=${encodeURIComponent(words)}`}>
          {text.sms}
        </a>
      </p>
    </div>
  )
}
