/** Un lien vers la fiche d’un groupe, que l’équipe transmet par message. */
export const passed = {
  lead: 'Voici ce que nous savons du groupe. Corrigez ce qui a changé : les référent·es en sont prévenu·es.',
  about: (by: string, day: string, time: string): string =>
    `Ce lien vous a été transmis par ${by}. Il n’ouvre que cette fiche, sans les noms ni les coordonnées des personnes, jusqu’au ${day} à ${time}.`,
  allRight: (by: string): string => `Tout est juste ? Dites-le à ${by} : il n’y a rien d’autre à faire.`,
  saved: 'C’est enregistré. Merci !',
  desk: {
    title: 'Un lien à transmettre',
    lead: 'Pour les personnes qui ne lisent pas leurs mails : un lien à envoyer par message. Ce lien ouvre la fiche de ce groupe pendant 48 heures, sans les personnes ni leurs coordonnées. Ce qui est corrigé s’écrit « par un lien transmis par vous », et les référent·es en sont prévenu·es.',
    make: 'Faire un lien',
    makeFor: (name: string): string => `Faire un lien pour ${name}`,
    made: 'Voici le lien',
    once: (day: string, time: string): string =>
      `Il n’est montré qu’une fois : copiez-le maintenant. Il fonctionne jusqu’au ${day} à ${time}.`,
    messageLabel: 'Message à copier',
    linkLabel: 'Le lien seul',
    sms: 'Ouvrir dans mes messages',
    message: ({
      to,
      group,
      url,
      from,
      movement,
    }: {
      to: string | null
      group: string
      url: string
      from: string
      movement: string
    }): string =>
      `Bonjour${to === null ? '' : ` ${to}`}, peux-tu vérifier la fiche du groupe ${group} ? Une minute suffit, sans mot de passe : ${url} Le lien fonctionne 48 heures. ${from}, ${movement}`,
    listed: 'Les liens qui fonctionnent',
    none: 'Aucun pour l’instant.',
    line: (by: string, to: string | null, day: string, time: string): string =>
      `Transmis par ${by}${to === null ? '' : ` à ${to}`}, jusqu’au ${day} à ${time}`,
    stop: 'Arrêter ce lien',
  },
}
