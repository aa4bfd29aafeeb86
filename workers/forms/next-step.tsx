import { isTokenShaped, linkPath } from '#shared/domain/link.ts'
import { Problem, type ProblemCode } from '#shared/domain/problem.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { isTypedControl } from './controls.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { formTokenFor } from './form-token.ts'

const offersLink: readonly ProblemCode[] = ['link_unknown', 'link_expired', 'link_revoked', 'page_unknown']
/** We know whose it was. One that was stopped is in somebody else's hands. */
const renewable: readonly ProblemCode[] = ['link_expired', 'link_expired_since']
/** The same press may work later. */
const passes: readonly ProblemCode[] = ['busy', 'fault', 'too_many', 'page_elsewhere']
/** The link is right, what it was asked for is not there. */
const offersGroups: readonly ProblemCode[] = ['group_unknown', 'group_merged', 'section_unknown']

/** What to do about a problem: press again with all that was typed, get a new link; and what was typed, to be copied. */
export async function nextStep(context: FormsContext, code: ProblemCode, language: Language) {
  const posted = code === 'page_elsewhere' ? await readElsewhere(context) : context.var.posted
  const canRetry = posted !== undefined && passes.includes(code)
  return (
    <>
      {canRetry && (
        <Retry path={pathHere(context)} posted={posted} language={language} movement={context.var.movement} />
      )}
      {await newLink(context, code, language)}
      {offersGroups.includes(code) && <Groups context={context} language={language} />}
      {posted && !canRetry && <Typed posted={posted} language={language} movement={context.var.movement} />}
    </>
  )
}

/** What came from another site is looked at only to be given back: pressed on our own page, it is judged as any other press. */
async function readElsewhere(context: FormsContext): Promise<PostedProps['posted'] | undefined> {
  try {
    await readForm(context)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
  return context.var.posted
}

/** The whole address, where it is ours: a page that a translator shows would send to the translator. */
function pathHere({ req, env }: FormsContext): string {
  const isOurs = URL.canParse(env.PUBLIC_URL) && new URL(env.PUBLIC_URL).host === new URL(req.url).host
  return isOurs ? new URL(req.path, env.PUBLIC_URL).href : req.path
}

function Groups({ context, language }: { context: FormsContext; language: Language }) {
  const token = context.req.param('token') ?? context.req.path.split('/')[2] ?? ''
  if (!isTokenShaped(token)) return null
  return (
    <a class="button big" href={linkPath.update(token)}>
      {textIn(language, context.var.movement).problem.myGroups}
    </a>
  )
}

type PostedProps = { posted: readonly [name: string, value: string][]; language: Language; movement: OwnWords }

function Retry({ path, posted, language, movement }: PostedProps & { path: string }) {
  const text = textIn(language, movement).problem
  return (
    <form method="post" action={path} class="flow">
      {typedIn(posted).length > 0 && <p>{text.kept}</p>}
      {posted.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="big">
        {text.retry}
      </button>
    </form>
  )
}

const typedIn = (posted: PostedProps['posted']) =>
  posted.filter(([name, value]) => isTypedControl(name) && value.trim() !== '')

function Typed({ posted, language, movement }: PostedProps) {
  const text = textIn(language, movement).problem
  const values = typedIn(posted)
  if (values.length === 0) return null
  return (
    <section class="card flow">
      <h2>{text.typed}</h2>
      <p class="hint">{text.typedHint}</p>
      <ul class="known lines">
        {values.map(([, value]) => (
          <li>{value}</li>
        ))}
      </ul>
    </section>
  )
}

/** A link that we know can be renewed by one press; otherwise we ask for the address. */
async function newLink(context: FormsContext, code: ProblemCode, language: Language) {
  const text = textIn(language, context.var.movement).problem
  const token = context.req.param('token') ?? ''
  if (renewable.includes(code) && isTokenShaped(token)) {
    return (
      <form method="post" action="/new-link" class="flow">
        <input type="hidden" name="page" value={await formTokenFor(context, 'new-link')} />
        <input type="hidden" name="link" value={token} />
        <button type="submit" class="big">
          {text.newLink}
        </button>
      </form>
    )
  }
  if (!offersLink.includes(code)) return null
  return (
    <a class="button big" href="/new-link">
      {text.newLink}
    </a>
  )
}
