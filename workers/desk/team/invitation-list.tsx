import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm } from '../desk-form.tsx'
import type { TeamProps } from './team-page.tsx'

/** Who is invited, and has not come yet. */
export function InvitationList({ context, state, token }: TeamProps) {
  const { language, movement, now } = context.var
  const text = textIn(language, movement).team
  const day = (at: Date) => showDay(localTime(at, movement.timeZone).day, language)
  return (
    <section aria-labelledby="invited">
      <h2 id="invited">{text.invitedTitle}</h2>
      <ul class="people">
        {state.invitations.map(({ id, name, email, role, regions, invitedAt, expiresAt }) => (
          <li>
            <b>{name}</b>
            <span class="line soft">{email}</span>
            <span class="line">
              {text.role[role]} · {regions?.join(', ') ?? text.everywhere}
            </span>
            <span class="line soft">
              {expiresAt > now ? text.invited(day(invitedAt), day(expiresAt)) : text.expired(day(invitedAt))}
            </span>
            <DeskForm path="/desk/team" token={token}>
              <input type="hidden" name="who" value={id} />
              <div class="row">
                <button type="submit" class="quiet slim" name="do" value="invite_again">
                  {text.inviteAgain}
                  <span class="hidden"> {name}</span>
                </button>
                <button type="submit" class="quiet slim" name="do" value="take_back">
                  {text.takeBack}
                  <span class="hidden"> {name}</span>
                </button>
              </div>
            </DeskForm>
          </li>
        ))}
      </ul>
    </section>
  )
}
