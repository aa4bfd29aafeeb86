import type { MembershipChange } from '#shared/actions/change-membership.ts'
import { AgainNote } from '#shared/html/again-note.tsx'
import { textIn } from '#shared/text/text.ts'
import { Frame } from './frame.tsx'
import type { GroupLinkSession } from './link-session.ts'

export type MembershipState = {
  page: string
  /** Nobody would be left to write to: asks whether that is meant. */
  asksNobody?: MembershipChange
  isAgain?: boolean
  /** Nobody would be left to write to without them. */
  isLast: boolean
  /** What they are about to do, and are asked about once. */
  asks?: WayOut
}

/** What takes somebody off a group. */
export const waysOut = ['leave', 'not_mine'] as const
export type WayOut = (typeof waysOut)[number]

/** The page for what is neither right nor wrong: leaving, the wrong person, a pause. */
export function MembershipPage({ session, state }: { session: GroupLinkSession; state: MembershipState }) {
  return state.asks ? (
    <Question session={session} state={state} change={state.asks} />
  ) : (
    <Choice session={session} state={state} />
  )
}

function Choice({ session, state }: { session: GroupLinkSession; state: MembershipState }) {
  const { language, path, group } = session
  const { membership: text, form } = textIn(language, session.movement)
  const prefix = [
    ...(state.isAgain ? [form.submitAgain] : []),
    ...(state.asksNobody ? [text.nobodyProblem.replace(/\.$/, '')] : []),
  ]
  const name = group.record.group[0]?.name ?? ''
  const back = `${path}/${group.uid}`
  const now = group.record.group[0]?.state
  return (
    <Frame
      movement={session.movement}
      session={session}
      language={language}
      title={[...prefix, text.title].join(' – ')}
      path={`${back}/part`}
    >
      <p>
        <a class="plain" href={back}>
          {textIn(language, session.movement).history.back}
        </a>
      </p>
      {state.isAgain && <AgainNote title={form.submitAgain} />}
      <div>
        <p class="soft">{name}</p>
        <h1>{text.title}</h1>
      </div>
      <WayOutCard session={session} change="leave" isLast={state.isLast} />
      <WayOutCard session={session} change="not_mine" isLast={state.isLast} />
      {now !== 'closed' && <ChangeCard session={session} state={state} change={now === 'asleep' ? 'wake' : 'pause'} />}
    </Frame>
  )
}

/** The way to the question. */
function WayOutCard({ session, change, isLast }: { session: GroupLinkSession; change: WayOut; isLast: boolean }) {
  const { movement, language, path, group } = session
  const text = textIn(language, movement).membership.changes[change]
  return (
    <section class="card flow">
      <h2>{text.title}</h2>
      <p>{leadOf(session, change, isLast)}</p>
      <a class="button quiet" href={`${path}/${group.uid}/part?do=${change}`}>
        {text.button}
      </a>
    </section>
  )
}

/** What follows for others is said where there are others, of a group that is written to. */
function leadOf({ movement, language, group }: GroupLinkSession, change: WayOut, isLast: boolean): string {
  const { changes } = textIn(language, movement).membership
  const isWritten = movement.writesTo.some((state) => state === group.record.group[0]?.state)
  return change === 'leave' && (isLast || !isWritten) ? changes.leave.alone : changes[change].lead
}

/** Whoever leaves, or was never there, is asked once, and hears how it is taken back. */
function Question({ session, state, change }: { session: GroupLinkSession; state: MembershipState; change: WayOut }) {
  const { language, path, group } = session
  const { membership: text, form } = textIn(language, session.movement)
  const title = text.changes[change].question(group.record.group[0]?.name ?? '')
  const prefix = [
    ...(state.isAgain ? [form.submitAgain] : []),
    ...(state.asksNobody ? [text.nobodyProblem.replace(/\.$/, '')] : []),
  ]
  return (
    <Frame
      movement={session.movement}
      session={session}
      language={language}
      title={[...prefix, title].join(' – ')}
      path={`${path}/${group.uid}/part`}
    >
      {state.isAgain && <AgainNote title={form.submitAgain} />}
      <h1>{title}</h1>
      <p class="lead">{leadOf(session, change, state.isLast || state.asksNobody === change)}</p>
      {change === 'leave' && !state.isLast && !state.asksNobody && (
        <p>
          {text.successor} <a href={`${path}/${group.uid}/referents`}>{text.nameSomebody}</a>
        </p>
      )}
      <form method="post" action={`${path}/${group.uid}/part`} class="flow">
        <input type="hidden" name="page" value={state.page} />
        <input type="hidden" name="sure" value="oui" />
        {(state.isLast || state.asksNobody) && <Nobody session={session} isMissed={state.asksNobody === change} />}
        <p class="hint">{text.mayReturn}</p>
        <button type="submit" name="do" value={change}>
          {text.changes[change].button}
        </button>
      </form>
      <p>
        <a class="plain" href={`${path}/${group.uid}`}>
          {text.stay}
        </a>
      </p>
    </Frame>
  )
}

function ChangeCard({
  session,
  state,
  change,
}: {
  session: GroupLinkSession
  state: MembershipState
  change: MembershipChange
}) {
  const { language, path, group } = session
  const text = textIn(language, session.movement).membership.changes[change]
  const action = `${path}/${group.uid}/part`
  return (
    <form method="post" action={action} class="card flow">
      <input type="hidden" name="page" value={state.page} />
      <h2>{text.title}</h2>
      <p>{text.lead}</p>
      {state.asksNobody === change && <Nobody session={session} isMissed />}
      <button type="submit" class="quiet" name="do" value={change}>
        {text.button}
      </button>
    </form>
  )
}

type NobodyProps = { session: GroupLinkSession /** It was asked before. */; isMissed: boolean }

/** Who follows, or that nobody does for now. */
function Nobody({ session: { movement, language, path, group, person }, isMissed }: NobodyProps) {
  const text = textIn(language, movement).membership
  const others = group.record.referents.filter(({ uid }) => uid !== person.uid).map(({ name }) => name)
  return (
    <div
      class={isMissed ? 'wrong flow' : 'note flow'}
      {...(isMissed ? { role: 'alert', tabindex: -1, autofocus: true } : {})}
    >
      <p class={isMissed ? 'error' : undefined}>{text.nobodyProblem}</p>
      {others.length > 0 && <p>{text.unreachable(others)}</p>}
      <p>
        <a class="button" href={`${path}/${group.uid}/referents`}>
          {text.nameSomebody}
        </a>
      </p>
      <label class="pick" for="nobody">
        <input type="checkbox" id="nobody" name="nobody" value="oui" />
        {textIn(language, movement).form.nobody}
      </label>
    </div>
  )
}
