import { makeFeedKey, revokeFeedKey } from '#shared/actions/feed-keys.ts'
import { ask } from '#shared/db/ask.ts'
import { type ListedKey, listFeedKeys } from '#shared/db/feed-keys.ts'
import { listRegions } from '#shared/db/group-list.ts'
import type { AnswerChoice } from '#shared/domain/answer-choices.ts'
import { feedPurposes, longestKeyName } from '#shared/domain/feed-purpose.ts'
import { keyChoices } from '#shared/domain/key-answers.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { answerInWords } from '#workers/team/group-filters.tsx'
import { DeskForm, formToken, type PostedDeskForm, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { Done, NotDone } from './notice.tsx'
import { requireFreshSignIn } from './sign-in-guard.ts'

const path = '/desk/keys'

type State = { keys: readonly ListedKey[]; regions: readonly string[] }
type Typed = {
  name: string
  purpose: string
  regions: readonly string[]
  answers: readonly string[]
  problems: { name?: string; purpose?: string; answer?: string }
}
const blank: Typed = { name: '', purpose: '', regions: [], answers: [], problems: {} }

/** The keys that there are, and the form of one more. */
export async function showFeedKeys(context: DeskContext): Promise<Response> {
  return respond(context, await read(context), blank)
}

/** Makes a key, which is shown this once; or stops one. */
export async function changeFeedKeys(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const state = await read(context)
  const typed = readTyped(context, form, state)
  if (!form.isFresh) return respond(context, state, typed, 400)
  if (form.get('do') === 'revoke') {
    await revokeFeedKey(teamActing(context), form.get('key') ?? '')
    return leadTo(context, `${path}?done=key_revoked`)
  }
  if (form.get('do') !== 'make') throw new Problem('page_stale')
  if (Object.keys(typed.problems).length > 0) return respond(context, state, typed, 422)
  // What a program has read cannot be taken back
  requireFreshSignIn(context)
  const { name, purpose, answers } = typed
  const token = crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: 'base64url', omitPadding: true })
  const regions = typed.regions.length > 0 ? typed.regions : null
  await makeFeedKey(teamActing(context), { token, purpose, name, regions, answers })
  return showMade(context, token)
}

function readTyped(context: DeskContext, form: PostedDeskForm, { keys, regions }: State): Typed {
  const text = textIn(context.var.language, context.var.movement).keys
  const name = (form.get('name') ?? '').slice(0, longestKeyName + 1).trim()
  const purpose = form.get('purpose') ?? ''
  const isNamed = name !== '' && name.length <= longestKeyName
  const isTaken = keys.some((key) => key.name === name && key.revokedAt === null)
  const isKnown = feedPurposes(context.var.movement).includes(purpose)
  const { sections } = context.var.movement
  const answers = form.getAll('answer').filter((answer) => offeredIn(keyChoices(sections, false)).includes(answer))
  const isShown = answers.every((answer) => offeredIn(keyChoices(sections, purpose === 'map')).includes(answer))
  return {
    name,
    purpose,
    regions: form.getAll('region').filter((region) => regions.includes(region)),
    answers,
    problems: {
      ...(!isNamed ? { name: text.nameWrong } : isTaken ? { name: text.nameTaken } : {}),
      ...(isKnown ? {} : { purpose: text.whatWrong }),
      ...(isShown ? {} : { answer: text.answersWrong }),
    },
  }
}

const offeredIn = (choices: readonly AnswerChoice[]) =>
  choices.flatMap(({ options }) => options.map(([value]) => value))

async function read({ var: { reads } }: DeskContext): Promise<State> {
  const { keys, places } = await ask(reads, { keys: listFeedKeys(reads), places: listRegions(reads) })
  return { keys, regions: places.map(({ region }) => region) }
}

function purposeName({ var: { language, movement } }: DeskContext, purpose: string): string {
  const text = textIn(language, movement).keys
  const list = movement.lists.find(({ key }) => purpose === `lists/${key}`)
  return list ? text.list(list.label[language]) : (text.purpose[purpose] ?? purpose)
}

async function respond(context: DeskContext, state: State, typed: Typed, status = 200): Promise<Response> {
  const all = textIn(context.var.language, context.var.movement)
  const text = all.keys
  const token = await formToken(context, path)
  const { name, purpose, answer } = typed.problems
  const entries = [
    ...(name ? [{ id: 'name', text: name }] : []),
    ...(purpose ? [{ id: 'purpose', text: purpose }] : []),
    ...(answer ? [{ id: 'answers', text: answer }] : []),
  ]
  const isWrong = status === 422
  return respondFrame(context, {
    title: isWrong ? `${all.form.errorsTitle(entries.length)} – ${text.title}` : text.title,
    status,
    children: (
      <div class="flow narrow">
        <Done context={context} />
        {isWrong && <ErrorSummary title={all.form.errorsTitle(entries.length)} entries={entries} />}
        {status === 400 && <NotDone title={all.form.submitAgain} />}
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <KeyList context={context} keys={state.keys} token={token} />
        <KeyForm
          context={context}
          regions={state.regions}
          typed={isWrong || status === 400 ? typed : blank}
          token={token}
          isWrong={isWrong}
        />
      </div>
    ),
  })
}

type ListProps = { context: DeskContext; keys: readonly ListedKey[]; token: string }

function KeyList({ context, keys, token }: ListProps) {
  const { language, movement } = context.var
  const text = textIn(language, movement).keys
  const day = (at: Date) => showDay(localTime(at, movement.timeZone).day, language)
  if (keys.length === 0) return <p class="soft">{text.none}</p>
  return (
    <ul class="people">
      {keys.map(({ name, purpose, regions, answers, madeAt, revokedAt }) => (
        <li>
          <b>{name}</b>
          <span class="line">
            {purposeName(context, purpose)} · {regions?.join(', ') ?? text.everywhere}
            {answers.map((answer) => ` · ${answerInWords(answer, movement.sections, language)}`)}
          </span>
          <span class="line soft">
            {text.made(day(madeAt))}
            {revokedAt && ` · ${text.revoked(day(revokedAt))}`}
          </span>
          {!revokedAt && (
            <DeskForm path={path} token={token}>
              <input type="hidden" name="key" value={name} />
              <button type="submit" class="quiet slim" name="do" value="revoke">
                {text.revoke}
                <span class="hidden">, {name}</span>
              </button>
            </DeskForm>
          )}
        </li>
      ))}
    </ul>
  )
}

type FormProps = { context: DeskContext; regions: readonly string[]; typed: Typed; token: string; isWrong: boolean }

function KeyForm({ context, regions, typed, token, isWrong }: FormProps) {
  const text = textIn(context.var.language, context.var.movement).keys
  const problems = isWrong ? typed.problems : {}
  return (
    <section aria-labelledby="make">
      <h2 id="make">{text.makeTitle}</h2>
      <DeskForm path={path} token={token}>
        <div class={problems.name ? 'field wrong' : 'field'}>
          <label for="name">{text.name}</label>
          <p class="hint" id="name-hint">
            {text.nameHint}
          </p>
          {problems.name && <p class="error">{problems.name}</p>}
          <input type="text" id="name" name="name" value={typed.name} autocomplete="off" aria-describedby="name-hint" />
        </div>
        <div class={problems.purpose ? 'field wrong' : 'field'}>
          <fieldset>
            <legend>{text.what}</legend>
            {problems.purpose && <p class="error">{problems.purpose}</p>}
            {feedPurposes(context.var.movement).map((purpose, index) => (
              <label class="pick" for={index === 0 ? 'purpose' : `purpose-${index}`}>
                <input
                  type="radio"
                  id={index === 0 ? 'purpose' : `purpose-${index}`}
                  name="purpose"
                  value={purpose}
                  checked={purpose === typed.purpose}
                />
                {purposeName(context, purpose)}
              </label>
            ))}
          </fieldset>
        </div>
        {regions.length > 0 && (
          <details open={typed.regions.length > 0 || undefined}>
            <summary>{text.regions}</summary>
            {regions.map((region, index) => (
              <label class="pick" for={`region-${index}`}>
                <input
                  type="checkbox"
                  id={`region-${index}`}
                  name="region"
                  value={region}
                  checked={typed.regions.includes(region)}
                />
                {region}
              </label>
            ))}
          </details>
        )}
        <AnswerLimits context={context} typed={typed} problem={problems.answer} />
        <button type="submit" name="do" value="make">
          {text.make}
        </button>
      </DeskForm>
    </section>
  )
}

type LimitsProps = { context: DeskContext; typed: Typed; problem: string | undefined }

/** The questions of the movement's own to whose answers the key may be limited. */
function AnswerLimits({ context, typed, problem }: LimitsProps) {
  const { language, movement } = context.var
  const text = textIn(language, movement).keys
  const choices = keyChoices(movement.sections, false)
  if (choices.length === 0) return null
  return (
    <details id="answers" open={typed.answers.length > 0 || undefined} class={problem ? 'wrong' : undefined}>
      <summary>{text.answers}</summary>
      {problem && <p class="error">{problem}</p>}
      <p class="hint">{text.answersLead}</p>
      {choices.map(({ label, options }) => (
        <fieldset>
          <legend>{label[language]}</legend>
          {options.map(([value, option]) => (
            <label class="pick" for={`answer-${value}`}>
              <input
                type="checkbox"
                id={`answer-${value}`}
                name="answer"
                value={value}
                checked={typed.answers.includes(value)}
              />
              {option[language]}
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  )
}

/** In this answer alone: of the key, only a sum is kept. */
function showMade(context: DeskContext, token: string): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement).keys
  return respondFrame(context, {
    title: text.shownTitle,
    children: (
      <div class="flow narrow">
        <h1>{text.shownTitle}</h1>
        <p class="lead">{text.shownLead}</p>
        <p class="secret">{token}</p>
        <a class="button" href={path}>
          {text.back}
        </a>
      </div>
    ),
  })
}
