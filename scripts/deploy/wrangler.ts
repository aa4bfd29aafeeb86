import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '#scripts/local/paths.ts'

export type Ending = { ok: boolean; output: string }

/** wrangler asks no question, tells nobody, and leaves its notes in the checkout. */
const habits = {
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  // The banner looks for a newer version in the registry
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_LOG_PATH: join(root, '.wrangler/logs'),
  npm_config_logs_max: '0',
  npm_config_update_notifier: 'false',
}

/** Without an account there is nothing to look for in the person's own folder. */
export const withoutAccount = { XDG_CONFIG_HOME: join(root, '.wrangler/config') }

/** Runs wrangler, showing what it says unless `isQuiet`. */
export async function wrangler(
  args: readonly string[],
  { isQuiet = false, env = {} }: { isQuiet?: boolean; env?: Record<string, string> } = {},
): Promise<Ending> {
  const child = spawn(process.execPath, [join(root, 'node_modules/wrangler/bin/wrangler.js'), ...args], {
    cwd: root,
    env: { ...process.env, ...habits, ...env },
    stdio: ['inherit', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (!isQuiet) to.write(chunk)
    })
  }
  const [code] = await once(child, 'close')
  return { ok: code === 0, output: Buffer.concat(chunks).toString() }
}
