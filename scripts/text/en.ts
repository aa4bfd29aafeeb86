import { faultLines, settingLines } from './config-faults.ts'
import { dataFolderEn } from './data-folder/en.ts'
import { feedsEn } from './feeds/en.ts'
import type { ScriptWords } from './fr.ts'
import { languageEn } from './language/en.ts'
import { machineEn } from './machine/en.ts'
import { mailsEn } from './mails/en.ts'
import { usageEn } from './usage/en.ts'

export const en: ScriptWords = {
  openRound: {
    opened: (month, mails) =>
      `The update of ${month} is open: ${mails === 1 ? '1 mail is sent' : `${mails.toLocaleString('en')} mails are sent`} within a minute, if Relance is running.`,
    suppressed: (mails) =>
      mails === 1
        ? '1 person is not written to: their address must not get mail.'
        : `${mails.toLocaleString('en')} people are not written to: their addresses must not get mail.`,
    atNight: (from, until) =>
      `It is too late or too early to write to people (nothing is sent between ${from} and ${until}, nor on holidays): the mails wait.`,
    nobody:
      'There is nobody to write to: no active group has a referent.\nImport your groups first: npm run import -- groups.csv',
    alreadyOpen: (month) => `The update of ${month} is open already. There is nothing to do.`,
  },
  cloudflare: {
    account:
      'To work on Cloudflare’s database, set CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN, in the environment or in .env (docs/operations.md).',
    noDatabase: 'wrangler.toml does not say yet which database: put its database_id there (docs/operations.md).',
    deployFirst: 'Cloudflare’s database does not have all its tables yet: run npm run deploy first.',
    refused: 'Cloudflare refuses this account or this token: it needs the permission “D1: edit”.',
    lost: 'The connection to Cloudflare broke. What was written is whole: run the same command again for the rest.',
    unreadable: (status: number) => `Cloudflare did not answer as expected (${status}). Try again in a few minutes.`,
  },
  export: {
    usage:
      'npm run export -- network.sqlite    a SQLite file of facts, without anybody’s name, for Metabase and others (docs/facts.md)\nnpm run export -- --tables folder   the records as CSV, one file per kind (groups, activities…), for NocoDB, Baserow and others (docs/feeds.md)\n\n  --csv facts   the same facts as CSV, in this folder\n  --people      with the referents (names, addresses, phones) and the team’s notes, in the tables\n  --remote      from the database on Cloudflare',
    notOurs: (file) => `${file} is there, and it is no export of Relance: choose another name.`,
    written: (file) => `Written: ${file}`,
  },
  backup: {
    usage:
      'npm run backup\nnpm run backup -- /mnt/copies --keep 30\n\nCopies the data folder, also while Relance runs, into a folder (./backups by default).\n\n  --keep 30           keeps only the thirty latest copies\n  --sql relance.sql   writes the whole database as SQL instead, to bring it to Cloudflare\n\nCloudflare’s database has backups of its own (docs/operations.md).',
    nothing: (folder) => `There is no database in the folder ${folder} yet: nothing to copy.`,
    written: (path, size) => `Copied: ${path} (${size.toLocaleString('en', { maximumFractionDigits: 1 })} MB)`,
    sqlWritten: (path, size) =>
      `Written: ${path} (${size.toLocaleString('en', { maximumFractionDigits: 1 })} MB)\nTo bring it into an empty database of Cloudflare’s: npx wrangler d1 execute relance --remote --env forms --file ${path}\nThen npm run deploy, with the same LINK_SECRET (in the data folder’s file secret): links that have left will still open.`,
    secretElsewhere:
      'LINK_SECRET is not in the copy: keep your .env file too, without it the links that have left would not open any more.',
    dropped: (n) => `${n.toLocaleString('en')} old ${n === 1 ? 'copy' : 'copies'} removed.`,
  },
  ...dataFolderEn,
  usage: usageEn,
  release: {
    written: (file, size) => `Written: ${file} (${size.toLocaleString('en', { maximumFractionDigits: 1 })} MB)`,
  },
  person: {
    usage:
      'npm run person -- export address@example.org\nnpm run person -- erase address@example.org --yes\nnpm run person -- reopen address@example.org   we write there again, if our mails came back from it\n\n  --remote   on Cloudflare’s database',
    notSuppressed:
      'Our mails do not come back from this address. Whoever unsubscribed subscribes again by a link of their own.',
    reopened: 'Done: we write there again, beginning with the update’s mail if it had not arrived.',
    unknown: 'Nobody has this address, nor this number (+33612345678) without an address.',
    sure: (name: string, groups: readonly string[]) =>
      `${name}${groups.length > 0 ? ` (${groups.join(', ')})` : ''}: everything we keep will be erased, for good.\nTo do it: the same command with --yes`,
    erased: 'Erased, everywhere, histories included.',
  },
  secondFactor: {
    usage:
      'npm run second-factor -- remove address@example.org         says whose it is\nnpm run second-factor -- remove address@example.org --yes   switches their two-step sign-in off, for who lost their phone and recovery codes\n\n  --remote   on Cloudflare’s database',
    unknown: 'Nobody of the team has this address.',
    none: (name) => `${name} has no two-step sign-in: nothing to switch off.`,
    sure: (name) =>
      `${name}: their two-step sign-in will be switched off, their sessions end, and a mail tells them. Make sure that it is really they who ask.\nTo do it: the same command with --yes`,
    removed: (name) => `It is off: ${name} signs in by a mail’s link, and can set it up again.`,
  },
  feeds: feedsEn,
  language: languageEn,
  waiting: {
    usage:
      'npm run waiting                            the people who were named and wait for the team, group by group\nnpm run waiting -- admit "Archipel Pau"    we write to them\nnpm run waiting -- refuse "Archipel Pau"   they are taken off the group, without a mail\n\n  --remote   on Cloudflare’s database',
    nobody: 'Nobody waits.',
    group: (name, people, by) =>
      `${name}: ${people.toLocaleString('en')} ${people === 1 ? 'person' : 'people'}${by.length > 0 ? `, named by ${by.join(', ')}` : ''}`,
    toDo: { admit: 'write to them: ', refuse: 'take them off: ' },
    unknown: (groups) => (groups.length === 0 ? 'Nobody waits.' : `Which group? People wait in: ${groups.join(', ')}`),
    admit: (group, people) =>
      people === 1
        ? `${group}: we write to this person, who will say whether that is them.`
        : `${group}: we write to these ${people.toLocaleString('en')} people, who will say whether that is them.`,
    refuse: (group, people) =>
      `${group}: ${people === 1 ? '1 person' : `${people.toLocaleString('en')} people`} taken off. No mail was sent.`,
  },
  mails: mailsEn,
  bounces: {
    usage:
      'npm run bounces                                     the mailbox of BOUNCES_URL (imaps://user:password@imap.example.org)\nnpm run bounces -- bounces.mbox folder/ mail.eml\nnpm run bounces -- - < mail.eml\n\n  --remote   on Cloudflare’s database',
    badUrl:
      'BOUNCES_URL does not say which mailbox to read: write imaps://user:password@imap.example.org/INBOX (an “@” or a “/” of the name or the password is written %40, %2F).',
    noMailbox: (said) => `The mailbox of BOUNCES_URL does not open: ${said}`,
    noFile: (path) => `There is no file ${path}.`,
    unread: (error) => `A message could not be read, and is left aside (${error}).`,
    hardlyOurs:
      'Hardly any is known as a mail of ours. The server probably replaces our Message-IDs: with "verp=on" in MAIL_URL each mail comes back to an address that names it (docs/mails.md).',
    taken: ({ messages, reports, known }) =>
      `${messages.toLocaleString('en')} ${messages === 1 ? 'message' : 'messages'} read, ${reports.toLocaleString('en')} ${reports === 1 ? 'report' : 'reports'}, ${known.toLocaleString('en')} about a mail of ours. Addresses that do not exist get nothing any more; the dashboard says which.`,
  },
  calendar: {
    title: (movement, zone) => `${movement}: the next mails (${zone} time)`,
    nothing: 'No mail is planned: the calendar has no month.',
    step: {
      invitation: 'a new update opens, everybody gets a mail',
      reminder: 'a reminder to the groups that have not answered',
      last_call: 'the last message to the groups that have not answered',
      silent_groups: 'the list of silent groups, for the team',
    },
  },
  ...machineEn,
  settings: {
    title: 'A setting needs a correction, in the environment or in the file .env:',
    port: 'a number between 1 and 65535, such as 8787',
    host: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0',
    mailUrl:
      'the address of a mail server, such as smtps://user:password@smtp.example.org, brevo://key@api.brevo.com, or a folder, file:///srv/mails (an @ in the user is written %40)',
    publicUrl: 'the address that people open, such as https://maj.example.org',
    publicUrlPath: 'an address without a path, such as https://maj.example.org',
    pingUrl: 'write an address that begins with https://, as your monitor gives it',
    accessTeam: 'write your team’s address, such as https://archipel.cloudflareaccess.com',
    accessBoth: 'ACCESS_TEAM and ACCESS_AUDIENCE go together: set both, or none',
    proxies: 'a number from 0 to 9: how many proxies of yours stand before Relance',
    webhooksPrivate: 'yes or no: may webhooks lead to this machine and its network?',
    programUrl: 'write the address with its password: http://restadmin:password@127.0.0.1:8001/3.1',
    hookSecret: 'at least 24 random characters, made for example by: openssl rand -hex 24',
    linkSecret: 'at least 32 random characters, made for example by: openssl rand -hex 32',
  },
  movementSettings: {
    usage: `npm run settings                               every setting of the movement, its value, and where it is set
npm run settings -- show calendar              the same, for some settings
npm run settings -- explain calendar           what a setting does, its default, an example
npm run settings -- set calendar.at 09:30      sets it, as text or JSON such as '["fr","en"]'; for several: name value name value
npm run settings -- unset calendar.holidays    the default applies again

  --remote   on Cloudflare’s database

A setting that movement.config.ts fixes is changed in that file.`,
    sources: { fixed: 'movement.config.ts', stored: 'set', unsaid: '' },
    set: (pairs) => `${settingLines(pairs)}\nIt holds from the next page on, and for the next mail.`,
    unset: (keys) => `${keys.join(', ')}: not set any more. It holds from the next page on, and for the next mail.`,
    fixedThere: (keys) =>
      `${keys.join(', ')}: movement.config.ts fixes it. Change it there, or take it out there to set it here.`,
    overtaken: 'Somebody else has just changed settings. Nothing was set: begin again.',
    refused: (faults) => `Nothing was set:\n${faultLines(faults, {})}`,
    faults: (faults) =>
      `These settings are missing or cannot be so:\n${faultLines(faults, {})}\nSay them in movement.config.ts, or: npm run settings -- set name value`,
  },
  configFault: (problem) => `movement.config.ts needs a correction:\n  ${problem}`,
  configFaults: (faults) => `movement.config.ts needs a correction:\n${faultLines(faults, {})}`,
  configLine: (line, problem) => `line ${line}: ${problem}`,
  configEmpty: 'nothing is said: it has to end with "export default defineMovement({ … })"',
  configMissing: (file) => `There is no file ${file}. Put it back, or take the one that Relance came with.`,
  notUtf8: (file) =>
    `${file} is not in UTF-8, so that its accents would be lost: save it as UTF-8, which every editor can.`,
  headingsUnknown: (headings) =>
    `movement.config.ts needs a correction:\n  headings: ${headings.map((heading) => `"${heading}"`).join(', ')} is none of our headings.\nAll headings that we know: npm run import -- --columns`,
  configRight: (movement) => `movement.config.ts is right: it is the one of ${movement}.`,

  started: ({ movement, url, folder, mail, next }) => `
Relance is running for ${movement}.

  form        ${url}
  dashboard   ${url}/dashboard
  data        ${folder}
  mails       ${mail ?? 'kept: MAIL_URL does not say yet where to send them'}
  next update ${next ?? 'none: the calendar has no month'}

Ctrl-C to stop.
`,
  publicUrlMissing: (url) =>
    `Links in mails will lead to ${url}, which opens on this machine only: say the real address with PUBLIC_URL.`,
  pingFailed: (reason) => `The monitor of PING_URL could not be told that all is well (${reason}).`,
  factsFailed: 'The facts of the night could not be written.',
  tickFailed: (reason) => `Sending mails failed this time (${reason}); it starts again in a minute.`,
  stopping: 'Stopping…',
  tickCut: 'What was being sent did not end in time: it was cut. No mail will leave twice.',

  migrated: (folder, names) =>
    names.length === 0
      ? `The database of ${folder} is up to date.`
      : `The database of ${folder} is up to date, after ${names.length} change${names.length > 1 ? 's' : ''} (the last is ${names.at(-1)}).`,
  nextRound: (date) => `Next monthly update: ${date}.`,
  asked: 'What groups will be asked (*: needed):',
  askedOfTeam: (label) => `${label} (the team only)`,
  askedNowhere: (questions) => `  Asked nowhere, since their section is not among “sections”: ${questions.join(', ')}`,
  nextDates: 'The next dates:',
  noRound: 'No monthly update to come: the calendar has no month.',

  buildFailed: (worker) => `The worker ${worker} could not be built: what is written above says why.`,
  tooBig: (worker, size, limit) =>
    `The worker ${worker} takes ${Math.round(size)} KiB; the free plan of Cloudflare allows ${limit}.`,
  notReady: (missing) =>
    `wrangler.toml is not yours yet:\n${missing.map((name) => `  ${en.placeholder[name]}`).join('\n')}\nAll of it is described step by step in docs/operations.md.`,
  placeholder: {
    database_id:
      'database_id: the one that "npx wrangler d1 create relance --jurisdiction eu" gives, in the five places',
    public_url: 'PUBLIC_URL: the address that people will open, in the five places',
    routes: 'routes: uncomment these two lines, with your domain, so that the form and the dashboard have an address',
  },
  secretMissing:
    'The workers have no LINK_SECRET yet, on which all links depend.\nWrite it in .env (LINK_SECRET=… made by "openssl rand -hex 32"), with MAIL_URL, then start again; keep it in a safe place too.',
  deploying: {
    migrations: 'First the database',
    worker: (name) => `The worker ${name}`,
  },
  deployStopped: (step) => `Stopped at “${step}”: what is written above says why. Starting again does nothing twice.`,
  deployed: '\nThe five workers are in place.',

  demo: {
    usage: (samples) =>
      `Shows a sample movement, with its mails in a mailbox. Ctrl-C leaves nothing of it.

  npm run demo -- ${samples.join(' | ')}
  npm run demo -- --day 2027-01-05   another day, to come: it is that morning, and the update of its month opens

Without a word, it is ${samples[0]}, today. PORT and MAILBOX_PORT, in the environment, choose the ports.`,
    dayPast: (day) => `${day} is no day to come. For example: --day 2027-01-05`,
    starting: 'Relance is getting ready…',
    ready: ({ movement, mails, mailboxUrl, url, coordinator, hoursAhead, day }) => `
Relance runs with the sample movement ${movement}: ${mails} referents have just got the update’s mail.

  1. Open the mailbox     ${mailboxUrl}
     Pick a mail, press its button, correct something.

  2. Open the dashboard   ${url}/dashboard
     Sign in with ${coordinator}: the link arrives in the mailbox.
     At the end of its menu, Act is where coordinators act.

The form is at ${url}. Ctrl-C stops everything and leaves nothing of it.${day ? `\nThe sample lives on ${day}.` : ''}${hoursAhead > 0 ? `\nNo mail leaves at night: the sample lives ${hoursAhead} h later than we do.` : ''}
`,
  },
}
