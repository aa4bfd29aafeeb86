import type { Announcement } from '#shared/domain/announcement.ts'
import { applyChanges, invert, readChanges } from '#shared/domain/change.ts'
import type { SectionCheck } from '#shared/domain/freshness.ts'
import { type Namings, namingDay } from '#shared/domain/naming.ts'
import type { Written as WrittenSince } from '#shared/domain/own-writes.ts'
import { type Place, townKey } from '#shared/domain/place.ts'
import type { RowCounts, WriteSize } from '#shared/domain/record-limits.ts'
import { seenByGroup } from '#shared/domain/seen-by-group.ts'
import type { GroupRecord, SectionName } from '#shared/record/record.ts'
import type { Value } from '#shared/record/row.ts'
import type { Sections } from '#shared/record/sections.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import { announcementFrom } from './announcement.ts'
import type { Question } from './ask.ts'
import { type Confirmation, readConfirmations } from './confirmations.ts'
import { type Exit, readExits } from './exits.ts'
import { type Revision, type RevisionColumns, readHistory, readRowNames, revisionFrom } from './history.ts'
import type { LinkSessionRequest } from './link-session-request.ts'
import { type LinkSessionColumns, linkSessionSql } from './link-session-sql.ts'
import { type AskedPoll, askedPollFrom } from './polls.ts'
import type { ReadDatabase } from './read-only.ts'
import { countsFromColumns, recordFromColumns } from './records.ts'
import { hourOf } from './submissions.ts'
import { countDay, readWritten } from './write-counts.ts'

export type Campaign = { uid: string; name: string; heldOn: string }
export type AnswerKind = 'updated' | 'confirmed' | 'paused' | 'not_my_group'
/** `by` is a name, `byUid` tells apart two people of one name; both are null for somebody whose data was erased. */
export type RoundAnswer = { by: string | null; byUid: string | null; kind: AnswerKind; at: Date }

/** A group of whoever holds a link; whether somebody has answered for it in the latest round. */
export type HeldGroup = { uid: string; name: string; state: string; hasAnswered: boolean }

/** The group that a visitor looks at, as it is now. */
export type Unreached = { uid: string; name: string; since: Date }

export type SessionGroup = {
  uid: string
  /** The uid of the group that it is part of since a merge, where somebody looks at it is. */
  mergedInto: string | null
  /** Number of its last revision. */
  number: number
  record: GroupRecord
  /** The record as it was at the revision that the visitor was shown, when one was asked for. */
  shown: GroupRecord
  /** What was written since that revision, latest first. */
  since: WrittenSince[]
  checks: SectionCheck[]
  /** Answers of the latest round. */
  answers: RoundAnswer[]
  /** Uids of those who are only invited: the record has what the group typed of them. */
  invited: string[]
  /** Addresses that referents (by their uid) have once whoever reads them says yes. */
  newAddresses: ReadonlyMap<string, string>
  /** Referents from whom our mails come back, and since when. */
  unreached: Unreached[]
  /** Uids of those to whom nothing is written until the team lets them through. */
  waiting: string[]
  /** When somebody may be named: how many people were named in the last day, and may be written to. */
  namings: Namings
  /** What the visitor wrote today, in this group and others. */
  today: WriteSize
  /** How many rows its lists hold; the record has a part of those that grow. */
  counts: RowCounts
  /** Its last revisions, latest first, as many as were asked for. */
  history: Revision[]
  /** What was confirmed, latest first, as many as were asked for. */
  confirmations: Confirmation[]
  /** The one that was asked for. */
  revision: Revision | null
  /** What rows are called of which the history tells, and that the record need not have. */
  names: [uid: string, name: string][]
}

/** Everything a page of the form needs about whoever holds a link. */
export type LinkSession = {
  expiresAt: Date
  revokedAt: Date | null
  /** How often the link was pressed with in this hour. */
  submissions: number
  person: { uid: string; name: string; language: Language | null }
  /** What most of their groups' referents read, where they have chosen none: their mails are in it. */
  groupsLanguage: Language | null
  /** They get no mails because they said so, or their mail program did. */
  hasUnsubscribed: boolean
  /** What they agreed to have shown of what the movement asks of each referent: the fields. */
  agreed: readonly string[]
  groups: HeldGroup[]
  /** The groups that they were referents of and are not any more, those left last first. */
  exits: Exit[]
  /** Null when the person has several groups and none was asked for, or asked for one that is not theirs. Of one that became part of another, that one. */
  group: SessionGroup | null
  campaigns: Campaign[]
  /** The group that the link's mail is about, though the person may have no membership there any more. */
  about: { uid: string; name: string } | null
  /** When places were asked about: those of the town's name, or the towns of the group's department. */
  places: Place[]
  /** The team's words of the month, whether or not their last day has passed. */
  announcement: Announcement | null
  /** The question of the latest round, with what the group that is looked at answered. */
  poll: AskedPoll | null
  /** The latest round; null before the first one. */
  round: string | null
  roundOpenedAt: Date | null
  /** When somebody may be named or leave: addresses of the group's referents that may not be written to. */
  suppressed: string[]
}

type PlaceColumns = [
  name: string,
  department: string,
  region: string | null,
  latitude: number,
  longitude: number,
  key: string,
]

/** Null when no link has this hash. One statement. */
export async function findLinkSession(
  db: ReadDatabase,
  sections: Sections,
  asked: LinkSessionRequest,
  now: Date,
): Promise<LinkSession | null> {
  const { statement, read } = linkSessionQuestion(db, sections, asked, now)
  const row = await statement.first<LinkSessionColumns>()
  return read(row ? [row] : [])
}

/** The same, to be asked beside other things. */
export function linkSessionQuestion(
  db: ReadDatabase,
  sections: Sections,
  {
    hash,
    group,
    since,
    isAboutPeople = false,
    history = 0,
    before,
    places,
    rows,
    list,
    revision,
    confirmations,
    returns,
    isAsItIs,
  }: LinkSessionRequest,
  now: Date,
): Question<LinkSession | null> {
  const statement = db
    .prepare(linkSessionSql(sections, hash === null ? 'team' : 'link'))
    .bind(
      hash,
      group,
      since ?? Number.MAX_SAFE_INTEGER,
      isAboutPeople ? 1 : 0,
      history,
      places?.country ?? null,
      places?.town ? townKey(places.town) : null,
      hourOf(now),
      before ?? Number.MAX_SAFE_INTEGER,
      new Date(now.getTime() - namingDay).toISOString(),
      countDay(now),
      JSON.stringify({ ...rows, list, revision, confirmations, returns, isAsItIs }),
    )
  return { statement, read: ([columns]: LinkSessionColumns[]) => (columns ? linkSessionFrom(columns, sections) : null) }
}

function linkSessionFrom(columns: LinkSessionColumns, sections: Sections): LinkSession {
  return {
    expiresAt: new Date(columns.expires_at),
    revokedAt: columns.revoked_at === null ? null : new Date(columns.revoked_at),
    submissions: columns.submissions ?? 0,
    person: {
      uid: columns.person_uid,
      name: columns.person_name,
      language: isLanguage(columns.person_language) ? columns.person_language : null,
    },
    groupsLanguage: isLanguage(columns.groups_language) ? columns.groups_language : null,
    hasUnsubscribed: columns.has_unsubscribed === 1,
    agreed: JSON.parse(columns.agreed) as string[],
    groups: sortedBy(
      parse(columns.groups, ([uid, name, state, hasAnswered]) => ({
        uid: String(uid),
        name: String(name),
        state: String(state),
        hasAnswered: hasAnswered === 1,
      })),
      ({ name }) => name,
    ),
    exits: readExits(columns.exits),
    group: columns.g_id === null ? null : sessionGroup(columns, sections),
    campaigns: parse(columns.campaign_list, ([uid, name, heldOn]) => ({
      uid: String(uid),
      name: String(name),
      heldOn: String(heldOn),
    })),
    announcement: announcementFrom(columns.announcement),
    poll: askedPollFrom(columns.poll),
    round: columns.round,
    roundOpenedAt: columns.round_opened_at === null ? null : new Date(columns.round_opened_at),
    places: sortedBy(JSON.parse(columns.places) as PlaceColumns[], (values) => values[5]).map(
      ([name, department, region, latitude, longitude]) => ({ name, department, region, latitude, longitude }),
    ),
    about: columns.about === null ? null : aboutFrom(columns.about),
    suppressed: JSON.parse(columns.suppressed) as string[],
  }
}

function aboutFrom(json: string): { uid: string; name: string } {
  const [uid, name] = JSON.parse(json) as [string, string]
  return { uid, name }
}

function sessionGroup(columns: LinkSessionColumns, sections: Sections): SessionGroup {
  const invited = JSON.parse(columns.invited) as [uid: string, isWaiting: 0 | 1][]
  const newAddresses = JSON.parse(columns.new_addresses) as [uid: string, email: string][]
  const waiting = invited.flatMap(([uid, isWaiting]) => (isWaiting ? [uid] : []))
  const [ofGroup, ofReferent] = JSON.parse(columns.namings ?? '[0, 0]') as [number, number]
  const record = recordFromColumns(columns, sections)
  const later = sortedBy(
    (JSON.parse(columns.changes) as [number: number, changes: unknown, isOwn: 0 | 1, by: string | null][]).map(
      ([number, changes, isOwn, by]) => [number, readChanges(changes), isOwn, by] as const,
    ),
    ([number]) => -number,
  )
  return {
    uid: columns.group_uid,
    mergedInto: columns.merged_into,
    number: columns.number ?? 0,
    record,
    shown: applyChanges(
      record,
      later.flatMap(([, changes]) => changes.toReversed().map(invert)),
    ),
    since: later.map(([, changes, isOwn, by]) => ({ changes, isOwn: isOwn === 1, by })),
    unreached: parse(columns.unreached, ([uid, name, since]) => ({
      uid: String(uid),
      name: String(name),
      since: new Date(String(since)),
    })),
    checks: parse(columns.checks, ([section, at, by]) => ({
      section: section as SectionName,
      checkedAt: new Date(String(at)),
      by: by === null ? null : String(by),
    })),
    answers: sortedBy(
      parse(columns.answers, ([byUid, by, kind, at]) => ({
        byUid: byUid === null ? null : String(byUid),
        by: by === null ? null : String(by),
        kind: kind as AnswerKind,
        at: new Date(String(at)),
      })),
      ({ at }) => at.getTime(),
    ),
    history: readHistory(columns.history).flatMap((revision) => revisionSeen(revision, sections) ?? []),
    confirmations: readConfirmations(columns.confirmations),
    revision:
      columns.revision === null
        ? null
        : revisionSeen(revisionFrom(JSON.parse(columns.revision) as RevisionColumns), sections),
    names: readRowNames(columns.names),
    invited: invited.map(([uid]) => uid),
    newAddresses: new Map(newAddresses.map(([uid, email]) => [uid, email])),
    waiting,
    namings: { group: ofGroup, referent: ofReferent },
    today: readWritten(columns.written),
    counts: countsFromColumns(columns, sections),
  }
}

/** A revision as the group may read it; null where it told of nothing else than what is the coordinators' own. */
function revisionSeen(revision: Revision, sections: Sections): Revision | null {
  const changes = seenByGroup(revision.changes, sections)
  const hidden = revision.changes.length - changes.length
  const written = revision.written - hidden
  return hidden > 0 && written === 0 ? null : { ...revision, changes, written }
}

function sortedBy<Item>(items: Item[], key: (item: Item) => string | number): Item[] {
  return items.sort((a, b) => Number(key(a) > key(b)) - Number(key(a) < key(b)))
}

function parse<Item>(json: string, read: (values: Value[]) => Item): Item[] {
  return (JSON.parse(json) as Value[][]).map((values) => read(values as Value[]))
}
