import { linkPath } from '#shared/domain/link.ts'
import type { TeamChange } from '#shared/domain/mail-content.ts'
import type { Setting } from '../../kind.ts'
import { signedByTeam } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** For somebody of the team of whom something was changed that is theirs: whoever did it may not be who they say. */
export const teamChange = {
  patience: 2 * 24 * 3_600_000,
  reachesSuppressed: ['hard_bounce', 'complaint', 'unsubscribed'],
  isStoppable: false,
  link: { path: () => linkPath.dashboard, lasts: null },
  words: { fr, en },
  data({ what, by }: TeamChange, say: Say<keyof typeof fr>, { movement, language }: Setting) {
    const name = movement.coordinators.find(({ email }) => email === by)?.name ?? movement.name
    const told = { by: name, movement: movement.name }
    const title = say(what, told)
    const lead = say(`${what}_lead`, told)
    return {
      subject: say('subject', { title }),
      // Its first sentence: what follows asks for a reply, and orders stand in no preview
      preview: lead.replace(/(?<=\.) .*/s, ''),
      kicker: say('kicker'),
      title,
      lead,
      // Whoever is no longer in the team could not get in
      ...(what === 'remove_coordinator' ? { open: '', plainAddress: '' } : { open: say('open') }),
      ...signedByTeam(movement, language),
      why: say('why', told),
    }
  },
} as const
