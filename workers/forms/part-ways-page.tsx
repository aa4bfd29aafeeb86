import type { MembershipChange } from '#shared/actions/change-membership.ts'
import { AgainNote } from '#shared/html/again-note.tsx'
import { textIn } from '#shared/text/text.ts'
import { Frame } from './frame.tsx'
import type { GroupVisit } from './visit.ts'

export type PartWaysState = {
  page: string
  /** Nobody would be left to write to: asks whether that is meant. */
  asksNobody?: MembershipChange
  isAgain?: boolean
}

/** The page for what is neither right nor wrong: leaving, the wrong person, a pause. */
export function PartWays({ visit, state }: { visit: GroupVisit; state: PartWaysState }) {
  const { language, path, group } = visit
  const { partWays: text, form } = textIn(language)
  const prefix = [
    ...(state.isAgain ? [form.pressAgain] : []),
    ...(state.asksNobody ? [text.nobodyProblem.replace(/\.$/, '')] : []),
  ]
  const name = group.record.group[0]?.name ?? ''
  const back = `${path}/${group.uid}`
  const now = group.record.group[0]?.state
  return (
    <Frame
      movement={visit.movement}
      visit={visit}
      language={language}
      title={[...prefix, text.title].join(' – ')}
      path={`${back}/part`}
    >
      <p>
        <a class="plain" href={back}>
          {textIn(language).history.back}
        </a>
      </p>
      {state.isAgain && <AgainNote title={form.pressAgain} />}
      <div>
        <p class="soft">{name}</p>
        <h1>{text.title}</h1>
      </div>
      <DeedCard visit={visit} state={state} deed="leave" />
      <DeedCard visit={visit} state={state} deed="not_mine" />
      {now !== 'closed' && <DeedCard visit={visit} state={state} deed={now === 'asleep' ? 'wake' : 'pause'} />}
    </Frame>
  )
}

function DeedCard({ visit, state, deed }: { visit: GroupVisit; state: PartWaysState; deed: MembershipChange }) {
  const { language, path, group } = visit
  const text = textIn(language).partWays.deeds[deed]
  const action = `${path}/${group.uid}/part`
  return (
    <form method="post" action={action} class="card flow">
      <input type="hidden" name="page" value={state.page} />
      <h2>{text.title}</h2>
      <p>{text.lead}</p>
      {state.asksNobody === deed && <Nobody visit={visit} />}
      <button type="submit" class="quiet" name="do" value={deed}>
        {text.button}
      </button>
    </form>
  )
}

function Nobody({ visit: { language, path, group, person } }: { visit: GroupVisit }) {
  const text = textIn(language).partWays
  const others = group.record.referents.filter(({ uid }) => uid !== person.uid).map(({ name }) => name)
  return (
    <div class="wrong flow" role="alert" tabindex={-1} autofocus>
      <p class="error">{text.nobodyProblem}</p>
      {others.length > 0 && <p>{text.unreachable(others)}</p>}
      <p>
        <a class="button" href={`${path}/${group.uid}/referents`}>
          {text.nameSomebody}
        </a>
      </p>
      <label class="pick" for="nobody">
        <input type="checkbox" id="nobody" name="nobody" value="oui" />
        {textIn(language).form.nobody}
      </label>
    </div>
  )
}
