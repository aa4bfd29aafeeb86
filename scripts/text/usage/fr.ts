/** Ce que font les commandes qui n’ont presque pas d’options. */
export const usageFr = {
  start:
    'npm start   lance Relance : les pages à PORT (8787), les données dans DATA (data). Ctrl-C l’arrête.\n\n  --clock-is-right   démarre quand même, si l’heure de la machine paraît fausse et qu’elle est juste\n\nTous les réglages de l’environnement : docs/operations.md',
  checkConfig:
    'npm run check-config   vérifie movement.config.ts et les réglages ; montre ce qui sera demandé aux groupes et les six prochaines dates. Ne change rien.\n\n  --remote   avec les réglages de la base de Cloudflare',
  calendar:
    'npm run calendar   les six prochaines dates où des mails partent. Ne change rien.\n\n  --remote   d’après la base de Cloudflare',
  openRound:
    'npm run open-round   ouvre maintenant la mise à jour de ce mois : les mails partent dans la minute, si Relance est en marche.\n\nPour voir d’abord qui recevrait quoi : npm run mails -- --dry-run\n\n  --remote   sur la base de Cloudflare',
  migrate: 'npm run migrate   met la base à la version du code, sans démarrer Relance. npm start le fait aussi.',
  deploy:
    'npm run deploy   met la base de Cloudflare à jour, puis y installe les cinq workers.\n\n  --dry-run   les construit et dit leur taille, sans compte et sans rien installer\n\nEn détail : docs/operations.md',
  release: 'npm run release   fabrique l’archive d’une version, dans dist/release : elle tourne avec Node seul.',
  screenshots:
    'npm run screenshots           photographie toutes les pages et tous les mails du mouvement d’exemple, dans dist/screenshots\nnpm run screenshots -- form   seulement les images dont le nom commence par « form »',
}
