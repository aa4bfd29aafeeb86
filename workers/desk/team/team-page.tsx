import type { TeamInvitation } from '#shared/db/team-invitations.ts'
import { roleOf } from '#shared/domain/role.ts'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { problemText } from '#shared/html/field-input.tsx'
import type { Coordinator } from '#shared/movement.ts'
import { inviteeFields } from '#shared/record/coordinator.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { Was } from '../meanwhile.tsx'
import { Done, NotDone, OldSignIn } from '../notice.tsx'
import { CoordinatorFields } from './coordinator-fields.tsx'
import { InvitationList } from './invitation-list.tsx'
import { keptCoordinator, type TypedCoordinator } from './typed-coordinator.ts'

type Member = { id: string; coordinator: Coordinator /** They have a second factor. */; hasFactor: boolean }
export type TeamState = {
  /** Those that there are to choose from. */
  regions: readonly string[]
  members: readonly Member[]
  invitations: readonly (TeamInvitation & { id: string })[]
}
/** What was sent in vain, by whose form (`id`). `title` is empty where the fields say what is wrong. */
export type TeamTrouble = { id: string; typed: TypedCoordinator; title: string; status: number; isOld?: boolean }

export type TeamProps = { context: DeskContext; state: TeamState; token: string; trouble: TeamTrouble | undefined }

/** Who is of the team, what each may do, and who is invited. */
export function TeamPage({ blank, ...props }: TeamProps & { blank: TypedCoordinator }) {
  const { context, state, token, trouble } = props
  const text = textIn(context.var.language, context.var.movement).team
  return (
    <>
      <Done context={context} />
      <Trouble {...props} />
      <div class="headline">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </div>
      <div class="spread">
        <div class="major">
          <section aria-labelledby="list">
            <h2 id="list">{text.list}</h2>
            <ul class="people">
              {state.members.map((member) => (
                <MemberItem {...props} member={member} />
              ))}
            </ul>
          </section>
          {state.invitations.length > 0 && <InvitationList {...props} />}
        </div>
        <div class="minor">
          <section aria-labelledby="invite-title">
            <h2 id="invite-title">{text.inviteTitle}</h2>
            <p class="says">{text.inviteLead}</p>
            <DeskForm path="/desk/team" token={token}>
              <CoordinatorFields
                context={context}
                id="invite"
                typed={trouble?.id === 'invite' ? trouble.typed : blank}
                regions={state.regions}
                asksAddress
              />
              <button type="submit" name="do" value="invite">
                {text.invite}
              </button>
            </DeskForm>
          </section>
        </div>
      </div>
    </>
  )
}

function Trouble({ context, trouble }: TeamProps) {
  const { language } = context.var
  const text = textIn(language, context.var.movement)
  if (!trouble) return null
  if (trouble.isOld) return <OldSignIn context={context} />
  if (trouble.title !== '') return <NotDone title={trouble.title} />
  const { name, email, role, regions } = trouble.typed.problems
  const entries = [
    ...(name
      ? [{ id: `${trouble.id}-name`, text: problemText(inviteeFields.name, name, language, context.var.movement) }]
      : []),
    ...(email
      ? [{ id: `${trouble.id}-email`, text: problemText(inviteeFields.email, email, language, context.var.movement) }]
      : []),
    ...(role ? [{ id: `${trouble.id}-role`, text: text.team.mayOnly }] : []),
    ...(regions ? [{ id: `${trouble.id}-regions`, text: text.team.regionsUnknown }] : []),
  ]
  return <ErrorSummary title={text.form.errorsTitle(entries.length)} entries={entries} />
}

function MemberItem({ member, ...props }: TeamProps & { member: Member }) {
  const { context, trouble } = props
  const { id, coordinator, hasFactor } = member
  const { factor, team: text } = textIn(context.var.language, context.var.movement)
  const { name, email, regions, isFixed } = coordinator
  const isYou = email === context.var.session.coordinator.email
  return (
    <li>
      <b>{name}</b> {isYou && <span class="soft">{text.you}</span>}
      <span class="line soft">{email}</span>
      <span class="line">
        {text.role[roleOf(coordinator)]} · {regions?.join(', ') ?? text.everywhere}
      </span>
      <span class="line soft">{hasFactor ? factor.on : factor.off}</span>
      {isFixed ? (
        <span class="line soft">{text.fixed}</span>
      ) : (
        <details open={trouble?.id === id || undefined}>
          <summary>{text.correct(name)}</summary>
          <MemberForm {...props} member={member} />
        </details>
      )}
      {hasFactor && !isYou && <ResetForm {...props} member={member} />}
    </li>
  )
}

function MemberForm({ context, state, token, trouble, member: { id, coordinator } }: TeamProps & { member: Member }) {
  const text = textIn(context.var.language, context.var.movement).team
  const kept = keptCoordinator(coordinator, context.var.movement.languages[0])
  return (
    <>
      <DeskForm path="/desk/team" token={token}>
        <input type="hidden" name="who" value={id} />
        <Was kept={kept} />
        <CoordinatorFields
          context={context}
          id={id}
          typed={trouble?.id === id ? trouble.typed : kept}
          regions={state.regions}
          asksAddress={false}
        />
        <button type="submit" name="do" value="change">
          {text.save}
        </button>
      </DeskForm>
      <DeskForm path="/desk/team" token={token}>
        <input type="hidden" name="who" value={id} />
        <p>{text.removeLead}</p>
        <label class="pick" for={`${id}-sure`}>
          <input type="checkbox" id={`${id}-sure`} name="sure" value="oui" />
          {text.sure(coordinator.name)}
        </label>
        <button type="submit" class="quiet" name="do" value="remove">
          {text.remove}
        </button>
      </DeskForm>
    </>
  )
}

function ResetForm({ context, token, member: { id, coordinator } }: TeamProps & { member: Member }) {
  const text = textIn(context.var.language, context.var.movement).factor
  return (
    <details>
      <summary>{text.reset}</summary>
      <DeskForm path="/desk/team" token={token}>
        <input type="hidden" name="who" value={id} />
        <p>{text.resetLead}</p>
        <button type="submit" class="quiet" name="do" value="reset_factor">
          {text.reset}
          <span class="hidden">, {coordinator.name}</span>
        </button>
      </DeskForm>
    </details>
  )
}
