/** Le mot et la question du mois : ce que l’équipe ajoute à la mise à jour. */
export const month = {
  title: 'Le mot et la question du mois',
  lead: 'Ce que l’équipe ajoute au mail du mois et à la page de chaque groupe.',
  word: {
    from: 'Un mot de l’équipe',
    title: 'Le mot du mois',
    lead: 'Quelques lignes et un lien, dans chaque langue. Les mails du mois et la page de chaque groupe les montrent, jusqu’au jour que vous choisissez.',
    none: 'Pas de mot pour l’instant.',
    until: (day: string) => `Montré jusqu’au ${day}.`,
    over: (day: string) => `N’est plus montré depuis le ${day}.`,
    write: 'Écrire le mot du mois',
    correct: 'Corriger le mot',
    inLanguage: (label: string, language: string) => `${label} (${language})`,
    otherwise: 'Une langue laissée vide ? Ses lecteur·ices lisent le premier texte écrit.',
    look: 'Voir avant d’enregistrer',
    lookTitle: 'Voici ce que les groupes liront',
    lookLead: 'Rien n’est encore enregistré.',
    save: 'Enregistrer et montrer',
    end: 'Retirer ce mot',
  },
}
