import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { hoursAgo, newLinkSql, signInSql } from './outbox.ts'

/** Who asks for a link: a referent by their address or by an earlier link (its SHA-256), a coordinator from a browser (its cookie's). */
export type LinkRequest =
  | { kind: 'new_link'; address: string }
  | { kind: 'new_link'; linkHash: string }
  | { kind: 'sign_in'; address: string; browserHash: string; isKnown: boolean }

/** Puts down that somebody asked. The same for everybody: whom we know is found out later, by `takeLinkRequests`. */
export function insertLinkRequest(db: D1Database, request: LinkRequest, now: Date): D1PreparedStatement {
  const [address, linkHash] = 'address' in request ? [request.address, null] : [null, request.linkHash]
  const [browserHash, isKnown] = request.kind === 'sign_in' ? [request.browserHash, request.isKnown] : [null, false]
  return db
    .prepare(
      `INSERT INTO link_request (kind, address, link_hash, browser_hash, is_known, asked_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
    )
    .bind(request.kind, address, linkHash, browserHash, isKnown ? 1 : 0, now.toISOString())
}

/** Makes mails of what was asked for, by whom we know, and takes the requests away. In one batch. */
export function takeLinkRequests(db: D1Database, coordinators: readonly string[], now: Date): D1PreparedStatement[] {
  return [
    db.prepare(newLinkSql(requested('new_link'))).bind(now.toISOString(), hoursAgo(1, now), hoursAgo(24, now)),
    db
      .prepare(signInSql(`${requested('sign_in')} AND address IN (SELECT value FROM json_each(?3))`))
      .bind(now.toISOString(), hoursAgo(1, now), JSON.stringify(coordinators)),
    db.prepare('DELETE FROM link_request'),
  ]
}

const requested = (kind: LinkRequest['kind']) => `
  SELECT id, address, link_hash, browser_hash, is_known
  FROM link_request
  WHERE kind = '${kind}'`
