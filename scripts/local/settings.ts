import * as z from 'zod'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { mailerOf } from '#workers/reminders/mailer.ts'
import { dataFolder } from './paths.ts'

/** What whoever runs Relance sets, in the environment or in `.env`. */
export type Settings = {
  port: number
  host: string
  folder: string
  mailUrl: string | null
  publicUrl: string | null
  linkSecret: string | null
}

const text = words.settings

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, text.port)
    .transform(Number)
    .refine((port) => port <= 65_535, text.port),
  HOST: z.string().regex(/^[\w.:-]+$/, text.host),
  MAIL_URL: z.string().refine(canMail, text.mailUrl).nullable(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: text.publicUrl })
    .refine((url) => new URL(url).pathname === '/', text.publicUrlPath)
    .transform((url) => new URL(url).origin)
    .nullable(),
  LINK_SECRET: z.string().min(32, text.linkSecret).nullable(),
})

function canMail(mailUrl: string): boolean {
  try {
    mailerOf(mailUrl)?.close()
    return true
  } catch {
    return false
  }
}

/** @throws Stop with one line per fault. Values are not repeated: two of them are secrets. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const result = schema.safeParse({
    PORT: env.PORT || '8787',
    HOST: env.HOST || '127.0.0.1',
    MAIL_URL: env.MAIL_URL || null,
    PUBLIC_URL: env.PUBLIC_URL || null,
    LINK_SECRET: env.LINK_SECRET || null,
  })
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Stop(`${text.title}\n${faults.join('\n')}`)
  }
  const { PORT, HOST, MAIL_URL, PUBLIC_URL, LINK_SECRET } = result.data
  return {
    port: PORT,
    host: HOST,
    folder: dataFolder(),
    mailUrl: MAIL_URL,
    publicUrl: PUBLIC_URL,
    linkSecret: LINK_SECRET,
  }
}
