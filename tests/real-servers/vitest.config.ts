import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.ts'

// With its projects, all other tests would run here too
const { projects: _, ...shared } = base.test ?? {}

/** The tests with real mail servers, which `npm test` leaves alone: `npm run real-servers`. */
export default defineConfig({
  ...base,
  test: { ...shared, include: ['tests/real-servers/**/*.test.ts'], exclude: [], fileParallelism: false },
})
