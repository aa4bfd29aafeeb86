import { takeBackAddress } from '#shared/actions/take-back-address.ts'
import { type FormerLink, findFormer } from '#shared/db/former-addresses.ts'
import { countSubmission } from '#shared/db/submissions.ts'
import { hashToken, isTokenShaped, linkPath } from '#shared/domain/link.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { AgainNote } from '#shared/html/again-note.tsx'
import { redirectTo } from '#shared/html/respond.ts'
import { showDay } from '#shared/record/show.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { readForm } from './form.ts'
import { formTokenFor, readSubmission } from './form-token.ts'
import { Frame } from './frame.tsx'
import { askIfHuman } from './human-check.tsx'
import { readerLanguage } from './reader.ts'
import { refuseManySubmissions } from './request-guards.ts'
import { respondForm } from './respond-form.ts'

const purpose = (hash: string) => `back:${hash}`
const tokenOf = (context: FormsContext) => context.req.param('token') ?? ''

/** To the address that somebody had until lately: whether they want it back. Before they say so the link opens nothing; after it, it is theirs. */
export async function showTakeBack(context: FormsContext): Promise<Response> {
  const link = await openFormer(context)
  return link.isOwn ? redirectTo(linkPath.update(tokenOf(context))) : respond(context, link)
}

export async function takeAddressBack(context: FormsContext): Promise<Response> {
  const data = await readForm(context)
  const link = await openFormer(context)
  if (link.isOwn) return redirectTo(linkPath.update(tokenOf(context)))
  const { former, hash, submissions } = link
  const submission = await readSubmission(context, purpose(hash), data)
  const language = languageOf(context, link)
  const text = textIn(language, context.var.movement).invited
  if (!former) return respond(context, link)
  if (submission === 'unsure') return askIfHuman(context, null, { words: text.back })
  if (submission !== 'deliberate') return respond(context, link, true)
  const { movement, now } = context.var
  const db = context.env.DB
  const alongside = { statements: countSubmission(db, { client: hash, before: submissions }, now) }
  await takeBackAddress({ db, movement, actor: { kind: 'referent', link: hash }, now, alongside }, former)
  return respondForm(
    <Frame movement={movement} language={language} title={text.backDoneTitle} path={null}>
      <h1>{text.backDoneTitle}</h1>
      <p class="lead">{text.backDoneLead}</p>
      <p>
        <a class="button" href={linkPath.update(tokenOf(context))}>
          {textIn(language, movement).unsubscribe.toGroup}
        </a>
      </p>
    </Frame>,
  )
}

type Opened = FormerLink & { hash: string }

/** @throws Problem when the link of this request does not work. */
async function openFormer(context: FormsContext): Promise<Opened> {
  const token = tokenOf(context)
  if (!isTokenShaped(token)) throw new Problem('link_unknown')
  const hash = await hashToken(token)
  const found = await findFormer(context.env.DB, hash, context.var.now)
  if (!found) throw new Problem('link_unknown')
  if (found.revokedAt) throw new Problem('link_revoked')
  if (found.expiresAt <= context.var.now) throw new Problem('link_expired')
  refuseManySubmissions(context, found.submissions)
  return { ...found, hash }
}

const languageOf = (context: FormsContext, { former }: FormerLink): Language => {
  const { language } = former ?? {}
  return readerLanguage(context, isLanguage(language) ? language : null)
}

async function respond(context: FormsContext, link: Opened, isAgain = false): Promise<Response> {
  const { movement } = context.var
  const language = languageOf(context, link)
  const page = await formTokenFor(context, purpose(link.hash))
  const shown = (
    <TakeBack
      movement={movement}
      language={language}
      link={link}
      page={page}
      path={context.req.path}
      isAgain={isAgain}
    />
  )
  return respondForm(shown, { status: isAgain ? 400 : 200 })
}

type TakeBackProps = {
  movement: FormsContext['var']['movement']
  language: Language
  link: FormerLink
  page: string
  path: string
  isAgain: boolean
}

function TakeBack({ movement, language, link: { former }, page, path, isAgain }: TakeBackProps) {
  const { invited: text } = textIn(language, movement)
  const title = former ? text.backTitle : text.backNothingTitle
  return (
    <Frame movement={movement} language={language} title={isAgain ? `${text.again} – ${title}` : title} path={path}>
      {isAgain && <AgainNote title={text.again} />}
      <h1>{title}</h1>
      {former === null ? (
        <p class="lead">{text.backNothingLead}</p>
      ) : (
        <>
          <p class="lead">{text.backLead(former.address)}</p>
          <form method="post" action={path} class="flow">
            <input type="hidden" name="page" value={page} />
            <button type="submit" class="big">
              {text.back}
            </button>
          </form>
          <p>{text.backUntil(showDay(localTime(former.until, movement.timeZone).day, language))}</p>
        </>
      )}
    </Frame>
  )
}
