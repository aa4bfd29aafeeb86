import MailComposer from 'nodemailer/lib/mail-composer'
import type { Letter } from '#shared/mail/letter.ts'

/** A letter as a MIME message (RFC 5322). */
export function compose({ headers, ...letter }: Letter): Promise<Buffer> {
  const mail = new MailComposer({
    ...letter,
    headers: { ...headers },
    textEncoding: 'quoted-printable',
    // Nothing that people typed is fetched, or read from a file
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return mail.compile().build()
}
