import { linkPath } from '#shared/domain/link.ts'
import type { RoundEnd } from '#shared/domain/mail-content.ts'
import type { Language } from '#shared/text/language.ts'
import type { Setting } from '../../kind.ts'
import { monthOf, signedByTeam } from '../../parts/every/every.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

type SaySilent = Say<keyof typeof fr>

/** So many of the groups that have been silent longest are named in an inbox. */
const namedInPreview = 3

/** For the coordinators, when a round ends. */
export const silentGroups = {
  patience: 5 * 24 * 3_600_000,
  reachesSuppressed: [],
  isStoppable: false,
  link: { path: () => linkPath.dashboard, lasts: null },
  words: { fr, en },
  data(content: RoundEnd, say: SaySilent, { movement, language, links }: Setting) {
    const { round, asked, silent, named, months } = content
    const month = monthOf(round)
    const told = { n: silent, month }
    const answered = { n: asked - silent, asked }
    const groups = named.slice(0, namedInPreview).map(({ name }) => name)
    const hasPast = months.length > 1
    return {
      ...outcomeOf(content, say, { told, answered, groups }),
      kicker: say('kicker', told),
      silent: named.map(({ uid, name, rounds }) => ({
        name,
        address: `${links.open}/groups/${uid}`,
        rounds: say('rounds', { n: rounds }),
      })),
      more: silent > named.length ? say('more', { n: silent - named.length }) : '',
      picture: hasPast ? say('picture') : '',
      months: hasPast ? months.map((one) => monthData(one, round, say, language)) : [],
      open: say(silent === 0 ? 'openNone' : 'open'),
      ...signedByTeam(movement, language),
      why: say('why'),
    }
  },
} as const

type Outcome = { told: Told; answered: { n: number; asked: number }; groups: string[] }
type Told = { n: number; month: ReturnType<typeof monthOf> }

/** Some are silent; nobody is; or nobody was asked, which is no reason to thank anybody. */
function outcomeOf({ asked, silent }: RoundEnd, say: SaySilent, { told, answered, groups }: Outcome) {
  if (asked === 0)
    return {
      subject: say('subjectNobody', told),
      preview: say('previewNobody'),
      title: say('titleNobody'),
      lead: say('leadNobody'),
    }
  if (silent === 0)
    return {
      subject: say('subjectNone', told),
      preview: say('previewNone', answered),
      title: say('titleNone'),
      lead: say('leadNone', answered),
    }
  return {
    subject: say('subject', told),
    preview: say('preview', { ...answered, groups }),
    title: say('title', told),
    lead: say('lead', answered),
  }
}

/** A month as a bar of a mail, which needs no image: a cell that is as wide as the share of answers. */
function monthData(
  { round, asked, answered }: RoundEnd['months'][number],
  latest: string,
  say: SaySilent,
  language: Language,
) {
  const percent = Math.round((100 * answered) / asked)
  return {
    month: monthOf(round)(language),
    share: say('share', { percent }),
    width: String(Math.max(percent, 1)),
    tone: round === latest ? 'now' : 'past',
    colour: round === latest ? '#14604e' : '#b4d3c6',
  }
}
