import type { FactorState } from '#shared/db/second-factors.ts'
import { inGroups } from '#shared/domain/second-factor.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { DeskForm } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { Done } from '../notice.tsx'
import { QrPicture } from './qr-picture.tsx'

const path = '/desk/second-factor'

type PageProps = {
  context: DeskContext
  token: string /** What is wrong with the code that was sent. */
  problem: string | null
}

/** Asks for the code of the phone, or for a recovery code, in one box. */
export function AskCode({ context, token, problem }: PageProps) {
  const text = textIn(context.var.language, context.var.movement).factor
  return (
    <div class="flow narrow">
      <h1>{text.codeTitle}</h1>
      <p class="lead">{text.codeLead}</p>
      <DeskForm path={path} token={token}>
        <CodeBox language={context.var.language} movement={context.var.movement} problem={problem} />
        <button type="submit" class="big" name="do" value="enter">
          {text.enter}
        </button>
      </DeskForm>
      <details>
        <summary>{text.lost}</summary>
        <p>{text.lostLead}</p>
      </details>
    </div>
  )
}

function CodeBox({ language, movement, problem }: { language: Language; movement: OwnWords; problem: string | null }) {
  const text = textIn(language, movement).factor
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label for="code">{text.code}</label>
      {problem && (
        <p class="error" id="code-error">
          {problem}
        </p>
      )}
      <input
        type="text"
        id="code"
        name="code"
        class="short"
        autocomplete="one-time-code"
        autocapitalize="none"
        spellcheck={false}
        autofocus
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? 'code-error' : undefined}
      />
    </div>
  )
}

type SetUpProps = PageProps & { salt: string; address: string; secret: string; isNeeded: boolean }

/** Three steps: a program, the picture, a first code. */
export function SetUp({ context, token, problem, salt, address, secret, isNeeded }: SetUpProps) {
  const text = textIn(context.var.language, context.var.movement).factor
  return (
    <div class="flow narrow">
      <Done context={context} />
      <h1>{text.title}</h1>
      <p class="lead">{isNeeded ? text.neededLead : text.lead}</p>
      <ol class="steps flow">
        <li>
          <p>{text.program}</p>
        </li>
        <li>
          <p>{text.scan}</p>
          <QrPicture text={address} label={text.picture} />
          <p>{text.orType}</p>
          <p class="secret">{secret}</p>
        </li>
        <li>
          <p>{text.first}</p>
          <DeskForm path={path} token={token}>
            <input type="hidden" name="salt" value={salt} />
            <CodeBox language={context.var.language} movement={context.var.movement} problem={problem} />
            <button type="submit" name="do" value="set_up">
              {text.setUp}
            </button>
          </DeskForm>
        </li>
      </ol>
    </div>
  )
}

/** Shown once. */
export function Codes({
  language,
  movement,
  codes,
  next,
}: {
  language: Language
  movement: OwnWords
  codes: readonly string[]
  next: string
}) {
  const text = textIn(language, movement).factor
  return (
    <div class="flow narrow">
      <h1>{text.codesTitle}</h1>
      <p class="lead">{text.codesLead}</p>
      <ul class="plain-list secret">
        {codes.map((code) => (
          <li>{inGroups(code)}</li>
        ))}
      </ul>
      <a class="button" href={next}>
        {text.kept}
      </a>
    </div>
  )
}

/** It is set up, and this session has passed it. */
export function FactorStatus({ context, token, state }: PageProps & { state: FactorState }) {
  const { language, movement } = context.var
  const text = textIn(language, movement).factor
  return (
    <div class="flow narrow">
      <Done context={context} />
      <h1>{text.title}</h1>
      {state.madeAt && (
        <p class="lead">{text.since(showDay(localTime(state.madeAt, movement.timeZone).day, language))}</p>
      )}
      <section aria-labelledby="codes">
        <h2 id="codes">{text.recovery}</h2>
        <p>{text.left(state.recoveryLeft)}</p>
        <DeskForm path={path} token={token}>
          <button type="submit" class="quiet" name="do" value="renew">
            {text.renew}
          </button>
        </DeskForm>
      </section>
      <section aria-labelledby="remove">
        <h2 id="remove">{text.removeTitle}</h2>
        <p>{text.removeLead}</p>
        <DeskForm path={path} token={token}>
          <button type="submit" class="quiet" name="do" value="remove">
            {text.remove}
          </button>
        </DeskForm>
      </section>
    </div>
  )
}
