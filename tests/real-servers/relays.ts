import { makeCertificate } from '#tests/support/certificate.ts'
import { freePorts, openRoot, type Running } from './root.ts'
import { dkimKey, ourDomain } from './signature.ts'

/** Where a relay leads: what is ours to a mailbox, all else to a server of the others. */
export type Ways = { boxPort: number; farPort: number }

/** A mail server that takes our mails and hands them on. */
export type Relay = Running & {
  port: number
  /** Where it signs what it takes, and how many mails it may be handed at once there. */
  signing: { port: number; atOnce: number }
  /** The certificate that it shows, in PEM; null where it speaks plainly. */
  certificate: string | null
  /** Has what waits tried again now. */
  retry: () => Promise<void>
}

/** So many mails the sender hands over at once, on four connections. */
const asSent = 16

export async function startPostfix({ boxPort, farPort }: Ways): Promise<Relay & { wrongPort: number }> {
  const root = openRoot('postfix')
  const [port = 0, wrongPort = 0, milterPort = 0] = await freePorts(3)
  const { cert, key } = makeCertificate()
  await root.write('/etc/postfix/cert.pem', `${key}\n${cert}`, 0)
  await root.write('/etc/dkim.key', dkimKey.private, opendkim)
  const milter = await root.start(
    '/usr/sbin/opendkim',
    [
      '-f',
      '-l',
      '-u',
      'opendkim',
      '-p',
      `inet:${milterPort}@127.0.0.1`,
      '-b',
      's',
      '-d',
      ourDomain,
      '-s',
      dkimKey.selector,
      '-k',
      '/etc/dkim.key',
      '-x',
      '/dev/null',
    ],
    [milterPort],
  )
  await root.write(
    '/etc/postfix/main.cf',
    `compatibility_level = 3.6
myhostname = relay.example.net
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
mydestination =
alias_maps =
smtpd_relay_restrictions = permit_mynetworks, reject
virtual_mailbox_domains = ${ourDomain}
virtual_transport = lmtp:inet:127.0.0.1:${boxPort}
relayhost = [127.0.0.1]:${farPort}
smtp_host_lookup = native
smtpd_tls_security_level = may
smtpd_tls_chain_files = /etc/postfix/cert.pem
smtpd_milters = inet:127.0.0.1:${milterPort}
non_smtpd_milters = inet:127.0.0.1:${milterPort}
recipient_delimiter = +
minimal_backoff_time = 1s
maximal_backoff_time = 2s
queue_run_delay = 2s
maillog_file = /var/log/postfix.log
`,
  )
  const everybodyIsMissing =
    '-o { smtpd_recipient_restrictions = check_recipient_access static:{550 5.1.1 User unknown} }'
  await root.write(
    '/etc/postfix/master.cf',
    `127.0.0.1:${port} inet n - n - - smtpd
127.0.0.1:${wrongPort} inet n - n - - smtpd ${everybodyIsMissing}
${postfixServices}`,
  )
  // What `postfix check` would make, with programs that its root has not
  await root.folder('/var/spool/postfix/pid')
  for (const queue of postfixQueues) await root.folder(`/var/spool/postfix/${queue}`, postfix)
  await root.folder('/var/lib/postfix', postfix)
  const master = await root.start('/usr/lib/postfix/sbin/master', ['-d'], [port, wrongPort]).catch(async (error) => {
    await milter.stop()
    throw error
  })
  return {
    port,
    signing: { port, atOnce: asSent },
    wrongPort,
    certificate: cert,
    retry: async () => void (await root.run('/usr/sbin/postqueue', ['-f'])),
    stop: async () => {
      await master.stop()
      await milter.stop()
    },
  }
}

const [postfix, opendkim] = [60001, 60003]

const postfixQueues = [
  ...['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming', 'maildrop', 'private', 'public'],
  ...['saved', 'trace'],
]

/** Those of its own master.cf that a relay needs. */
const postfixServices = `pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`

export async function startExim({ boxPort, farPort }: Ways): Promise<Relay> {
  const root = openRoot('exim')
  const [port = 0] = await freePorts(1)
  const exim = 60004
  await root.folder('/var/spool/exim4', exim)
  await root.folder('/var/log/exim4', exim)
  await root.write('/etc/dkim.key', dkimKey.private, exim)
  await root.write(
    '/etc/exim4/exim4.conf',
    `primary_hostname = relay.example.net
exim_path = /usr/sbin/exim4
spool_directory = /var/spool/exim4
log_file_path = /var/log/exim4/%slog
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
disable_ipv6
keep_environment =
host_lookup =
acl_smtp_rcpt = accept
acl_smtp_data = accept
retry_interval_max = 1s
queue_run_in_order
tls_advertise_hosts =

begin acl

begin routers
box:
  driver = accept
  domains = ${ourDomain}
  transport = box
far:
  driver = manualroute
  route_list = * 127.0.0.1::${farPort} byname
  self = send
  transport = far

begin transports
box:
  driver = smtp
  protocol = lmtp
  hosts = 127.0.0.1
  hosts_override
  port = ${boxPort}
  allow_localhost
  dkim_domain = ${ourDomain}
  dkim_selector = ${dkimKey.selector}
  dkim_private_key = /etc/dkim.key
far:
  driver = smtp
  allow_localhost
  dkim_domain = ${ourDomain}
  dkim_selector = ${dkimKey.selector}
  dkim_private_key = /etc/dkim.key

begin retry
* * F,1h,1s
`,
  )
  const running = await root.start('/usr/sbin/exim4', ['-bdf', '-q2s'], [port])
  return {
    ...running,
    port,
    signing: { port, atOnce: asSent },
    certificate: null,
    retry: async () => void (await root.run('/usr/sbin/exim4', ['-qff'])),
  }
}

export async function startOpenSmtpd({ boxPort, farPort }: Ways): Promise<Relay> {
  const root = openRoot('opensmtpd')
  const [port = 0, signingPort = 0] = await freePorts(2)
  await root.folder('/var/lib/opensmtpd/empty')
  await root.folder('/var/run')
  await root.folder('/var/spool/smtpd', 0, 0o711)
  await root.write('/etc/mailname', 'relay.example.net\n')
  await root.write('/etc/dkim.key', dkimKey.private, opensmtpd)
  await root.write(
    '/etc/smtpd.conf',
    `queue ttl 1h
filter "sign" proc-exec "filter-dkimsign -d ${ourDomain} -s ${dkimKey.selector} -k /etc/dkim.key" user opensmtpd group opensmtpd
listen on 127.0.0.1 port ${port} hostname relay.example.net
listen on 127.0.0.1 port ${signingPort} hostname relay.example.net filter "sign"
action "box" relay host "lmtp://127.0.0.1:${boxPort}"
action "far" relay host "smtp+notls://127.0.0.1:${farPort}"
match from any for domain "${ourDomain}" action "box"
match from any for any action "far"
`,
  )
  const running = await root.start('/usr/sbin/smtpd', ['-d'], [port, signingPort])
  return {
    ...running,
    port,
    // Debian's filter-dkimsign stops for ever when several sessions talk to it at once: four mails take one connection
    signing: { port: signingPort, atOnce: 4 },
    certificate: null,
    retry: async () => void (await root.run('/usr/sbin/smtpctl', ['schedule', 'all'])),
  }
}

const opensmtpd = 60005
