import { plural } from './count.ts'

/** Importer un tableau depuis le navigateur. */
export const sheets = {
  title: 'Importer un tableau',
  lead: 'Groupes, référent·es, et ce que les groupes ont fait, depuis un fichier .csv, .ods ou .xlsx. Vous voyez d’abord ce que cela changerait.',
  keeps: 'Le fichier n’est gardé nulle part : il reste avec cette page et disparaît quand vous la fermez.',
  template: 'Pas encore de tableau ? Un modèle à remplir :',
  templateFile: 'groupes-a-remplir',
  file: 'Le tableau',
  fileHint: 'Un fichier .csv, .ods ou .xlsx, d’1,5 Mo au plus.',
  pasted: 'Ou collez-le ici',
  pastedHint: 'Les cellules copiées de votre tableur ou d’un mail, avec la ligne des titres.',
  headingsUnknown: (read: string) => `Nous ne reconnaissons pas ces titres : ${read}`,
  headingsMeant:
    'Deux titres au moins sont nécessaires, par exemple « Nom du groupe » et « Ville », ou « Groupe », « Nom » et « Téléphone ». Le modèle ci-dessous montre chaque titre que nous connaissons.',
  hidden: 'Lire aussi les onglets et les lignes masqués',
  look: 'Voir ce que cela changerait',
  off: 'Sur ce serveur, les tableaux s’importent par une commande',
  offBody:
    'Donnez le fichier à la personne qui administre Relance : la commande est dans la documentation (docs/importing.md).',
  fileMissing: 'Choisissez un fichier',
  tooLarge: 'Ce fichier est trop grand pour le navigateur : coupez-le en deux',
  previewTitle: 'Ce que ce tableau changerait',
  previewLead: 'Rien n’est encore écrit.',
  changedMeanwhile: 'Ce que cela changerait n’est plus le même',
  changedMeanwhileBody: 'Vos choix, ou une fiche, ont changé depuis. Voici ce que cela changerait maintenant.',
  isKind: (title: string) => `Que contient « ${title} » ?`,
  lost: 'Nous la lisons comme les référent·es de groupes déjà connus, et n’en connaissons aucun. Si chaque ligne est un groupe nouveau, choisissez « groupes ».',
  leaveOut: 'je ne sais pas : la laisser de côté',
  means: (heading: string) => `Que veut dire la colonne « ${heading} » ?`,
  meansState: (word: string, heading: string) => `Que veut dire « ${word} », sous « ${heading} » ?`,
  noState: 'je ne sais pas : rien n’est envoyé',
  nothing: 'rien : la laisser de côté',
  otherColumns: (n: number) =>
    plural(
      n,
      'colonne que nous ne connaissons pas : à préciser, ou à laisser de côté',
      'colonnes que nous ne connaissons pas : à préciser, ou à laisser de côté',
    ),
  questions: 'Questions pour vous',
  again: 'Voir avec ces choix',
  apply: 'Appliquer',
  nothingTaken: 'Rien à appliquer pour l’instant. Vous voyez ci-dessous ce qui n’est pas pris, et pourquoi.',
  nothingNew: 'Tout ce que dit ce tableau est déjà connu : rien à appliquer.',
  refusedFile: 'Télécharger les lignes à corriger',
  stateUnknown: 'nous ne comprenons pas ce statut : le groupe est pris en pause, et personne n’y reçoit de mail',
  tabsLeftOut: (tabs: string) => `Onglets masqués ou d’archives, laissés de côté : ${tabs}`,
  rowsHidden: (n: number) => plural(n, 'ligne masquée, laissée de côté', 'lignes masquées, laissées de côté'),
  more: (n: number) => `… et ${n.toLocaleString('fr')} de plus`,
  doneTitle: 'C’est importé',
  done: (made: number, changed: number) =>
    `${plural(made, 'groupe créé', 'groupes créés')}, ${plural(changed, 'groupe modifié', 'groupes modifiés')}.`,
  undo: 'Chaque correction est dans l’historique de son groupe, et s’y annule pendant trente jours.',
  leftOut: (names: readonly string[]) =>
    `Corrigés par quelqu’un pendant ce temps, et laissés tels quels : ${names.join(', ')}.`,
  another: 'Importer un autre tableau',
}
