import { Stop } from '#scripts/run.ts'
import { showInstant } from '#scripts/text/show-instant.ts'
import { language, words } from '#scripts/text/text.ts'
import type { Acting } from '#shared/actions/acting.ts'
import { acceptHeldBack, makeFeedKey, revokeFeedKey } from '#shared/actions/feed-keys.ts'
import { ask } from '#shared/db/ask.ts'
import { enquiryMonths } from '#shared/db/enquiries.ts'
import { listFeedKeys } from '#shared/db/feed-keys.ts'
import { publication } from '#shared/db/publication.ts'
import { type KeptWebhook, listWebhooks } from '#shared/db/webhooks.ts'
import { feedPurposes, longestKeyName } from '#shared/domain/feed-purpose.ts'
import { keyChoices } from '#shared/domain/key-answers.ts'
import type { Movement } from '#shared/movement.ts'
import { textIn } from '#shared/text/text.ts'
import { settleList } from './settle-list.ts'

/** What a new key is: `token` is its secret, drawn by whoever calls. */
type Drawn = { token: string; regions: readonly string[] | null; answers?: readonly string[] }

/** Shows the feeds; or makes a key (`key map "Our site"`), ends one (`revoke "Our site"`), or has published what was held back (`accept`). @throws Stop */
export async function settleFeeds(
  acting: Acting,
  [action, ...rest]: readonly string[],
  { token, regions, answers: said = [] }: Drawn,
): Promise<string> {
  const text = words.feeds
  const [first, second] = rest
  if (action === undefined) return showFeeds(acting)
  if (action === 'accept' && first === undefined) {
    await acceptHeldBack(acting)
    return text.accepted
  }
  if (action === 'key' && first !== undefined && second !== undefined) {
    if (!feedPurposes(acting.movement).includes(first))
      throw new Stop(text.unknownFeed(first, feedPurposes(acting.movement)))
    await refuseKnown(acting, second)
    const answers = readAnswers(acting.movement, first, said)
    await makeFeedKey(acting, { token, purpose: first, name: second, regions, answers })
    return text.made(token)
  }
  if (action === 'revoke' && first !== undefined && second === undefined) {
    await findKey(acting, first)
    await revokeFeedKey(acting, first)
    return text.revoked(first)
  }
  if (action === 'list' && first !== undefined) return settleList(acting, first, second)
  throw new Stop(text.usage)
}

async function showFeeds({ db, movement }: Acting): Promise<string> {
  const { keys, state, months, webhooks } = await ask(db, {
    keys: listFeedKeys(db),
    state: publication(db),
    months: enquiryMonths(db, 3),
    webhooks: listWebhooks(db),
  })
  const text = words.feeds
  const { map, calendar, find } = movement.feeds
  return [
    ...Object.entries({ map, calendar, find }).map(([name, access]) => `${name.padEnd(10)} ${text.access[access]}`),
    ...(state?.lookedAt ? [text.published(showInstant(state.lookedAt, movement))] : []),
    ...webhooks.map((webhook) => showWebhook(webhook, movement)),
    ...months.map(({ month, enquiries, answered }) => text.enquiries(month, enquiries, answered)),
    ...keys.map(({ name, purpose, regions, answers, revokedAt }) =>
      text.key(name, purpose, [...(regions ?? []), ...answers].join(', '), revokedAt !== null),
    ),
    ...(state && state.held.length + state.heldLists.length > 0
      ? [
          text.held,
          ...[...state.held, ...state.heldLists].map(
            (slice) => `  ${textIn(language, movement).dashboard.feedAlert.slice(slice)}`,
          ),
          text.toAccept,
        ]
      : []),
    ...(state && state.unplaced.length > 0 ? [text.unplaced, ...state.unplaced.map(({ name }) => `  ${name}`)] : []),
  ].join('\n')
}

/** A webhook, and when it last took something. */
function showWebhook({ name, stopped, failingSince, workedAt }: KeptWebhook, movement: Movement): string {
  const { webhook: text } = words.feeds
  const at = (instant: Date) => showInstant(instant, movement)
  if (stopped) return text.stopped(name, at(stopped.at))
  if (failingSince) return text.failing(name, at(failingSince))
  return workedAt ? text.works(name, at(workedAt)) : text.untried(name)
}

async function findKey({ db }: Acting, name: string): Promise<void> {
  const { keys } = await ask(db, { keys: listFeedKeys(db) })
  const valid = keys.filter(({ revokedAt }) => revokedAt === null)
  if (!valid.some((key) => key.name === name)) throw new Stop(words.feeds.unknownKey(valid.map((key) => key.name)))
}

/** Answers as keys have them; `yes` and `no` as in addresses. @throws Stop at one that limits no such key. */
function readAnswers({ sections }: Movement, purpose: string, said: readonly string[]): string[] {
  const offered = keyChoices(sections, purpose === 'map').flatMap(({ options }) => options.map(([value]) => value))
  return said.map((one) => {
    const answer = one.replace(/\.yes$/, '.oui').replace(/\.no$/, '.non')
    if (!offered.includes(answer)) throw new Stop(words.feeds.unknownAnswer(one, offered))
    return answer
  })
}

/** Keys are ended by their name: two of one name would both end. */
async function refuseKnown({ db }: Acting, name: string): Promise<void> {
  const { keys } = await ask(db, { keys: listFeedKeys(db) })
  if (keys.some((key) => key.name === name && key.revokedAt === null)) throw new Stop(words.feeds.nameTaken(name))
  if (name.length > longestKeyName || name.trim() === '') throw new Stop(words.feeds.usage)
}
