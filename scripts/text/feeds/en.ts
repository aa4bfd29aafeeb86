import type { feedsFr } from './fr.ts'

/** What other systems read, and the keys. */
export const feedsEn: typeof feedsFr = {
  usage:
    'npm run feeds                                   what other systems may read, the keys, and what is held back\nnpm run feeds -- key map "Our site"             makes a key of the map (or calendar, api, api/people, lists/<list>), shown once\nnpm run feeds -- revoke "Our site"              the key opens nothing any more\nnpm run feeds -- accept                         publishes what was held back because many groups disappeared at once\nnpm run feeds -- list annonces                  what would change in a list kept in Mailman or Brevo; add start, stop or look to do it\n\n  --region Bretagne   the key shows this region only; repeat it for several\n  --answer room.yes   it shows only the groups that gave this answer to one of your questions; repeat it for several\n  --remote            on Cloudflare’s database\n\nIn detail: docs/feeds.md',
  access: { off: 'off', public: 'open to everybody', key: 'with a key' },
  key: (name, purpose, regions, isRevoked) =>
    `key “${name}”: ${purpose}${regions ? `, ${regions}` : ''}${isRevoked ? ' (revoked)' : ''}`,
  published: (at) => `last published: ${at}`,
  webhook: {
    works: (name, at) => `webhook “${name}”: last taken ${at}`,
    failing: (name, since) => `webhook “${name}”: has taken nothing since ${since}`,
    stopped: (name, at) => `webhook “${name}”: disconnected, ${at}`,
    untried: (name) => `webhook “${name}”: nothing was sent to it yet`,
  },
  enquiries: (month, enquiries, answered) =>
    `messages of visitors in ${month}: ${enquiries.toLocaleString('en')}, ${answered.toLocaleString('en')} of them answered`,
  made: (token) =>
    `Here is the key. It is shown here only: keep it.\n\n  ${token}\n\nAt the end of the address: ?key=${token}\nOr as a password (HTTP Basic; the name does not matter).`,
  revoked: (name) => `The key “${name}” opens nothing any more.`,
  unknownKey: (names) =>
    names.length === 0 ? 'There is no key.' : `There is no such key. The keys: ${names.join(', ')}`,
  nameTaken: (name) =>
    `A key is called “${name}” already. Give another name, or revoke it first: npm run feeds -- revoke "${name}"`,
  unknownAnswer: (answer, answers) => `“${answer}” limits no such key. One of: ${answers.join(', ')}`,
  unknownFeed: (feed, feeds) => `“${feed}” cannot be read with a key. One of: ${feeds.join(', ')}`,
  held: 'Held back, because many groups had gone at once:',
  unknownList: (list: string, known: readonly string[]): string =>
    `No list ${list} is kept in another program. ${known.length === 0 ? 'None is: see docs/feeds.md.' : `There are: ${known.join(', ')}.`}`,
  toAccept: 'If that is right: npm run feeds -- accept',
  accepted: 'Noted: what was held back is published as it is.',
  unplaced: 'These groups want to be on the map, and we do not know where they are:',
}
