/** What may be wrong in a setting (`shared/settings`), by its English words, in French. */
export const settingFaults: Readonly<Record<string, string>> = {
  'write the noun for one and for several': 'écrivez le mot au singulier et au pluriel',
  'write a noun: letters, spaces, hyphens': 'écrivez un mot : des lettres, des espaces, des traits d’union',
  'a French noun has a gender': 'choisissez le genre de ce mot',
  "write one of 'masculine', 'feminine', 'epicene'":
    "écrivez 'masculine' (masculin), 'feminine' (féminin) ou 'epicene' (les deux)",
  "write one of 'masculine', 'feminine'": "écrivez 'masculine' (masculin) ou 'feminine' (féminin)",
  'this is not a mail address': 'ce n’est pas une adresse mail',
  'write a time as 09:00': 'écrivez une heure comme 09:00',
  "write one of 'off', 'public', 'key'": "écrivez 'off' (éteint), 'public' (ouvert) ou 'key' (avec une clé)",
  "write one of 'off', 'nearby'": "écrivez 'off' (rien) ou 'nearby' (ce qui est proche)",
  "write one of 'off', 'public'": "écrivez 'off' (éteint) ou 'public' (ouvert)",
  'write a list as mailman:annonces.lists.example.org or brevo:12':
    'écrivez la liste comme mailman:annonces.lists.example.org ou brevo:12',
  'write a site as https://example.org': 'écrivez un site comme https://example.org',
  'write a colour as #00695c': 'écrivez une couleur comme #00695c',
  'write a day as 2026-12-25': 'écrivez un jour comme 2026-12-25',
  "write { weekday: 'tuesday', nth: 1 } (nth: 1 to 4), or { date: 5 } (1 to 31)":
    "écrivez { weekday: 'tuesday', nth: 1 } (nth : de 1 à 4), ou { date: 5 } (de 1 à 31)",
  "write days, from 1 to 90, as 7; with a weekday as { after: 7, on: 'thursday' }, or at the desk as 7 Thursday":
    "écrivez des jours, de 1 à 90, comme 7 ; avec un jour de la semaine comme { after: 7, on: 'thursday' }, ou comme 7 jeudi dans le navigateur",
  'each step comes after the one before it, and the end after them all':
    'chaque étape vient après celle d’avant, et la fin après toutes',
  'a round must end before the next one opens: {} days at most':
    'une mise à jour finit avant que la suivante ne s’ouvre : {} jours au plus',
  'with consent: not of activities, campaigns and trainings, of which everybody sees the title and the day only':
    'avec accord : pas pour les activités, les campagnes ni les formations, dont tout le monde ne voit que le titre et le jour',
  'at least one month must have a round': 'il faut au moins un mois avec une mise à jour',
  'a movement has a name': 'un mouvement a un nom',
  'write the whole address, such as https://example.org': 'écrivez l’adresse en entier, comme https://example.org',
  'at least one language': 'au moins une langue',
  'this is not a time zone: write it as Europe/Paris': 'ce n’est pas un fuseau horaire : écrivez-le comme Europe/Paris',
  'write the country in two capital letters, such as FR': 'écrivez le pays en deux lettres majuscules, comme FR',
  'at least one region, or leave it out for all': 'au moins une région, ou rien du tout pour toutes',
  'at least one coordinator': 'au moins une personne dans l’équipe',
  'letters, digits and _, beginning with a letter': 'des lettres minuscules, des chiffres et _, une lettre d’abord',
  'letters a to z, digits and _, beginning with a letter; 40 at most':
    'des lettres de a à z, des chiffres et _, une lettre d’abord ; 40 au plus',
  'two lists have one key': 'deux listes ont la même clé',
  'write it without { and }': 'écrivez-le sans { ni }',
  'write it in one language at least': 'écrivez-le au moins dans une langue',
  'write it as invitation.lead.fr': 'écrivez-le comme invitation.lead.fr',
  'one sentence is replaced twice': 'une phrase est remplacée deux fois',
  'at most 32 kB': '32 ko au plus',
  'write a picture as data:image/png;base64,…': 'écrivez une image comme data:image/png;base64,…',
  'this is no PNG, JPEG or WebP picture': 'ce n’est pas une image PNG, JPEG ou WebP',
  'too pale to be read: the nearest readable colour is {}':
    'trop pâle pour être lue : la couleur lisible la plus proche est {}',
  'two options have one key': 'deux réponses proposées ont la même clé',
  'two questions of one section have one key': 'deux questions d’une partie ont la même clé',
  'the types choice and choices need options, and only they have them':
    'les types choice et choices ont besoin d’options, et eux seuls en ont',
  'a figure is for the type number': 'figure va avec le type number',
  'two sections have one key': 'deux parties ont la même clé',
  'this is a section of ours: give yours another key': 'c’est une de nos parties : donnez une autre clé à la vôtre',
  'identity and referents are in every record: add them too':
    'identity et referents sont dans toute fiche : ajoutez-les aussi',
  "write one of identity, referents, activities, campaigns, trainings, lists, or { key: 'meetings', title: { en: 'Meetings' } }":
    "écrivez identity, referents, activities, campaigns, trainings ou lists, ou bien { key: 'reunions', title: { fr: 'Réunions' } }",
  'unknown name: {}': 'nom inconnu : {}',
  'is not a setting. There are: {}': 'n’est pas un réglage ; les réglages sont : {}',
  'is missing': 'il manque',
  "is not a text, as 'this'": "n’est pas un texte, comme 'ceci'",
  'is not a whole number': 'n’est pas un nombre entier',
  'is not a number': 'n’est pas un nombre',
  "is not a list, as ['this']": "n’est pas une liste, comme ['ceci']",
  'is not a group of settings, as { … }': 'n’est pas un ensemble de réglages, comme { … }',
  'write one of: {}': 'écrivez l’un de : {}',
  'too little: at least {}': 'trop peu : au moins {}',
  'too much: {} at most': 'trop : {} au plus',
}
