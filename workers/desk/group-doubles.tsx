import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { DoubleList } from './find-double.tsx'
import type { BesideGroup, TeamView } from './team-view.ts'

type DoublesProps = { context: DeskContext; view: TeamView; beside: BesideGroup; token: string }

/** Groups that are one with this one since a merge, and those that may be it registered twice. */
export function Doubles(props: DoublesProps) {
  const { view, beside } = props
  const text = textIn(view.language, view.movement).merge.group
  const { uid } = view.group
  return (
    <>
      {beside.merges.length > 0 && <Merged {...props} />}
      <section aria-labelledby="doubles">
        <h2 id="doubles">{text.section}</h2>
        <p class="says">{text.sectionLead}</p>
        <DoubleList kept={uid} groups={beside.alike} language={view.language} movement={view.movement} />
        <p class="alone">
          <a href={`/desk/groups/${uid}/merge`}>{text.open}</a>
        </p>
      </section>
    </>
  )
}

function Merged({ context, view: { group, language, movement }, beside, token }: DoublesProps) {
  const text = textIn(language, movement).merge.group
  return (
    <section aria-labelledby="merged">
      <h2 id="merged">{text.mergedTitle}</h2>
      <ul class="known">
        {beside.merges.map(({ other, mergedAt, by, isUntouched }) => (
          <li>
            <p>
              {text.merged(
                other.name,
                showDay(localTime(mergedAt, movement.timeZone).day, language),
                movement.coordinators.find(({ email }) => email === by)?.name ?? null,
              )}
            </p>
            <p>
              <a href={`/desk/groups/${group.uid}/merged/${other.uid}`}>{text.history(other.name)}</a>
            </p>
            {isUntouched ? (
              <DeskForm path={`/desk/groups/${context.req.param('uid')}`} token={token}>
                <input type="hidden" name="merged" value={other.uid} />
                <button type="submit" class="quiet" name="do" value="part">
                  {text.undo}
                </button>
              </DeskForm>
            ) : (
              <p class="soft">{text.written}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
