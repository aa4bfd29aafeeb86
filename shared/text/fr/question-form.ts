/** Les mots de la page où une question se fait. */
export const questionForm = {
  newTitle: 'Une nouvelle question',
  title: 'Une question',
  lead: 'Essayez-la comme les référent·es la verront, puis enregistrez.',
  section: { label: 'Partie de la fiche' },
  label: { label: 'Question', hint: 'Courte, comme vous la diriez à voix haute.' },
  hint: { label: 'Aide, sous la question', hint: 'Facultatif. Un exemple aide plus qu’une consigne.' },
  type: { label: 'On y répond par' },
  types: {
    text: 'quelques mots',
    long_text: 'un texte',
    number: 'un nombre',
    yes_no: 'oui ou non',
    choice: 'une réponse au choix',
    choices: 'plusieurs réponses au choix',
    day: 'une date',
    website: 'une adresse de site',
    mail: 'une adresse mail',
    phone: 'un numéro de téléphone',
  },
  options: 'Réponses proposées',
  optionsHint: 'Une réponse vidée n’est plus proposée.',
  option: (n: number) => `Réponse ${n}`,
  moreOptions: 'Proposer d’autres réponses',
  required: 'Il faut y répondre pour enregistrer cette partie',
  audience: { label: 'Qui voit les réponses ?' },
  audiences: {
    group: 'Le groupe et l’équipe',
    public: 'Tout le monde, sur la carte et sur la page du groupe',
    consent:
      'Tout le monde, avec accord : une case, sous la question, que coche le groupe, ou la personne dont on parle',
    coordinators: 'L’équipe seule : elle n’est pas demandée, et vient par vos tableaux',
  },
  inMail: 'Le mail mensuel montre la réponse, ou dit qu’elle manque',
  figure: {
    label: 'Nom de la somme sur le tableau de bord',
    hint: 'Facultatif. Par exemple : Vélos du réseau',
  },
  headings: {
    label: 'Titres de colonne dans vos tableaux',
    hint: 'Facultatif. Un par ligne ; la question en est déjà un.',
  },
  more: 'Somme et tableaux',
  asked: { label: 'Quand la demander ?' },
  askedWhen: {
    next_round: 'À partir de la prochaine mise à jour',
    now: 'Tout de suite',
    no: 'Pas pour l’instant : les réponses restent',
  },
  inLanguage: (label: string, language: string) => `${label} (${language})`,
  try: 'Essayer',
  tryPage: 'Voir dans sa page (nouvel onglet)',
  pageTitle: 'La page, comme un·e référent·e la verra',
  pageLead:
    'La question y est à sa place, parmi les autres. Rien ne peut s’y écrire, et rien n’est enregistré : fermez cet onglet pour revenir à la question.',
  tryTitle: 'Comme un·e référent·e la voit',
  tryLead: 'Répondez, puis appuyez sur Essayer : rien n’est enregistré.',
  kept: (said: string) => `Ce serait gardé ainsi : ${said}`,
  tried: 'Voici ce que cela donnerait. Rien n’est enregistré.',
  answers: (n: number) =>
    n === 0
      ? 'Personne n’y a encore répondu.'
      : n === 1
        ? '1 réponse est gardée.'
        : `${n.toLocaleString('fr')} réponses sont gardées.`,
  unfit: (n: number) =>
    n === 1
      ? '1 réponse ne va plus avec cette question'
      : `${n.toLocaleString('fr')} réponses ne vont plus avec cette question`,
  unfitBody:
    'Elles restent telles quelles, jusqu’à ce que quelqu’un réponde de nouveau. Si cela vous va, enregistrez encore une fois.',
  needed: 'Écrivez la question',
  optionNeeded: 'Proposez au moins une réponse',
}
