import { ImapFlow } from 'imapflow'
import { freePorts, openRoot, type Running } from './root.ts'

/** Dovecot, which keeps what arrives for anybody, and gives it out by IMAP. */
export type Dovecot = Running & {
  /** Where servers hand over what has arrived (RFC 2033). */
  lmtpPort: number
  /** The mailbox of an address, as `BOUNCES_URL` names it. */
  urlOf: (address: string) => string
  /** A mailbox of its own, opened. */
  open: (address: string) => Promise<ImapFlow>
}

const vmail = 60009
const password = 'un-secret'

export async function startDovecot(): Promise<Dovecot> {
  const root = openRoot('dovecot')
  const [lmtpPort = 0, imapPort = 0] = await freePorts(2)
  await root.folder('/var/mail', vmail)
  await root.write(
    '/etc/dovecot/dovecot.conf',
    `protocols = imap lmtp
listen = 127.0.0.1
log_path = /var/log/said
ssl = no
disable_plaintext_auth = no
auth_username_format = %Lu
recipient_delimiter = +
mail_location = maildir:/var/mail/%u
first_valid_uid = ${vmail}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${vmail} gid=${vmail} home=/var/mail/%u allow_all_users=yes
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
  )
  const running = await root.start('/usr/sbin/dovecot', ['-F'], [lmtpPort, imapPort])
  return {
    ...running,
    lmtpPort,
    urlOf: (address) => `imap://${encodeURIComponent(address)}:${password}@127.0.0.1:${imapPort}`,
    open: async (address) => {
      const auth = { user: address, pass: password }
      const client = new ImapFlow({
        host: '127.0.0.1',
        port: imapPort,
        secure: false,
        auth,
        logger: false,
        disableAutoIdle: true,
      })
      await client.connect()
      await client.mailboxOpen('INBOX')
      return client
    },
  }
}
