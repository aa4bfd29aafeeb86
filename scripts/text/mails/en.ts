import type { MailsWords } from './fr.ts'

const mails = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'mail' : 'mails'}`
const people = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'person' : 'people'}`

export const mailsEn: MailsWords = {
  check: {
    noHost: (host) => `No server is called ${host}: correct MAIL_URL.`,
    hostNotAsked: (host) =>
      `DNS does not answer: nobody can say whether ${host} exists. Try again when this machine has a network.`,
    host: (host, address) => `${host} exists (${address}).`,
    toMend: {
      not_secure:
        'the mail server does not encrypt at this port: try smtps:// (port 465), or ?tls=never in MAIL_URL on a safe network',
      login_refused:
        'the mail server refuses the name or the password: correct them in MAIL_URL (some providers want a password for programs; @ is written %40 there)',
      timed_out:
        'the mail server does not answer in time: a firewall may close this port, or it is one for smtps:// (465)',
    },
    failed: (reason, answer) =>
      `The connection fails: ${reason || 'the server refuses'}${answer ? ` (“${answer}”)` : ''}.`,
    connected: (port, tls, hasLogin) =>
      `The server answers at port ${port}${{ from_start: ', encrypted from the start', required: ', encrypted by STARTTLS', offered: ', encrypted if it offers that', never: ', not encrypted (tls=never)' }[tls]}${hasLogin ? ', and takes our password' : ''}.`,
    ptr: (address, name) => `The address ${address} has a name (PTR): ${name}.`,
    noPtr: (address) =>
      `The address ${address} has no name (PTR). If this server itself writes to people, ask its host for one.`,
    innerPtr:
      'This server is on this machine or in its network. If it writes to people itself, its public address must have a name (PTR): ask its host for one.',
    ptrNotAsked: (address) => `DNS does not answer: the name (PTR) of the address ${address} could not be read.`,
    dnsSilent: (domain) =>
      `The DNS of this machine does not answer about ${domain}. Try again elsewhere. There should be:
  SPF (who may write in its name): a TXT "v=spf1 include:… -all", which your mail provider gives you
  DKIM (the signature of each mail): the key that your mail provider gives you
  DMARC (what to do with a mail that has neither): at _dmarc.${domain}, a TXT "v=DMARC1; p=none; rua=mailto:…"
  MX (where its mails arrive): the server that takes answers and what comes back
  PTR (the name of an address): a name for the server's address, if it writes to people itself`,
    spf: (domain, record) => `SPF of ${domain}: ${record}`,
    noSpf: (domain) =>
      `${domain} has no SPF (who may write in its name): add a TXT "v=spf1 include:… -all", which your mail provider gives you.`,
    manySpf: (domain, count) =>
      `${domain} has ${count} SPF, and only one is allowed: join them in one TXT "v=spf1 include:… include:… -all".`,
    dmarc: (domain, record) => `DMARC of ${domain}: ${record}`,
    noDmarc: (domain) =>
      `${domain} has no DMARC (what to do with mails that others write in its name): add to _dmarc.${domain} a TXT "v=DMARC1; p=none; rua=mailto:…".`,
    mx: (domain) => `${domain} receives mail (MX): what comes back arrives somewhere.`,
    noMx: (domain) => `${domain} receives no mail (no MX): answers and what comes back are lost.`,
    dkim: 'DKIM is only seen on a mail: npm run mails -- --test you@gmail.com, then "Show original" should say DKIM: PASS.',
  },
  usage: `npm run mails                                       how mails stand
npm run mails -- --dry-run                          who would get what, and why the others would not; nothing is sent
npm run mails -- --preview invitation Pau           a mail as it would be sent (--html for its page)
npm run mails -- --test you@example.org [Pau]       sends the update's mail to your address only
npm run mails -- --check                            tries the mail server step by step, writes to nobody, and says what DNS lacks
npm run mails -- --pause "why"                      pauses sending: nothing is sent any more
npm run mails -- --resume                           resumes sending
npm run mails -- --left                             after a copy was put back: what is due was sent already, and is not sent again
npm run mails -- --redirect on [address]            the trial: everything goes to the team instead of the people
npm run mails -- --redirect off [--send | --drop]   the end of the trial

  --remote   on Cloudflare’s database`,
  nothingSent: 'Nothing was sent, and nothing has changed.',
  notPaused: 'Sending is on: mails are sent when they are due.',
  pausedSince: (since, why) =>
    `SENDING IS PAUSED since ${since}${why ? ` (${why})` : ''}: nothing is sent but the team’s sign-in links. To resume it: npm run mails -- --resume`,
  paused:
    'Sending is paused: nothing is sent any more but the team’s sign-in links. The dashboard says so.\nTo resume it: npm run mails -- --resume',
  resumed: 'Sending is resumed: what was waiting leaves within a minute, if it is the hour.',
  countedAsLeft: (n) => `${mails(n)} will not be sent again. Whoever did not get one gets the next reminder.`,
  notRedirected: 'No trial: mails go to people.',
  redirected: (since, address) => `IN A TRIAL since ${since}: all mails go to ${address} instead of the people.`,
  redirectBegun: (address) =>
    `The trial begins: all mails go to ${address} instead of the people. Their links work: who opens one answers in that person’s name.\nTo end it: npm run mails -- --redirect off`,
  redirectChoice: (n) =>
    `Only the team got ${mails(n)} of the last step. What about ${n === 1 ? 'it' : 'them'}?\n  npm run mails -- --redirect off --send   send to the people now\n  npm run mails -- --redirect off --drop   do not: the next reminder leaves in its time`,
  redirectEnded: (n) =>
    n > 0 ? `The trial is over. ${mails(n)} ${n === 1 ? 'leaves' : 'leave'} for good.` : 'The trial is over.',
  notCoordinator: (addresses) =>
    `The mails of a trial go to somebody on the team: ${addresses.join(', ')} (movement.config.ts).`,
  held: (until) => `The mail server lets nobody through: we try again on ${until}.`,
  doubted: (at, n) =>
    `A server said of too many addresses at once that they do not exist (${at}). None is shut for it; ${mails(n)} will be tried again. If it lasts: the reason is beside each mail on the dashboard.`,
  caps: (hour, perHour, day, perDay) =>
    `Sent since the hour began: ${hour.toLocaleString('en')} of ${perHour.toLocaleString('en')} at most; in twenty-four hours: ${day.toLocaleString('en')} of ${perDay.toLocaleString('en')} at most (settings caps.hour, caps.day).`,
  waiting: (all, due) => `In the outbox: ${mails(all)}, ${due.toLocaleString('en')} of them due.`,
  inOutbox: (n) => (n === 0 ? 'Nothing waits in the outbox.' : `In the outbox (${mails(n)}):`),
  nextStep: (when) => `Next, ${when}. If that were now:`,
  wouldGet: (n) => `${people(n)} would get a mail${n > 0 ? ':' : '.'}`,
  wouldNot: (n) => (n === 0 ? 'Nobody else is a referent.' : `${people(n)} would not:`),
  orphans: (n) =>
    n === 0
      ? 'Each group has somebody to write to.'
      : `${n.toLocaleString('en')} ${n === 1 ? 'group has' : 'groups have'} nobody to write to:`,
  noAddress: 'has no email address: to be called',
  hasMail: (state) => `has this mail already: ${state}`,
  suppressed: {
    hard_bounce: (since) => `the address does not exist any more, since ${since}`,
    complaint: (since) => `marked our mails as junk, on ${since}`,
    unsubscribed: (since) => `wants no more mails, since ${since}`,
  },
  ofGroup: (group, why) => `${group}: ${why}`,
  stop: {
    answered: 'has answered',
    active: 'active',
    starting: 'is starting, and the movement does not write to such groups',
    asleep: 'is paused',
    closed: 'is closed',
  },
  state: {
    pending: 'it waits',
    sending: 'it is leaving',
    sent: 'it has left',
    unknown: 'it may have been sent',
    failed: 'it could not be sent',
    cancelled: 'it was of no use any more',
    suppressed: 'it must not leave',
  },
  kinds: (kinds) =>
    `Which mail? Write one of these:\n${kinds.map(([kind, name]) => `  ${kind.padEnd(14)} ${name}`).join('\n')}`,
  to: 'To:',
  subject: 'Subject:',
  nobody: 'This mail would go to nobody: this group has no referent.',
  example: 'An example, made of the group’s record: there is nothing of the kind to tell yet.',
  noGroup: 'There is no group yet. Import yours: npm run import -- groups.csv',
  whichGroup: (name, near) =>
    `No group is called “${name}”, or several are.${near.length > 0 ? ` Perhaps: ${near.join(', ')}?` : ''}`,
  noMailUrl: 'MAIL_URL is needed, in the environment or in .env: the way that mails go (docs/operations.md).',
  onCloudflare: 'This service is only there on Cloudflare: try with `npm run mails -- --redirect on`.',
  tested: (address, answer) =>
    `It has left for ${address}. The server answered: ${answer}\nThe link in this mail is an example: it opens nothing.`,
  notTested: (answer) => `The mail has not left. The server answered: ${answer}`,
}
