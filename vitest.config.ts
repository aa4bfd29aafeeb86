import { configDefaults, defineConfig } from 'vitest/config'

// What they put in place of a module is not in place where another file has read that module before; those that bundle are alone too, since esbuild may
// wait for ever in a process in which another file has used it
const apart = ['tests/scripts/cloudflare.test.ts', 'tests/text/third-language.test.ts']
const thoroughApart = ['tests/feeds/webhooks-killed.test.ts', 'tests/running/release.test.ts']
// What takes minutes in all: every page in a real browser, programs that are killed at every step, megabytes of what nobody should send, thousands of
// requests. `npm run test:thorough`, as CI does beside `npm test`
const thorough = [
  'tests/dashboard/brought-back.test.ts',
  'tests/dashboard/states.test.ts',
  'tests/desk/accessible.test.ts',
  'tests/desk/authority.test.ts',
  'tests/feeds/contact.test.ts',
  'tests/forms/accessible.test.ts',
  'tests/fuzz/*.test.ts',
  'tests/hostile/patterns.test.ts',
  'tests/hostile/sheets.test.ts',
  'tests/journey/full-group.test.ts',
  'tests/local/damage.test.ts',
  'tests/mail/pages.test.ts',
  'tests/reminders/free-plan.test.ts',
  'tests/reminders/killed.test.ts',
  'tests/reminders/missing.test.ts',
  'tests/running/samples.test.ts',
  'tests/running/start.test.ts',
  'tests/running/stop.test.ts',
  'tests/running/upsets.test.ts',
  'tests/scripts/move.test.ts',
  'tests/scripts/sentence-places.test.ts',
  'tests/sheet/bombs.test.ts',
  'tests/sheet/command.test.ts',
]
// They take root, and minutes: `npm run real-servers`
const never = [...configDefaults.exclude, 'tests/real-servers/**']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx', development: false } },
  test: {
    // A file reads our modules once a process and not once a file, which was half of the time: nothing that a test leaves there may matter to the next
    isolate: false,
    // No test depends on how fast the machine is: these are for what will never come
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    // One more than the cores of a small machine: files wait for programs, browsers and connections about a third of their time
    maxWorkers: 3,
    // It compiles in a process of its own: its thread, once begun in a process that many files share, may wait for ever
    env: { ESBUILD_WORKER_THREADS: '0' },
    globalSetup: ['tests/support/temporary.ts', 'tests/support/served-note.ts'],
    setupFiles: ['tests/support/leave-nothing.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'main',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...never, ...apart, ...thorough, ...thoroughApart],
        },
      },
      { extends: true, test: { name: 'apart', include: apart, isolate: true } },
      { extends: true, test: { name: 'thorough', include: thorough } },
      { extends: true, test: { name: 'thorough-apart', include: thoroughApart, isolate: true } },
    ],
  },
})
