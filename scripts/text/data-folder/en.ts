import type { dataFolderFr } from './fr.ts'

type Texts = typeof dataFolderFr

const restoreEn: Texts['restore'] = {
  usage:
    'npm run restore -- /mnt/copies/relance-2026-12-01T02-15-00Z         checks a copy, and says what it holds and what it would send again\nnpm run restore -- /mnt/copies/relance-2026-12-01T02-15-00Z --yes   puts it in the place of the data\nnpm run restore -- relance.sql                                      the same with the SQL of a whole database (npm run backup -- --sql, wrangler d1 export)\n\nStop Relance before. What was there is kept in the data folder.',
  noCopy: (source) => `${source} is no copy: neither a folder with relance.sqlite in it, nor a file .sql.`,
  brokenSql: (source) => `${source} is not the SQL of a whole database, or it ends in the middle.`,
  foreign: (source) =>
    `There is nothing of Relance in ${source}: it is empty, or another program's. Nothing was changed.`,
  strangeSql: (source, statement) =>
    `${source} holds what no copy of a database does: ${statement}\nDo not trust it, unless you know where it comes from. Nothing was changed.`,
  other: (source) =>
    `The copy ${source} is damaged, or another version made it: its tables are not those of this one. Take an earlier one, or the code that it was made with. Nothing was changed.`,
  damaged: (source) => `The copy ${source} is damaged: take an earlier one. Nothing was changed.`,
  found: ({ groups, people, wrongCounts, latest, waiting, step, strangers, linksOpen, ended }) =>
    [
      `The copy is whole: ${groups.toLocaleString('en')} ${groups === 1 ? 'group' : 'groups'}, ${people.toLocaleString('en')} ${people === 1 ? 'person' : 'people'}${latest ? `; the last thing that happened in it: ${latest}` : ''}.`,
      ...(wrongCounts > 0
        ? [
            `What it keeps counted is wrong in ${wrongCounts.toLocaleString('en')} ${wrongCounts === 1 ? 'row' : 'rows'}: all of it is counted anew when the copy is put in place.`,
          ]
        : []),
      ended
        ? `All links were ended on ${ended}, after it was made: those of the copy stay ended too.`
        : linksOpen
          ? 'Links that have left go on opening.'
          : 'LINKS THAT HAVE LEFT WILL NOT OPEN: the secret is another one, or missing. Set LINK_SECRET as it was to keep them.',
      ...(strangers.length > 0
        ? [
            `Relance has not made these triggers, which do something at each change: ${strangers.join(', ')}. Do not go on unless you know them.`,
          ]
        : []),
      ...(waiting > 0
        ? [
            `It would send again, as far as it does not know that they have left: ${waiting.toLocaleString('en')} ${waiting === 1 ? 'mail' : 'mails'}.`,
          ]
        : []),
      ...(step ? [`It does not know of: ${step}. It would do so again.`] : []),
    ].join('\n'),
  sure: 'Nothing was changed. To put it in place: the same command with --yes',
  why: 'a copy was put back',
  done: (kept, isPaused) =>
    [
      'The copy is in place.',
      ...(kept
        ? [`What was there before is in ${kept}: remove it once all is well, since it holds people’s addresses.`]
        : []),
      ...(isPaused
        ? [
            'Sending is paused, since mails may have been sent meanwhile. Start Relance, wait a minute, then choose:',
            '  npm run mails -- --dry-run   who would get what',
            '  npm run mails -- --left      these have left: they are not sent again; then --resume',
            '  npm run mails -- --resume   these have not: they leave',
          ]
        : []),
    ].join('\n'),
}

const revokeLinksEn: Texts['revokeLinks'] = {
  usage:
    'npm run revoke-links           how many links, sessions and feed keys are open\nnpm run revoke-links -- --yes   ends all of them: for a secret or a data folder that somebody else has seen\n\n  --remote   on Cloudflare’s database',
  sure: ({ links, sessions, keys }) =>
    `${links.toLocaleString('en')} ${links === 1 ? 'link' : 'links'} of mails, ${sessions.toLocaleString('en')} ${sessions === 1 ? 'session' : 'sessions'} of coordinators and ${keys.toLocaleString('en')} ${keys === 1 ? 'key' : 'keys'} of feeds would open nothing any more.\nPeople get new links with the next mail, or by asking on the page that an old link shows; programs need new keys (npm run feeds).\nTo do it: the same command with --yes`,
  done: ({ links, sessions, keys }) =>
    `Ended: ${links.toLocaleString('en')} ${links === 1 ? 'link' : 'links'}, ${sessions.toLocaleString('en')} ${sessions === 1 ? 'session' : 'sessions'}, ${keys.toLocaleString('en')} ${keys === 1 ? 'key' : 'keys'}.`,
  secretReplaced:
    'The data folder has another secret now. If Relance is running, restart it at once: until then it goes on with the old one.',
  secretOfEnvironment:
    'LINK_SECRET is in the environment or in .env: put another one there (openssl rand -hex 32) and restart Relance. Whoever has the old one could open new links too.',
  secretOfCloudflare:
    'Put another LINK_SECRET in .env (openssl rand -hex 32), then npm run deploy. Whoever has the old one could open new links too.',
  endedInEnvironment:
    'LINK_SECRET is one that npm run revoke-links, or another LINK_SECRET, has ended: whoever knows it could open new links.\nPut another one there: openssl rand -hex 32',
  endedInFolder: (file) =>
    `The secret ${file} is one that npm run revoke-links has ended: whoever knows it could open new links.\nFor another one: npm run revoke-links -- --yes`,
  closed:
    'The secret is another one than before: every link, session and feed key from before has ended. People get new links with the next mail, or by asking.',
}

const rebuildCountersEn: Texts['rebuildCounters'] = {
  usage:
    'npm run rebuild-counters                compares what the database keeps counted with what is in it, and counts all of it anew where anything is wrong\nnpm run rebuild-counters -- --dry-run   only compares\n\n  --remote   on Cloudflare’s database',
  found: (counters, isMended) =>
    counters.length === 0
      ? 'All counts are right.'
      : [
          ...counters.map(
            ({ table, faults }) =>
              `${table}: ${faults.toLocaleString('en')} ${faults === 1 ? 'row is' : 'rows are'} wrong`,
          ),
          isMended
            ? 'All are counted anew.'
            : 'Nothing is written. To count them anew: the same command without --dry-run',
        ].join('\n'),
}

export const dataFolderEn: Texts = {
  databaseTakenAway: (file) =>
    `The file ${file} was taken away or replaced while Relance ran. What is saved still goes into the former one, and nobody else reads it.\nStop Relance: it then puts it back, or beside, if there is another one.`,
  databaseRescued: (file) => `The database was taken away while Relance ran. All that it held is in ${file}.`,
  databaseForeign: (file) =>
    `The file ${file} is a database of another program: Relance has no table in it, and puts none there. Nothing was changed.\nTake it away, or put a copy of Relance’s back: npm run restore -- <the folder of a backup>`,
  logDamaged: (file, copy) =>
    `The log ${file} is damaged: what was saved last, before the machine stopped, is in it. The disk may be failing, or something else wrote into it.\nNothing was changed. Put a copy back: ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <the folder of a backup>'}\nTo go on without what was saved last, take this file out of the folder.`,
  journalLeft: (file, copy) =>
    `The file ${file} shows that another program was changing the database, and was cut off: Relance keeps no such file. What it holds may be needed to mend the database, or may spoil it.\nNothing was changed. Take this file out of the folder, and put a copy back: ${copy ? `npm run restore -- ${copy}` : 'npm run restore -- <the folder of a backup>'}`,
  noFolder: (path) =>
    `${path} is a file, and the data need a folder there.\nMove it away, or choose another folder with DATA=…`,
  noFile: (path) =>
    `${path} is a folder, and Relance keeps a file by that name.\nMove it away; what was in the file is in a backup: npm run restore -- <the folder of a backup>`,

  restore: restoreEn,
  revokeLinks: revokeLinksEn,
  rebuildCounters: rebuildCountersEn,
}
