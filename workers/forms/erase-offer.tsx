import type { Exit } from '#shared/db/exits.ts'
import { textIn } from '#shared/text/text.ts'
import type { OpenLinkSession } from './link-session.ts'

type EraseOfferProps = { session: OpenLinkSession; exit: Exit; page: string }

/**
 * What is kept of somebody who is in no group any more, and how it is erased: by one press where they were never of the group, as for whoever refuses an
 * invitation; where they have left, by the page of their data.
 */
export function EraseOffer({ session, exit, page }: EraseOfferProps) {
  const { me, membership } = textIn(session.language, session.movement)
  const path = `${session.path}/me`
  return (
    <section class="note flow">
      <p>{membership.exit.kept}</p>
      {exit.isMistake ? (
        <form method="post" action={`${path}/erase`} class="flow">
          <input type="hidden" name="page" value={page} />
          <input type="hidden" name="sure" value="oui" />
          <p class="hint">{membership.exit.erasing}</p>
          <button type="submit" class="quiet">
            {me.erase}
          </button>
        </form>
      ) : (
        <p>
          <a class="plain" href={`${path}#erase`}>
            {me.erase}
          </a>
        </p>
      )}
    </section>
  )
}
