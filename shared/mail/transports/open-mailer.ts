import { brevoMailer } from './brevo/mailer.ts'
import { cloudflareMailer, type EmailBinding } from './cloudflare.ts'
import { folderMailer, type Save } from './folder.ts'
import { readMailUrl } from './mail-url.ts'
import type { Mailer } from './mailer.ts'
import { smtpMailer } from './smtp/mailer.ts'
import type { Connect } from './smtp/open-connection.ts'

/** What the runtime has for mailers; null where it has it not. */
export type Means = { connect: Connect; email: EmailBinding | null; save: Save | null }

/** The mailer of a `MAIL_URL`. `us` is the domain that we write from. @throws when the runtime has not what it takes. */
export function openMailer(mailUrl: string, us: string, { connect, email, save }: Means): Mailer {
  const route = readMailUrl(mailUrl)
  switch (route.to) {
    case 'smtp':
      return smtpMailer(route, us, connect)
    case 'brevo':
      return brevoMailer(route)
    case 'cloudflare':
      if (!email)
        throw new Error('MAIL_URL is cloudflare:, and wrangler.toml gives the sender no send_email binding EMAIL')
      return cloudflareMailer(email)
    case 'folder':
      if (!save) throw new Error('MAIL_URL is a folder, which only a machine of one’s own has')
      return folderMailer(save)
  }
}
