export const fr = {
  name: 'Adresse d’un·e autre référent·e à corriger',
  ifNotSent: 'Le groupe ne sait pas qu’une de ses adresses ne marche plus : appelez-le.',
  subject: '{group} : l’adresse {de about} ne marche plus',
  title: 'L’adresse {de about} ne marche plus',
  lead: 'Nos mails à {about} nous reviennent : son adresse, dans la fiche du groupe {group}, n’existe plus. En connaissez-vous une autre ?',
  correct:
    'Corrigez-la sur la page qui s’ouvre, et nous lui écrirons de nouveau. Si la personne est partie, retirez-la.',
  once: 'Nous ne vous le demandons qu’une fois.',
  open: 'Corriger l’adresse',
  why: 'Vous recevez ce message parce que vous êtes aussi référent·e du groupe {group}.',
}
