import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '#scripts/local/paths.ts'

/** A program of ours that runs, as a person would start it. */
export type Program = {
  pid: number
  /** What it has said so far, on both outputs. */
  said: () => string
  /** Waits until it has said this; fails when it ends before. */
  until: (words: RegExp) => Promise<RegExpExecArray>
  /** Settles with its exit code, or the signal that ended it. */
  ended: Promise<number | string>
  signal: (name: NodeJS.Signals) => void
}

/** Only what a program is told, so that nothing of the machine's own settings counts. */
export type ProgramOptions = { env?: Record<string, string>; node?: readonly string[]; cwd?: string }

/** Starts `node scripts/<name>.ts`, in English. */
export function startProgram(
  name: string,
  args: readonly string[] = [],
  { env = {}, node = [], cwd = root }: ProgramOptions = {},
): Program {
  const { PATH = '', TMPDIR = '/tmp' } = process.env
  const own = { PATH, TMPDIR, LANG: 'en_US.UTF-8', ...env }
  return startCommand([...node, join(cwd, `scripts/${name}.ts`), ...args], { cwd, env: own })
}

/** Starts Node with these arguments. */
export function startCommand(args: readonly string[], { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }): Program {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => (code ?? signal) as number | string)
  return {
    pid: child.pid ?? 0,
    said: () => said,
    until: async (words) => {
      for (;;) {
        const match = words.exec(said)
        if (match) return match
        const next = await Promise.race([
          once(child.stdout, 'data'),
          once(child.stderr, 'data'),
          ended.then(() => null),
        ])
        if (next === null && !words.test(said)) throw new Error(`it ended without saying ${words}:\n${said}`)
      }
    },
    ended,
    signal: (signal) => child.kill(signal),
  }
}
