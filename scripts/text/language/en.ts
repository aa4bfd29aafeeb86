import type { languageFr } from './fr.ts'

/** Translating Relance into another language. */
export const languageEn: typeof languageFr = {
  usage:
    'npm run language -- nl              begins a language (its code of two letters), or says what it lacks and what has changed since\nnpm run language -- nl --reviewed   you have read all changes: notes what the originals say now\nnpm run language -- nl --pages      writes every page and mail of the sample movement, with the key of each sentence\n\nIn detail: docs/languages.md',
  begun: (code, files) =>
    `Written: ${files} files in shared/text/${code}. Name the language in shared/text/more.ts (docs/languages.md), translate, then run this again.`,
  unnamed: (code) =>
    `The folder shared/text/${code} is there, but shared/text/more.ts does not name this language: add it (docs/languages.md).`,
  reviewed: (n) => `Remembered: ${n.toLocaleString('en')} translated sentences.`,
  walking: 'Opening every page and mail of the sample movement. This takes a minute.',
  pagesWritten: ({ pages, framed, nowhere, folder }) =>
    `Written: ${pages.toLocaleString('en')} pages. Open ${folder}/index.html in a browser. Sentences that were met on no page, shown among their neighbours with when they are said: ${framed.toLocaleString('en')}. Sentences without a place: ${nowhere.toLocaleString('en')}.`,
  status: (code, { missing, changed, unused, said, all }) =>
    [
      ...missing.map(({ path, fr, en }) => `missing  ${path}\n         ${fr}\n         ${en}`),
      ...changed.map(({ path, fr, en }) => `changed  ${path}\n         ${fr}\n         ${en}`),
      ...unused.map((path) => `unused   ${path}`),
      `${code}: ${said.toLocaleString('en')} of ${all.toLocaleString('en')} sentences; missing: ${missing.length}; to read again, because the original has changed: ${changed.length}; unused: ${unused.length}`,
    ].join('\n'),
}
