import type { RiskyGroup } from '#shared/db/risks.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import { silenceToCall } from '#shared/domain/silence.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { coordinatorName, riskInWords } from '#workers/team/risk-words.ts'
import { WhomToReach } from '#workers/team/whom-to-reach.tsx'
import { dayName } from './dates.ts'

type RiskListProps = {
  /** Whether whoever looks may act: then the list leads to where calls are shared. */
  mayAct: boolean
  movement: Movement
  groups: readonly RiskyGroup[]
  /** How many groups have no referent. */
  orphans: number
  language: Language
}

/** The groups to call today, with why and whom. */
export function RiskList({ mayAct, movement, groups, orphans, language }: RiskListProps) {
  const text = textIn(language, movement).dashboard.risks
  return (
    <section aria-labelledby="risks">
      <h2 id="risks">{text.title}</h2>
      {groups.length === 0 && <p class="soft">{text.none}</p>}
      <ul class="feed">
        {groups.map((group) => (
          <li>
            <a class="strong" href={`/dashboard/groups/${group.uid}`}>
              {group.name}
            </a>
            <span class="line">
              {group.risks.map((risk) => riskInWords(risk, movement, language, dayName)).join(', ')}
            </span>
            {group.call.takenBy && (
              <span class="line soft">
                {textIn(language, movement).calls.taken(coordinatorName(group.call.takenBy, movement))}
              </span>
            )}
            <WhomToReach movement={movement} group={group} language={language} />
          </li>
        ))}
      </ul>
      {groups.length > 0 && mayAct && (
        <p>
          <a class="button quiet" href="/desk/calls">
            {textIn(language, movement).calls.title}
          </a>
        </p>
      )}
      {groups.length > 0 && (
        <ul class="plain-list">
          <li>
            <a
              href={`${groupsPath({ silent: silenceToCall })}&sort=answered&column=contacts&column=silent&column=checked`}
            >
              {text.all(silenceToCall)}
            </a>
          </li>
          {groups.some(({ risks }) => risks.some(({ why }) => why === 'suppressed' || why === 'unsubscribed')) && (
            <li>
              <a href={`${groupsPath({ reach: 'suppressed', state: movement.writesTo })}&column=contacts`}>
                {text.suppressAll}
              </a>
            </li>
          )}
          {orphans > 0 && (
            <li>
              <a href={groupsPath({ reach: 'nobody', state: movement.writesTo })}>{text.orphans(orphans)}</a>
            </li>
          )}
        </ul>
      )}
      <p class="counted">{text.counted(silenceToCall)}</p>
    </section>
  )
}
