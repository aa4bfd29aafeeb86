import { openRoot } from './root.ts'

/** What SpamAssassin's own rules, without asking anybody of the network, think of messages. */
export async function spamScores(messages: readonly string[]): Promise<{ score: number; rules: string }[]> {
  const root = openRoot('spamassassin')
  const mbox = messages.map(
    (message) =>
      `From MAILER-DAEMON Tue Dec  1 09:00:00 2026\n${message.replaceAll('\r\n', '\n').replace(/^(>*From )/gm, '>$1')}\n`,
  )
  const said = await root.run(
    '/usr/bin/spamassassin',
    [
      '--local',
      '--mbox',
      '--configpath=/usr/share/spamassassin',
      '--siteconfigpath=/etc/spamassassin',
      '--prefspath=/dev/null',
    ],
    mbox.join(''),
  )
  const heads = said
    .replace(/\n[ \t]+/g, ' ')
    .matchAll(/^X-Spam-Status: .*?score=(-?[\d.]+) required=\S+ tests=(\S*)/gm)
  return [...heads].map(([, score, rules = '']) => ({ score: Number(score), rules }))
}
