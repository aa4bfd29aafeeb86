import { linkPath } from '#shared/domain/link.ts'
import type { RoundEnd } from '#shared/domain/mail-content.ts'
import type { Language } from '#shared/text/language.ts'
import type { Setting } from '../../kind.ts'
import type { Say } from '../../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

type SaySilent = Say<keyof typeof fr>

/** For the coordinators, when a round ends. */
export const silentGroups = {
  patience: 5 * 24 * 3_600_000,
  reachesShut: [],
  isStoppable: false,
  link: { path: () => linkPath.dashboard, lasts: null },
  words: { fr, en },
  data(content: RoundEnd, say: SaySilent, { language, links }: Setting) {
    const { round, asked, silent, named, months } = content
    const month = monthName(round, language)
    const subject = silent === 0 ? say('subjectNone', { month }) : say('subject', { n: silent, month })
    const answered = asked - silent
    const lead = say('lead', { n: answered, answered, asked })
    const hasPast = months.length > 1
    return {
      subject,
      preview: lead,
      title: subject,
      lead,
      call: silent > 0 ? say('call') : say('nobody'),
      silent: named.map(({ uid, name, rounds }) => ({
        name,
        address: `${links.open}/groups/${uid}`,
        rounds: say('rounds', { n: rounds }),
      })),
      picture: hasPast ? say('picture') : '',
      months: hasPast ? months.map((one) => monthData(one, round, say, language)) : [],
      more: silent > named.length ? say('more', { n: silent - named.length }) : '',
      open: silent === 0 ? say('openNone') : say('open'),
      why: say('why'),
    }
  },
} as const

/** A month as a bar of a mail, which needs no image: a cell that is as wide as the share of answers. */
function monthData(
  { round, asked, answered }: RoundEnd['months'][number],
  latest: string,
  say: SaySilent,
  language: Language,
) {
  const percent = Math.round((100 * answered) / asked)
  return {
    month: monthName(round, language),
    share: say('share', { percent }),
    width: String(Math.max(percent, 1)),
    tone: round === latest ? 'now' : 'past',
    colour: round === latest ? '#14604e' : '#b4d3c6',
  }
}

const monthFormats: Partial<Record<Language, Intl.DateTimeFormat>> = {}

/** `décembre` */
function monthName(round: string, language: Language): string {
  monthFormats[language] ??= new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return monthFormats[language].format(new Date(`${round}-15T12:00:00Z`))
}
