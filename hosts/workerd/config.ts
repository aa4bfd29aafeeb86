import { compatibilityDate } from '#scripts/local/paths.ts'
import type { ControlSocket } from './control-socket.ts'

/** `authorities` are certificates to trust, in PEM; `variables` the names of what workers find in their `env`. */
export type ConfigOptions = { authorities: readonly string[]; variables: readonly string[] }

/** workerd's configuration for the workers, the address they share, their database and the control socket of programs. */
export function relanceConfig({ authorities, variables }: ConfigOptions): string {
  const ours = (name: string, more: string[] = []) =>
    worker(name, [databaseBinding, ...variables.map(fromEnvironment), ...more])
  return config(
    [
      ours('pages', [
        lookAgainBinding,
        serviceBinding('DASHBOARD', 'dashboard'),
        serviceBinding('DESK', 'desk'),
        serviceBinding('FEEDS', 'feeds'),
      ]),
      ours('dashboard'),
      ours('desk', [lookAgainBinding]),
      ours('feeds'),
      ours('reminders'),
      controlSocket([serviceBinding('REMINDERS', 'reminders'), senderBinding, serviceBinding('FEEDS', 'feeds')]),
      database,
      disk,
      internet(authorities),
    ],
    ['pages', 'controlSocket'],
  )
}

/** The same with the database alone. */
export function databaseConfig(): string {
  return config([controlSocket([]), database, disk], ['controlSocket'])
}

/** The sender alone, over the database behind another process’s control socket: as on Cloudflare, where neither costs the other anything. */
export function senderConfig({ authorities, variables }: ConfigOptions, { port, token }: ControlSocket): string {
  const elsewhere = `
    (name = "d1", external = (address = "127.0.0.1:${port}", http = (
      injectRequestHeaders = [(name = "authorization", value = "Bearer ${token}")]
    )))`
  return config(
    [
      worker('reminders', [remoteBinding, ...variables.map(fromEnvironment)]),
      controlSocket([serviceBinding('REMINDERS', 'reminders')], remoteBinding),
      elsewhere,
      disk,
      internet(authorities),
    ],
    ['controlSocket'],
  )
}

/** `proxy` hands on what was asked for as it came (`request-target.ts`): what is no address would be a fault of workerd's, 500. */
const styles: Readonly<Record<string, 'proxy'>> = { pages: 'proxy' }

const config = (services: string[], sockets: string[]) => `# Written at each start by hosts/workerd/config.ts
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  logging = (structuredLogging = true),
  services = [${services.join(',')}
  ],
  extensions = [(modules = [(name = "relance:d1", internal = true, esModule = embed "d1-binding.js")])],
  sockets = [${sockets.map((name) => `(name = "${name}", http = (style = ${styles[name] ?? 'host'}), service = "${name}")`).join(', ')}]
);
`

const worker = (name: string, bindings: string[], more: string[] = []) => `
    (name = "${name}", worker = (
      modules = [(name = "${name}.js", esModule = embed "${name}.js")],
      compatibilityDate = "${compatibilityDate}",
      compatibilityFlags = ["nodejs_compat", "service_binding_extra_handlers"],
      bindings = [
        ${bindings.map((binding) => `(${binding})`).join(',\n        ')}
      ]${more.map((line) => `,\n      ${line}`).join('')}
    ))`

const controlSocket = (more: string[], binding = databaseBinding) =>
  worker('controlSocket', [binding, serviceBinding('D1', 'd1'), fromEnvironment('CONTROL_TOKEN'), ...more])

const databaseBinding =
  'name = "DB", wrapped = (moduleName = "relance:d1", innerBindings = [(name = "database", durableObjectNamespace = (className = "Database", serviceName = "d1"))])'
// Where the database is another process's
const remoteBinding =
  'name = "DB", wrapped = (moduleName = "cloudflare-internal:d1-api", innerBindings = [(name = "fetcher", service = "d1")])'
const lookAgainBinding = 'name = "REMINDERS", service = (name = "reminders", entrypoint = "Reminders")'
const senderBinding = 'name = "SENDER", service = (name = "reminders", entrypoint = "Reminders")'
const serviceBinding = (name: string, service: string) => `name = "${name}", service = "${service}"`
const fromEnvironment = (name: string) => `name = "${name}", fromEnvironment = "${name}"`

const database = worker(
  'd1',
  ['name = "DATABASE", durableObjectNamespace = "Database"'],
  [
    'durableObjectNamespaces = [(className = "Database", uniqueKey = "relance", enableSql = true, preventEviction = true)]',
    'durableObjectStorage = (localDisk = "disk")',
  ],
)

// Its folder is given on the command line
const disk = `
    (name = "disk", disk = (writable = true))`

// A mail server may stand in the same house, hence "private"
const internet = (authorities: readonly string[]) => `
    (name = "internet", network = (
      allow = ["public", "private"],
      tlsOptions = (trustBrowserCas = true, trustedCertificates = [${authorities.map((pem) => JSON.stringify(pem)).join(', ')}])
    ))`
