import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'

// Windows has no such shell
test.skipIf(process.platform === 'win32')(
  'npm start ends when npm is asked to, though its shell hands nothing on',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'relance-test-'))
    const { PATH = '', TMPDIR = '/tmp' } = process.env
    const shell = spawn('/bin/sh', ['-c', `'${process.execPath}' scripts/start.ts; :`], {
      cwd: root,
      env: { PATH, TMPDIR, DATA: folder, PORT: '0', npm_lifecycle_event: 'start' },
      stdio: 'ignore',
    })
    const isRunning = () => existsSync(join(folder, 'running.json'))
    await expect.poll(isRunning, { timeout: 20_000 }).toBe(true)
    shell.kill('SIGTERM')
    await expect.poll(isRunning, { timeout: 20_000 }).toBe(false)
    await expect.poll(() => existsSync(join(folder, 'run')), { timeout: 20_000 }).toBe(false)
    await rm(folder, { recursive: true })
  },
)
