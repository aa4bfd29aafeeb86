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
        ? '1 person gets no mail: their address is disabled.'
        : `${mails.toLocaleString('en')} people get no mail: their addresses are disabled.`,
    atNight: (from, until) =>
      `It is too late or too early to write to people (nothing is sent between ${from} and ${until}, nor on holidays): the mails wait.`,
    nobody:
      'Nobody can get a mail: no active group has a referent.\nImport your groups first: npm run import -- groups.csv',
    alreadyOpen: (month) => `The update of ${month} is open already. There is nothing to do.`,
  },
  cloudflare: {
    account:
      'To work on Cloudflare’s database, set CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN, in the environment or in .env (docs/operations.md).',
    noDatabase: 'wrangler.toml has no database_id yet: put it there (docs/operations.md).',
    deployFirst: 'Cloudflare’s database does not have all its tables yet: run npm run deploy first.',
    refused: 'Cloudflare refuses this account or this token: it needs the permission “D1: edit”.',
    lost: 'The connection to Cloudflare broke. What was written is complete: run the same command again for the rest.',
    unreadable: (status: number) => `Cloudflare did not answer as expected (${status}). Try again in a few minutes.`,
  },
  export: {
    usage:
      'npm run export -- network.sqlite    a SQLite file of figures without names, for Metabase and similar tools (docs/facts.md)\nnpm run export -- --tables folder   the records as CSV, one file per kind (groups, activities…), for NocoDB, Baserow and others (docs/feeds.md)\n\n  --csv facts   the same facts as CSV, in this folder\n  --people      with the referents (names, addresses, phones) and the team’s notes, in the tables\n  --remote      from the database on Cloudflare',
    notOurs: (file) => `${file} exists, and is not an export of Relance: choose another name.`,
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
      'LINK_SECRET is not in the copy: keep your .env file too. Without it, links in mails already sent no longer open.',
    dropped: (n) => `${n.toLocaleString('en')} old ${n === 1 ? 'copy' : 'copies'} removed.`,
  },
  ...dataFolderEn,
  usage: usageEn,
  release: {
    written: (file, size) => `Written: ${file} (${size.toLocaleString('en', { maximumFractionDigits: 1 })} MB)`,
  },
  person: {
    usage:
      'npm run person -- export address@example.org\nnpm run person -- erase address@example.org --yes\nnpm run person -- reopen address@example.org   enables the address again after a bounce\n\n  --remote   on Cloudflare’s database',
    notSuppressed:
      'No mail came back from this address. A person who unsubscribed can only come back by their own link.',
    reopened: 'Done: mails are sent there again, first the monthly mail if it had not arrived.',
    unknown: 'Nobody has this address, nor this number (+33612345678) without an address.',
    sure: (name: string, groups: readonly string[]) =>
      `${name}${groups.length > 0 ? ` (${groups.join(', ')})` : ''}: everything we keep about this person will be erased for good.\nTo do it: the same command with --yes`,
    erased: 'Erased, everywhere, histories included.',
  },
  secondFactor: {
    usage:
      'npm run second-factor -- remove address@example.org         shows whose it is\nnpm run second-factor -- remove address@example.org --yes   switches off their two-step sign-in, if they lost phone and recovery codes\n\n  --remote   on Cloudflare’s database',
    unknown: 'Nobody of the team has this address.',
    none: (name) => `${name} has no two-step sign-in: nothing to switch off.`,
    sure: (name) =>
      `${name}: their two-step sign-in will be switched off, their sessions end, and a mail tells them. First make sure that it is really them.\nTo do it: the same command with --yes`,
    removed: (name) => `It is off. ${name} signs in by a link in a mail, and can set it up again.`,
  },
  feeds: feedsEn,
  language: languageEn,
  waiting: {
    usage:
      'npm run waiting                            the people who wait for the team, group by group\nnpm run waiting -- admit "Archipel Pau"    we write to them\nnpm run waiting -- refuse "Archipel Pau"   they are removed, without a mail\n\n  --remote   on Cloudflare’s database',
    nobody: 'Nobody waits.',
    group: (name, people, by) =>
      `${name}: ${people.toLocaleString('en')} ${people === 1 ? 'person' : 'people'}${by.length > 0 ? `, named by ${by.join(', ')}` : ''}`,
    toDo: { admit: 'write to them: ', refuse: 'remove them:   ' },
    unknown: (groups) => (groups.length === 0 ? 'Nobody waits.' : `Which group? People wait in: ${groups.join(', ')}`),
    admit: (group, people) =>
      people === 1
        ? `${group}: this person gets a mail, and says yes or no.`
        : `${group}: we write to these ${people.toLocaleString('en')} people, who say yes or no.`,
    refuse: (group, people) =>
      `${group}: ${people === 1 ? '1 person' : `${people.toLocaleString('en')} people`} removed. No mail was sent.`,
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
      'Hardly any of them belongs to a mail of Relance. The server probably replaces our Message-IDs. Put "verp=on" in MAIL_URL: each mail then has its own return address (docs/mails.md).',
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
    set: (pairs) => `${settingLines(pairs)}\nThis applies from the next page and the next mail on.`,
    unset: (keys) => `${keys.join(', ')}: back to the default. This applies from the next page and the next mail on.`,
    fixedThere: (keys) =>
      `${keys.join(', ')}: fixed in movement.config.ts. Change it there, or remove it there to set it here.`,
    overtaken: 'Somebody else has just changed settings. Nothing was set: begin again.',
    refused: (faults) => `Nothing was set:\n${faultLines(faults, {})}`,
    faults: (faults) =>
      `These settings are missing or wrong:\n${faultLines(faults, {})}\nSet them in movement.config.ts, or: npm run settings -- set name value`,
  },
  configFault: (problem) => `movement.config.ts needs a correction:\n  ${problem}`,
  configFaults: (faults) => `movement.config.ts needs a correction:\n${faultLines(faults, {})}`,
  configLine: (line, problem) => `line ${line}: ${problem}`,
  configEmpty: 'it exports nothing: it has to end with "export default defineMovement({ … })"',
  configMissing: (file) => `There is no file ${file}. Put it back, or take the one that Relance came with.`,
  notUtf8: (file) => `${file} is not in UTF-8, so its accents would be lost. Save it as UTF-8: every editor can.`,
  headingsUnknown: (headings) =>
    `movement.config.ts needs a correction:\n  headings: ${headings.map((heading) => `"${heading}"`).join(', ')} is not a heading of Relance.\nAll headings: npm run import -- --columns`,
  configRight: (movement) => `movement.config.ts is correct. Its movement: ${movement}.`,

  started: ({ movement, url, folder, mail, next }) => `
Relance is running for ${movement}.

  form        ${url}
  dashboard   ${url}/dashboard
  data        ${folder}
  mails       ${mail ?? 'wait: MAIL_URL is not set'}
  next update ${next ?? 'none: no month is left in the calendar'}

Ctrl-C to stop.
`,
  publicUrlMissing: (url) =>
    `Links in mails will lead to ${url}, which opens on this machine only. Set the public address: PUBLIC_URL=https://…`,
  pingFailed: (reason) => `The monitor at PING_URL could not be reached (${reason}).`,
  factsFailed: 'The nightly facts could not be written.',
  tickFailed: (reason) => `Sending mails failed (${reason}). Relance tries again in a minute.`,
  stopping: 'Stopping…',
  tickCut: 'Some mails were not finished in time and were cut off. None is sent twice.',

  migrated: (folder, names) =>
    names.length === 0
      ? `The database of ${folder} is up to date.`
      : `The database of ${folder} is up to date, after ${names.length} change${names.length > 1 ? 's' : ''} (the last is ${names.at(-1)}).`,
  nextRound: (date) => `Next monthly update: ${date}.`,
  asked: 'What groups will be asked (*: needed):',
  askedOfTeam: (label) => `${label} (the team only)`,
  askedNowhere: (questions) => `  Not asked, because their section is not in “sections”: ${questions.join(', ')}`,
  nextDates: 'The next dates:',
  noRound: 'No monthly update to come: no month is left in the calendar.',

  buildFailed: (worker) => `The worker ${worker} could not be built. The lines above say why.`,
  tooBig: (worker, size, limit) =>
    `The worker ${worker} takes ${Math.round(size)} KiB; the free plan of Cloudflare allows ${limit}.`,
  notReady: (missing) =>
    `wrangler.toml still has the example values:\n${missing.map((name) => `  ${en.placeholder[name]}`).join('\n')}\nThe steps are in docs/operations.md.`,
  placeholder: {
    database_id: 'database_id: the one that "npx wrangler d1 create relance --jurisdiction eu" prints, in all places',
    public_url: 'PUBLIC_URL: the address that people will open, in all places',
    routes: 'routes: uncomment these lines, with your domain, so that the pages have an address',
  },
  secretMissing:
    'The workers have no LINK_SECRET yet. All links depend on it.\nPut it in .env (LINK_SECRET=…, made by "openssl rand -hex 32"), with MAIL_URL, then start again. Keep it in a safe place too.',
  deploying: {
    migrations: 'First the database',
    worker: (name) => `The worker ${name}`,
  },
  deployStopped: (step) =>
    `Stopped at “${step}”. The lines above say why. Run the command again: nothing is done twice.`,
  deployed: '\nThe five workers are in place.',

  demo: {
    usage: (samples) =>
      `Shows a sample movement, with its mails in a mailbox. Ctrl-C leaves nothing of it.

  npm run demo -- ${samples.join(' | ')}
  npm run demo -- --day 2027-01-05   a coming day: it is that morning, and the update of its month opens

By default: ${samples[0]}, today. PORT and MAILBOX_PORT, in the environment, choose the ports.`,
    dayPast: (day) => `${day} is not a coming day. For example: --day 2027-01-05`,
    starting: 'Relance is getting ready…',
    ready: ({ movement, mails, mailboxUrl, url, coordinator, hoursAhead, day }) => `
Relance runs with the sample movement ${movement}: ${mails} referents have just got the update’s mail.

  1. Open the mailbox     ${mailboxUrl}
     Pick a mail, press its button, correct something.

  2. Open the dashboard   ${url}/dashboard
     Sign in with ${coordinator}: the link arrives in the mailbox.
     At the end of its menu, Act is where coordinators act.

The form is at ${url}. Ctrl-C stops everything and leaves nothing of it.${day ? `\nIn the sample it is ${day}.` : ''}${hoursAhead > 0 ? `\nNo mail is sent at night, so in the sample it is ${hoursAhead} h later than here.` : ''}
`,
  },
}
