import type { DeploySettings } from '#scripts/local/settings.ts'

/** The form and the desk are bound to the sender of mails, which must be there first. */
export const workers = ['reminders', 'forms', 'dashboard', 'desk', 'feeds'] as const
export type Worker = (typeof workers)[number]

/** What a worker is given that stands in no file of the repository; what is not set stays as it was. */
export function secretsOf(worker: Worker, settings: DeploySettings): Record<string, string> {
  const { linkSecret, mailUrl, hookSecret } = settings
  return {
    ...(linkSecret ? { LINK_SECRET: linkSecret } : {}),
    ...(worker === 'reminders' && mailUrl ? { MAIL_URL: mailUrl } : {}),
    ...(worker === 'forms' && hookSecret ? { HOOK_SECRET: hookSecret } : {}),
  }
}
