import * as z from 'zod'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { type MailRoute, readMailUrl } from '#shared/mail/transports/mail-url.ts'
import { urlPart } from '#shared/text/url-part.ts'
import { dataFolder, typedPath } from './paths.ts'

/** What whoever runs Relance sets, in the environment or in `.env`. */
export type Settings = {
  port: number
  host: string
  folder: string
  mailUrl: string | null
  publicUrl: string | null
  linkSecret: string | null
  hookSecret: string | null
  /** How many proxies of one's own stand before Relance. */
  proxies: number
  /** Webhooks may be of this machine or its network. */
  privateWebhooks: boolean
  /** Where mailing lists are kept by calls, as the workers are given it. */
  listPrograms: { MAILMAN_URL?: string; BREVO_URL?: string }
  /** The folder where each night's facts go. */
  facts: string | null
  /** The monitor that is told when all went as planned. */
  pingUrl: string | null
  /** Cloudflare Access before the dashboard, for the workers. */
  access: { ACCESS_TEAM: string; ACCESS_AUDIENCE: string } | null
}

/** A port that somebody asked for is that one or none; one that nobody chose may give way. */
export type PortChoice = { port: number; isAsked: boolean }

const text = words.settings

const port = z
  .string()
  .regex(/^\d+$/, text.port)
  .transform(Number)
  .refine((number) => number <= 65_535, text.port)
const host = z
  .string()
  .regex(/^[\w.:-]+$/, text.host)
  .default('127.0.0.1')

const mailUrlTo = (...ways: readonly MailRoute['to'][]) =>
  z
    .string()
    .refine((mailUrl) => ways.some((way) => way === wayOf(mailUrl)), text.mailUrl)
    .optional()
const linkSecret = z.string().min(32, text.linkSecret).optional()
const hookSecret = z.string().min(24, text.hookSecret).optional()

const programUrl = z
  .url({ protocol: /^https?$/, error: text.programUrl })
  // What is no address at all comes here too
  .refine(
    (url) => urlPart(URL.parse(url)?.password ?? '') && urlPart(URL.parse(url)?.username ?? '') !== null,
    text.programUrl,
  )
  .optional()

const schema = z.object({
  PORT: port.default(8787),
  HOST: host,
  MAIL_URL: mailUrlTo('smtp', 'brevo', 'folder'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: text.publicUrl })
    .refine((url) => (URL.parse(url)?.pathname ?? '/') === '/', text.publicUrlPath)
    .transform((url) => new URL(url).origin)
    .optional(),
  LINK_SECRET: linkSecret,
  HOOK_SECRET: hookSecret,
  TRUSTED_PROXIES: z.string().regex(/^\d$/, text.proxies).transform(Number).default(0),
  FACTS: z.string().optional(),
  PING_URL: z.url({ protocol: /^https$/, error: text.pingUrl }).optional(),
  WEBHOOKS_PRIVATE: z.enum(['yes', 'no'], text.webhooksPrivate).default('no'),
  MAILMAN_URL: programUrl,
  BREVO_URL: programUrl,
  ACCESS_TEAM: z
    .url({ protocol: /^https$/, error: text.accessTeam })
    .transform((url) => new URL(url).origin)
    .optional(),
  ACCESS_AUDIENCE: z.string().optional(),
})

const deploySchema = z.object({
  LINK_SECRET: linkSecret,
  MAIL_URL: mailUrlTo('smtp', 'brevo', 'cloudflare'),
  HOOK_SECRET: hookSecret,
})

const demoSchema = z.object({ PORT: port.optional(), HOST: host, MAILBOX_PORT: port.optional() })

/** @throws Stop with one line per fault. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const set = check(schema, env)
  const { PORT, HOST, MAIL_URL, PUBLIC_URL, LINK_SECRET, HOOK_SECRET, ACCESS_TEAM, ACCESS_AUDIENCE } = set
  if (!ACCESS_TEAM !== !ACCESS_AUDIENCE) throw new Stop(`${text.title}\n  ${text.accessBoth}`)
  return {
    port: PORT,
    host: HOST,
    folder: dataFolder(),
    mailUrl: MAIL_URL ?? null,
    publicUrl: PUBLIC_URL ?? null,
    linkSecret: LINK_SECRET ?? null,
    hookSecret: HOOK_SECRET ?? null,
    proxies: set.TRUSTED_PROXIES,
    facts: set.FACTS ? typedPath(set.FACTS) : null,
    pingUrl: set.PING_URL ?? null,
    privateWebhooks: set.WEBHOOKS_PRIVATE === 'yes',
    listPrograms: {
      ...(set.MAILMAN_URL ? { MAILMAN_URL: set.MAILMAN_URL } : {}),
      ...(set.BREVO_URL ? { BREVO_URL: set.BREVO_URL } : {}),
    },
    access: ACCESS_TEAM && ACCESS_AUDIENCE ? { ACCESS_TEAM, ACCESS_AUDIENCE } : null,
  }
}

/** What a deployment hands to the workers. */
export type DeploySettings = Pick<Settings, 'linkSecret' | 'mailUrl' | 'hookSecret'>

/** Cloudflare has a mail service of its own, and no folder to write in. @throws Stop with one line per fault. */
export function readDeploySettings(env: NodeJS.ProcessEnv): DeploySettings {
  const { LINK_SECRET, MAIL_URL, HOOK_SECRET } = check(deploySchema, env)
  return { linkSecret: LINK_SECRET ?? null, mailUrl: MAIL_URL ?? null, hookSecret: HOOK_SECRET ?? null }
}

/** What counts for a demonstration: it sends nothing to real servers, whatever else is set. @throws Stop with one line per fault. */
export function readDemoSettings(env: NodeJS.ProcessEnv): { host: string; port: PortChoice; mailboxPort: PortChoice } {
  const { PORT, HOST, MAILBOX_PORT } = check(demoSchema, env)
  const choice = (asked: number | undefined, usual: number) => ({ port: asked ?? usual, isAsked: asked !== undefined })
  return { host: HOST, port: choice(PORT, 8787), mailboxPort: choice(MAILBOX_PORT, 1080) }
}

/** A variable that is set to nothing is not set. Values are not repeated: some are secrets. */
function check<Schema extends z.ZodObject>(schema: Schema, env: NodeJS.ProcessEnv): z.output<Schema> {
  const names = Object.keys(schema.shape).filter((name) => env[name])
  const result = schema.safeParse(Object.fromEntries(names.map((name) => [name, env[name]])))
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Stop(`${text.title}\n${faults.join('\n')}`)
}

function wayOf(mailUrl: string): MailRoute['to'] | null {
  try {
    return readMailUrl(mailUrl).to
  } catch {
    return null
  }
}
