/** Everything that can go wrong for a reader and is nobody's bug. The words for each are in `shared/text`. */
const statuses = {
  page_unknown: 404,
  link_unknown: 404,
  link_expired: 410,
  /** A link to a record that the team passed on. */
  passed_over: 410,
  link_expired_since: 410,
  link_revoked: 410,
  group_unknown: 404,
  group_merged: 409,
  section_unknown: 404,
  page_stale: 400,
  page_elsewhere: 403,
  too_many: 429,
  too_large: 413,
  request_unreadable: 400,
  address_too_long: 414,
  headers_too_long: 431,
  method_unknown: 405,
  session_missing: 401,
  session_elsewhere: 400,
  sign_in_used: 410,
  team_invitation_over: 410,
  factor_missing: 401,
  role_missing: 403,
  sign_in_old: 403,
  person_unknown: 404,
  campaign_unknown: 404,
  acted_meanwhile: 409,
  preview_nobody: 404,
  access_missing: 401,
  access_unknown: 403,
  busy: 503,
  storage_full: 507,
  storage_damaged: 503,
  fault: 500,
} as const

export type ProblemCode = keyof typeof statuses

/** Thrown by a handler to end with a page that says what happened and what to do next. */
export class Problem extends Error {
  readonly code: ProblemCode
  override name = 'Problem'
  constructor(code: ProblemCode) {
    super(code)
    this.code = code
  }
  get status() {
    return statuses[this.code]
  }
}

/** Whether somebody else of the team has acted meanwhile. */
export function isActedMeanwhile(error: unknown): boolean {
  return error instanceof Problem && error.code === 'acted_meanwhile'
}
