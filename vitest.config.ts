import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The sample movement, whatever movement.config.ts says
  resolve: { conditions: ['sample', 'node', 'import', 'module', 'default'] },
  ssr: { resolve: { conditions: ['sample', 'node', 'import', 'module', 'default'] } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
