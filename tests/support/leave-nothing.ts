import { afterAll, vi } from 'vitest'

// The next file finds the environment and the clock as this one did: files share a process
afterAll(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
})
