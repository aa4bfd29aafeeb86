import type {
  mailAlert as mailAlertInFrench,
  mails as mailsInFrench,
  reason as reasonInFrench,
} from '../../fr/dashboard/mails.ts'
import { plural } from '../count.ts'

export const mails: typeof mailsInFrench = {
  title: 'Mails',
  count: (n) => (n === 0 ? 'No mail of an update so far' : `${plural(n, 'mail', 'mails')} of the update`),
  counted:
    'With those that wait, and those that did not arrive. Other mails that were sent (answers, welcomes, links) are on the page of each group.',
  inState: (n, state) => `${plural(n, 'mail', 'mails')} ${state}`,
  byState: 'Mails by state',
  all: 'All mails',
  search: 'Search for a person or a group among these mails',
  found: (text) => `Mails for “${text}”`,
  none: 'No mail matches.',
  ofKind: (n, kind) => `${n.toLocaleString('en')} × ${kind.toLocaleLowerCase('en')}`,
  coordinator: 'Team',
  answer: (words, attempts, isOurs) =>
    `${isOurs ? 'In detail' : 'The server answered'}: “${words}”${attempts > 1 ? `, on attempt ${attempts}` : ''}`,
}

export const reason: typeof reasonInFrench = {
  answered: 'not needed: the group had answered before',
  overtaken: 'not needed: the next message took its place',
  no_address: 'the person has no email address any more: call them',
  nothing_owed: 'not needed: the person has no group left to check',
  redirect: 'in the trial: the team got it instead of the person',
  hard_bounce: 'the address no longer exists: ask for another one',
  complaint: 'the person marked our mails as junk: call them',
  unsubscribed: 'the person wants no more mails from us',
  unreachable: 'the mail server does not answer, we are trying again',
  host_unknown: 'no mail server with this name: correct the host in MAIL_URL',
  connection_refused:
    'the mail server refuses the connection: check the port of MAIL_URL (587 or 465), and that it runs',
  connection_reset: 'the mail server hangs up at once: check the port of MAIL_URL, and that it allows us',
  timed_out: 'the mail server takes too long to answer: a firewall may close this port',
  certificate_name: 'the mail server’s certificate is of another name: put that name in MAIL_URL',
  certificate_issuer:
    'the mail server’s certificate is signed by an unknown authority: install it, or ?tls=never in MAIL_URL on a safe network',
  certificate_expired: 'the mail server’s certificate has expired: have it renewed',
  tls_failed:
    'the encrypted connection to the mail server fails (a certificate of another name, expired, or of an unknown authority; port 465 taken for 587)',
  not_secure: 'the mail server offers no encryption: tell whoever runs Relance',
  everybody_refused: 'the mail server refuses everybody, hence us: tell whoever runs Relance',
  lost: 'the connection was lost, we are trying again',
  busy: 'the mail server is busy, we are trying again',
  greylisted: 'the person’s server takes a first mail only later: we try again',
  login_refused: 'the mail server refuses our password: tell whoever runs Relance',
  sender_refused: 'the mail server refuses our sender’s address: tell whoever runs Relance',
  missing_doubted:
    'the server says that the address does not exist, but of too many at once to be believed: we are trying again',
  stopped: 'sending stopped before it was sent, we are trying again',
  lost_after_sending: 'may have been sent: the connection was lost at the end',
  left_before_copy: 'was sent before a copy was put back, somebody on the team said',
  stopped_while_sending: 'may have been sent: sending stopped on the way',
  address_refused: 'could not be sent: the address does not exist, ask for another one',
  address_returned: 'came back: the address does not exist, ask for another one',
  doubtful_address_refused:
    'could not be sent: the address may not exist. If the server says so again on another day, we ask the group for the right one',
  doubtful_address_returned:
    'came back: the address may not exist. If the server says so again on another day, we ask the group for the right one',
  mailbox_refused: 'could not be sent: the mailbox is full. Call the person, the address is right',
  mailbox_returned: 'came back: the mailbox is full. Call the person, the address is right',
  us_refused:
    'could not be sent: the server refuses us (blocklist, policy, authentication), the address is right. Tell whoever runs Relance',
  us_returned:
    'came back: the server refuses us (blocklist, policy, authentication), the address is right. Tell whoever runs Relance',
  message_refused: 'could not be sent: the server refuses what the mail says. Tell whoever runs Relance',
  message_returned: 'came back: the server refuses what the mail says. Tell whoever runs Relance',
  server_refused: 'could not be sent: the server does not clearly say why. The next mail tries again',
  server_returned: 'came back: the server does not clearly say why. The next mail tries again',
  gave_up: 'could not be sent in time',
  too_large: 'longer than a mail may be: tell whoever runs Relance',
  fault: 'could not be sent, by our fault: tell whoever runs Relance',
}

export const mailAlert: typeof mailAlertInFrench = {
  strangeReports: (read, known) =>
    `${plural(read, 'mail that came back was read', 'mails that came back were read')}, and hardly any is known as one of ours (${known.toLocaleString('en')}): addresses that do not exist any more stay open. Tell whoever runs Relance: the server probably replaces our Message-IDs (verp=on, in MAIL_URL, mends it).`,
  againstUs: (mails) =>
    `${mails.toLocaleString('en')} of the monthly mails were refused, or came back, because of us and not of the addresses: a blocklist, a policy, or authentication (SPF, DKIM, DMARC). Keep these addresses. Tell whoever runs Relance. Each mail keeps the server’s words.`,
  pausedSince: (since, why) =>
    `Sending is paused since ${since}${why ? ` (${why})` : ''}: no mail is sent. Whoever runs Relance resumes it.`,
  redirect: (since, address) =>
    `In a trial since ${since}: all mails go to ${address}, and nobody in the network gets any.`,
  held: (until) => `The mail server lets nobody through. We try again on ${until}.`,
  doubted: (at, mails) =>
    `A mail server says of too many addresses at once that they do not exist (on ${at}): we do not believe it, and these addresses stay open.${
      mails > 0 ? ` ${plural(mails, 'mail is', 'mails are')} tried again from time to time.` : ''
    } If it lasts for more than a day, tell whoever runs Relance.`,
  hourFull: (most) => `The limit of this hour is reached: ${most.toLocaleString('en')} mails. The others wait.`,
  namedFull: (perHour, perDay) =>
    `Groups have just named many people. The mails to them are sent little by little (${perHour.toLocaleString('en')} an hour and ${perDay.toLocaleString('en')} a day at most), and hold no other mail back.`,
  dayFull: (most) => `The limit of twenty-four hours is reached: ${most.toLocaleString('en')} mails. The others wait.`,
}
