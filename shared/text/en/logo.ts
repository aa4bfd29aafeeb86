import type { Text } from '../fr.ts'

/** The page where a movement brings its logo. */
export const logo: Text['settings']['logo'] = {
  title: 'Logo',
  lead: 'Beside your name on every page, and in the tab of the browser. Our mails have no pictures.',
  now: 'The logo as it is',
  file: 'Your logo',
  hint: 'A PNG, JPEG or WebP file of at most 32 kB. A square one can be read in a tab too.',
  save: 'Take this logo',
  remove: 'Remove the logo',
  tooLarge: 'This file is too large: 32 kB at most',
  noPicture: 'This is no PNG, JPEG or WebP picture',
  fixed: 'The logo is fixed in movement.config.ts.',
  changed: 'a picture',
}
