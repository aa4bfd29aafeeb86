import { ask } from '#shared/db/ask.ts'
import { findCall, listTeamNotes } from '#shared/db/calls.ts'
import {
  campaignsToChoose,
  type GroupPage,
  type GroupRound,
  groupMails,
  groupPage,
  groupRounds,
} from '#shared/db/group-page.ts'
import { listWords, type Word } from '#shared/db/notes-of-referents.ts'
import { rowNames } from '#shared/domain/change-words.ts'
import { departmentName } from '#shared/domain/departments.ts'
import { Problem } from '#shared/domain/problem.ts'
import { mayDo } from '#shared/domain/role.ts'
import { silence } from '#shared/domain/silence.ts'
import type { Movement } from '#shared/movement.ts'
import { countryName } from '#shared/record/country-formats.ts'
import { groupStates } from '#shared/record/sections/identity.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { notesBeside, TeamKnowledge } from '#workers/team/call-status.tsx'
import { respondFrame } from '#workers/team/frame.tsx'
import { Hatching } from './chart/bars.tsx'
import { monthName } from './dates.ts'
import type { DashboardContext } from './env.ts'
import { GroupAnswers, roundsShown } from './group-answers.tsx'
import { GroupContacts } from './group-contacts.tsx'
import { GroupMails } from './group-mails.tsx'
import { RecordSection } from './group-section.tsx'
import { RevisionItem } from './revision-item.tsx'
import { Quote } from './since-visit.tsx'

const revisionsShown = 8
const mailsShown = 10
const wordsShown = 3

/** All that is known of one group. */
export async function showOneGroup(context: DashboardContext): Promise<Response> {
  const { movement, now, language } = context.var
  const { DB } = context.env
  const uid = context.req.param('uid') ?? ''
  const { group, rounds, mails, campaigns, words, call, notes } = await ask(DB, {
    group: groupPage(DB, movement.sections, uid, revisionsShown),
    rounds: groupRounds(DB, uid, roundsShown),
    mails: groupMails(DB, uid, mailsShown),
    campaigns: campaignsToChoose(DB),
    words: listWords(DB, { group: uid }, wordsShown),
    call: findCall(DB, uid),
    notes: listTeamNotes(DB, uid, notesBeside),
  })
  const [identity] = group?.record.group ?? []
  if (!group || !identity) throw new Problem('group_unknown')
  if (group.mergedInto !== null) return context.redirect(`/dashboard/groups/${group.mergedInto}`, 303)
  const text = textIn(language, movement).dashboard.group
  const mayAct = mayDo(context.var.session.coordinator, { role: 'acts' })
  const asked = Number(context.req.query('from') ?? 0)
  const from = Number.isSafeInteger(asked) && asked > 0 && asked < group.record.referents.length ? asked : 0
  const names = rowNames(group.record, campaigns, movement.sections)
  const place = [
    identity.town,
    identity.department && departmentName(movement.countries, identity.department),
    identity.region,
    identity.country && countryName(identity.country, language),
  ]
    .filter(Boolean)
    .join(' · ')
  return respondFrame(context, {
    title: identity.name,
    children: (
      <>
        <Hatching />
        <div class="headline">
          <p class="kicker">{place}</p>
          <h1>{identity.name}</h1>
          <p class="lead">{statusInWords(group, rounds, movement, language)}</p>
          {mayAct && (
            <p>
              <a class="button quiet" href={`/desk/groups/${uid}`}>
                {textIn(language, movement).desk.group.act}
              </a>
            </p>
          )}
        </div>
        <div class="spread call-first">
          <div class="minor">
            <GroupContacts movement={movement} group={group} from={from} language={language} />
            <TeamKnowledge
              movement={movement}
              language={language}
              call={call}
              notes={notes}
              path={mayAct ? `/desk/groups/${uid}/call` : undefined}
            />
            <GroupAnswers group={group} rounds={rounds} language={language} movement={movement} />
            {words.length > 0 && <Words words={words} language={language} movement={movement} />}
          </div>
          <div class="major">
            {movement.sections.asked.map((section) => (
              <RecordSection
                group={group}
                section={section}
                names={names}
                now={now}
                language={language}
                movement={movement}
              />
            ))}
            <section aria-labelledby="history">
              <h2 id="history">{text.history}</h2>
              <ol class="revisions">
                {group.history.map((revision) => (
                  <RevisionItem
                    group={uid}
                    timeZone={movement.timeZone}
                    sections={movement.sections}
                    revision={revision}
                    names={names}
                    language={language}
                    movement={movement}
                  />
                ))}
              </ol>
              {(group.history.at(-1)?.number ?? 0) > 1 && (
                <p>
                  <a href={`/dashboard/groups/${uid}/history`}>{textIn(language, movement).history.older}</a>
                </p>
              )}
            </section>
          </div>
          <div class="minor">
            <GroupMails timeZone={movement.timeZone} mails={mails} language={language} movement={movement} />
          </div>
        </div>
      </>
    ),
  })
}

/** What its referents wrote to the team lately. */
function Words({ words, ...rest }: { words: readonly Word[]; language: Language; movement: Movement }) {
  return (
    <section aria-labelledby="words">
      <h2 id="words">{textIn(rest.language, rest.movement).dashboard.since.words}</h2>
      {words.map((word) => (
        <Quote timeZone={rest.movement.timeZone} word={word} {...rest} />
      ))}
    </section>
  )
}

/** How the group stands, in a sentence. */
function statusInWords(
  group: GroupPage,
  rounds: readonly GroupRound[],
  movement: Movement,
  language: Language,
): string {
  const text = textIn(language, movement).dashboard.group
  const state = group.record.group[0]?.state ?? 'active'
  const [latest] = rounds
  const silent = silence(rounds, group)
  if (!movement.writesTo.some((one) => one === state)) return text.notAsked(groupStates[state][language])
  if (group.record.referents.length === 0) return text.nobody
  if (!latest) return text.noRound
  if (silent === 0) return group.lastRound === latest.key ? text.answered : text.newcomer
  return group.lastRound ? text.silentSince(silent, monthName(group.lastRound, language)) : text.silentEver(silent)
}
