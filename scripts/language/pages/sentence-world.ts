import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRelance } from '#hosts/node/relance.ts'
import { createWorkers } from '#hosts/node/workers.ts'
import sample from '#sample/movement.config.ts'
import { importSample, playMonthsBefore } from '#scripts/demo/fill.ts'
import { startMailbox } from '#scripts/mailbox/mailbox.ts'
import { movementOf } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { byHand } from '#tests/support/browser.ts'
import type { Browse } from './walk.ts'

const morning = new Date('2026-12-01T09:30:00+01:00')
/** Where its links lead, whatever its port is: `page-forms.ts` knows them by it. */
const publicUrl = 'http://localhost'

/** So many people's links of a mail-out are opened: some have several groups, some have nobody beside them. */
const most = 12

export type SentenceWorld = {
  browse: Browse
  /** Where anybody begins. */
  starts: string[]
  /** Addresses in mails that have come since. */
  newLinks: () => Promise<string[]>
  stop: () => Promise<void>
}

const ended = (way: string) => `/${way}/${'x'.repeat(43)}`

/** Who has several groups has a long mail. */
function longest<Mail extends { text: string }>(alike: readonly Mail[], n: number): Mail[] {
  return [...alike].sort((a, b) => b.text.length - a.text.length).slice(0, n)
}

/** The sample movement on the morning of a round, with everything that anybody can open open. */
export async function startSentenceWorld(translated: Language, original: Language): Promise<SentenceWorld> {
  const fixed = { ...sample, languages: [original, translated], feeds: { ...sample.feeds, inMail: 'nearby' as const } }
  const folder = await mkdtemp(join(tmpdir(), 'relance-sentences-'))
  const mailbox = await startMailbox({ smtpPort: 0, webPort: 0 })
  const relance = await startRelance(
    {
      folder,
      port: 0,
      fixed,
      isQuiet: true,
      mailUrl: mailbox.smtpUrl,
      clock: morning.toISOString(),
      publicUrl,
      vars: { READING_MS: '0', SUBMISSIONS_PER_HOUR: '1000000000' },
    },
    createWorkers,
  )
  const movement = movementOf(fixed)
  await importSample(relance.db, movement, morning)
  await playMonthsBefore(relance.db, movement, morning)
  // The sender is there before the round: it opens it by itself
  await relance.tick(new Date(morning.getTime() - 2 * 3_600_000))

  const cookies = new Map<string, string>()
  const browse: Browse = async (path, as, sent) => {
    const language = as === 'translated' ? translated : original
    cookies.set('lang', language)
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const headers = { ...(sent ? byHand : {}), cookie, 'accept-language': language }
    const init: RequestInit = { headers, redirect: 'manual', ...(sent ? { method: 'POST', body: sent } : {}) }
    const answer = await fetch(`http://127.0.0.1:${relance.port}${path}`, init)
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(set) ?? []
      if (name !== 'lang') cookies.set(name, value)
    }
    const leads = answer.headers.get('location')
    const leadsTo = leads ? new URL(leads, publicUrl + path).pathname + new URL(leads, publicUrl + path).search : null
    const isPage = /^text\/html/.test(answer.headers.get('content-type') ?? '') && leadsTo === null
    const html = await answer.text()
    return { status: answer.status, html: isPage ? html : '', leadsTo }
  }
  const known = new Set<string>()
  let now = morning
  return {
    browse,
    starts: [
      '/',
      '/new-link',
      '/sign-in',
      '/find',
      ...['Pau', 'Archipel', 'Nowhere', '64000'].map((asked) => `/find?q=${asked}`),
      '/join',
      '/lists/annonces',
      '/privacy',
      '/accessibility',
      // Links that were cut, or are over
      ...[
        'u',
        'p',
        'test',
        'invitation',
        'back',
        'unsubscribe',
        'sign-in',
        'find',
        'find/confirm',
        'find/answered',
      ].map(ended),
      ...['join/confirm', 'lists/confirm'].map(ended),
      '/nowhere',
    ],
    newLinks: async () => {
      // Past the minutes that a mail about a change waits for the next change
      now = new Date(now.getTime() + 20 * 60_000)
      await relance.setClock(now.toISOString())
      await relance.tick(now)
      const messages = await mailbox.messages.list()
      mailbox.messages.clear()
      const byStep = Map.groupBy(messages, ({ subject }) => subject.split(/[:–]/).at(-1) ?? '')
      const some = [...byStep.values()].flatMap((alike) => [...alike.slice(0, most), ...longest(alike, 4)])
      const links = some.flatMap(({ text }) =>
        [...text.matchAll(/http:\/\/localhost(\/[^\s<>]+)/g)].map(([, path = '']) => path),
      )
      const fresh = [...new Set(links)].filter((path) => !known.has(path))
      for (const path of fresh) known.add(path)
      return fresh
    },
    stop: async () => {
      await relance.stop()
      await mailbox.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
