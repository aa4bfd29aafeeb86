import { firstName } from '#shared/domain/person-name.ts'
import { textIn } from '#shared/text/text.ts'
import { EraseOffer } from './erase-offer.tsx'
import { ExitNote, exitWords } from './exit-note.tsx'
import { Frame } from './frame.tsx'
import type { OpenLinkSession } from './link-session.ts'
import { type Notice, NoticeBox } from './notice.tsx'
import { Unsubscribed, type WayBack } from './unsubscribed.tsx'
import { WhoseLink } from './whose-link.tsx'

export type ChooseGroupProps = {
  session: OpenLinkSession
  notice: Notice | null
  back: WayBack | null
  now: Date
  /** What the ways back to groups that they left are sent with, by the group's uid. */
  pages: ReadonlyMap<string, string>
  /** The group (uid) that they have just left, or that they asked for and are not in any more. */
  gone: string | null
  /** What erasing their data is sent with. */
  erasePage: string
}

/** What a link opens that is not about one group: the choice of one, or what became of those that there were. */
export function ChooseGroup({ session, notice, back, now, pages, gone, erasePage }: ChooseGroupProps) {
  const { form: text, me } = textIn(session.language, session.movement)
  const isAlone = session.groups.length === 0
  const told = session.exits.find(({ uid }) => uid === gone) ?? (isAlone ? session.exits[0] : undefined)
  const title = told ? exitWords(told, session).title : isAlone ? text.noGroupTitle : text.chooseTitle
  return (
    <Frame movement={session.movement} session={session} language={session.language} title={title} path={session.path}>
      {notice && <NoticeBox {...notice} />}
      <h1 data-saved={told?.isOwn ? `${told.uid}/referents` : undefined}>{title}</h1>
      {told ? (
        <ExitNote session={session} exit={told} now={now} page={pages.get(told.uid)} />
      ) : (
        <p class="lead">{isAlone ? text.noGroupLead : text.chooseLead(firstName(session.person.name))}</p>
      )}
      {told?.isOwn && isAlone && <EraseOffer session={session} exit={told} page={erasePage} />}
      <Unsubscribed back={back} language={session.language} movement={session.movement} />
      {told && !isAlone && <h2>{text.chooseTitle}</h2>}
      {session.groups.map((group) => (
        <a class={group.hasAnswered ? 'button big quiet' : 'button big'} href={`${session.path}/${group.uid}`}>
          {group.hasAnswered ? text.groupAnswered(group.name) : group.name}
        </a>
      ))}
      <WhoseLink session={session} />
      <OtherExits session={session} told={told?.uid} now={now} pages={pages} />
      <p>
        <a class="plain" href={`${session.path}/me`}>
          {me.see}
        </a>
      </p>
    </Frame>
  )
}

type OtherProps = Pick<ChooseGroupProps, 'session' | 'now' | 'pages'> & { told: string | undefined }

/** The other groups that they may still come back to, and the one that the link's mail told of. */
function OtherExits({ session, told, now, pages }: OtherProps) {
  const exits = session.exits.filter(({ uid }) => uid !== told && (pages.has(uid) || session.about?.uid === uid))
  return (
    <>
      {exits.map((exit) => (
        <div class="note flow">
          <h2>{exitWords(exit, session).title}</h2>
          <ExitNote session={session} exit={exit} now={now} page={pages.get(exit.uid)} />
        </div>
      ))}
    </>
  )
}
