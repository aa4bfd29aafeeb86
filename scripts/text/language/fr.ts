import type { SentencePagesWritten } from '#scripts/language/pages/catalogue.ts'
import type { TranslationState } from '#scripts/language/translation-state.ts'

/** Traduire Relance dans une autre langue. */
export const languageFr = {
  usage:
    'npm run language -- nl              commence une langue (son code de deux lettres), ou dit ce qui lui manque et ce qui a changé depuis\nnpm run language -- nl --reviewed   tout est relu : retient ce que disent maintenant les textes d’origine\nnpm run language -- nl --pages      écrit chaque page et chaque mail du mouvement d’exemple, avec la clé de chaque phrase\n\nEn détail : docs/languages.md',
  begun: (code: string, files: number) =>
    `Écrit : ${files} fichiers dans shared/text/${code}. Nommez la langue dans shared/text/more.ts (docs/languages.md), traduisez, puis relancez cette commande.`,
  unnamed: (code: string) =>
    `Le dossier shared/text/${code} existe, mais shared/text/more.ts ne nomme pas cette langue : ajoutez-la (docs/languages.md).`,
  reviewed: (n: number) => `Retenu : ${n.toLocaleString('fr')} phrases traduites.`,
  walking: 'Chaque page et chaque mail du mouvement d’exemple s’ouvre : cela prend une minute.',
  pagesWritten: ({ pages, framed, nowhere, folder }: SentencePagesWritten & { folder: string }) =>
    `Écrit : ${pages.toLocaleString('fr')} pages. Ouvrez ${folder}/index.html dans un navigateur. Phrases rencontrées sur aucune page, montrées parmi leurs voisines avec le moment où elles sont dites : ${framed.toLocaleString('fr')}. Phrases sans place : ${nowhere.toLocaleString('fr')}.`,
  status: (code: string, { missing, changed, unused, said, all }: TranslationState) =>
    [
      ...missing.map(({ path, fr, en }) => `manque   ${path}\n         ${fr}\n         ${en}`),
      ...changed.map(({ path, fr, en }) => `changé   ${path}\n         ${fr}\n         ${en}`),
      ...unused.map((path) => `inutile  ${path}`),
      `${code} : ${said.toLocaleString('fr')} phrases sur ${all.toLocaleString('fr')} ; manquent : ${missing.length} ; à relire, car l’original a changé : ${changed.length} ; inutiles : ${unused.length}`,
    ].join('\n'),
}
