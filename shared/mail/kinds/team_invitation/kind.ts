import { linkPath, teamInvitationDays } from '#shared/domain/link.ts'
import type { TeamInvitationContent } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { signedByTeam } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

const days = teamInvitationDays

/** For somebody whom a coordinator invites to the team: its link signs them in, once, in whichever browser. */
export const teamInvitation = {
  patience: 2 * 24 * 3_600_000,
  reachesSuppressed: ['unsubscribed'],
  isStoppable: false,
  link: { path: linkPath.signIn, lasts: 'week' },
  words: { fr, en },
  data({ by, role, regions }: TeamInvitationContent, say: Say<keyof typeof fr>, { movement, language }: Setting) {
    const name = movement.coordinators.find(({ email }) => email === by)?.name ?? movement.name
    const told = { by: name, movement: movement.name, n: days, regions: regions ?? [] }
    return {
      subject: say('subject', told),
      preview: say('preview', told),
      kicker: say('kicker'),
      title: say('title'),
      lead: `${say('lead', told)} ${say(role, { where: regions ? say('where', told) : '' })}`,
      open: say('open'),
      notMe: say('notMe', told),
      ...signedByTeam(movement, language),
      why: say('why', told),
    }
  },
} as const
