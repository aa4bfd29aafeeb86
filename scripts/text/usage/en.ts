import type { usageFr } from './fr.ts'

/** What the commands do that have hardly any options. */
export const usageEn: typeof usageFr = {
  start:
    'npm start   runs Relance: its pages at PORT (8787), its data in DATA (data). Ctrl-C stops it.\n\n  --clock-is-right   starts all the same, when the time of this machine looks wrong and is right\n\nAll settings of the environment: docs/operations.md',
  checkConfig:
    'npm run check-config   checks movement.config.ts and the settings; shows what groups will be asked and the next six dates. Changes nothing.\n\n  --remote   with the settings in Cloudflare’s database',
  calendar:
    'npm run calendar   the next six dates on which mails are sent. Changes nothing.\n\n  --remote   by Cloudflare’s database',
  openRound:
    'npm run open-round   opens this month’s update now: mails are sent within a minute, if Relance is running.\n\nTo see first who would get what: npm run mails -- --dry-run\n\n  --remote   on Cloudflare’s database',
  migrate:
    'npm run migrate   brings the database to the version of the code, without starting Relance. npm start does so too.',
  deploy:
    'npm run deploy   updates Cloudflare’s database, then deploys the five workers.\n\n  --dry-run   builds them and prints their size; needs no account and deploys nothing\n\nIn detail: docs/operations.md',
  release: 'npm run release   builds the archive of a version, in dist/release: it runs with Node alone.',
  screenshots:
    'npm run screenshots           takes a picture of every page and mail of the sample movement, in dist/screenshots\nnpm run screenshots -- form   only the pictures whose names begin with "form"',
}
