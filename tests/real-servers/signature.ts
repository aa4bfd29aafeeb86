import { generateKeyPairSync } from 'node:crypto'
import { openRoot } from './root.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** The domain that we write from. */
export const ourDomain = 'archipel.example.org'

/** What relays sign with; DNS would say the public half. */
export const dkimKey = { selector: 'relance', private: privateKey, public: publicKey.toString('base64') }

/** Checks each message of its input, one after a line of NUL, with the key of its arguments in place of DNS. */
const verifier = `use strict; use warnings; use Mail::DKIM::Verifier; use Mail::DKIM::DNS; use Net::DNS::RR;
my ($name, $key) = @ARGV;
{ no warnings 'redefine'; *Mail::DKIM::DNS::query = sub {
  return $_[0] eq $name ? (Net::DNS::RR->new(name => $name, type => 'TXT', txtdata => [ "v=DKIM1; k=rsa; p=$key" =~ /(.{1,250})/g ])) : ();
}; }
binmode STDIN; local $/ = "\\0";
while (my $message = <STDIN>) {
  chomp $message;
  my $dkim = Mail::DKIM::Verifier->new;
  $dkim->PRINT($message); $dkim->CLOSE;
  print $dkim->result_detail, "\\n";
}
`

/** What Mail::DKIM, which is none of the signers, says of each message's signature: `pass`, or what is wrong. */
export async function verify(messages: readonly string[]): Promise<string[]> {
  const root = openRoot('spamassassin')
  await root.write('/tmp/verify.pl', verifier)
  const name = `${dkimKey.selector}._domainkey.${ourDomain}`
  const said = await root.run('/usr/bin/perl', ['/tmp/verify.pl', name, dkimKey.public], messages.join('\0'))
  return said.trim().split('\n')
}
