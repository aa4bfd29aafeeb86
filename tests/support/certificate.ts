import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A certificate for `localhost` and 127.0.0.1 that signed itself (X.509, RFC 5280), in PEM. */
export type Certificate = { key: string; cert: string }

export function makeCertificate(now = new Date()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(oid('550403'), tag(0x0c, Buffer.from('localhost')))))
  const algorithm = sequence(oid('2a8648ce3d040302'))
  const names = sequence(tag(0x82, Buffer.from('localhost')), tag(0x87, Buffer.from([127, 0, 0, 1])))
  const body = sequence(
    tag(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    sequence(instant(now, -1), instant(now, 30)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tag(
      0xa3,
      sequence(
        // subjectAltName; basicConstraints: it is its own authority
        sequence(oid('551d11'), tag(0x04, names)),
        sequence(oid('551d13'), tag(0x01, Buffer.from([0xff])), tag(0x04, sequence(tag(0x01, Buffer.from([0xff]))))),
      ),
    ),
  )
  const signature = tag(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]))
  const lines = sequence(body, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n').trim()
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}

/** One value in DER: its tag, its length, itself. */
function tag(number: number, value: Buffer): Buffer {
  const { length } = value
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([number, ...size]), value])
}

const sequence = (...values: Buffer[]) => tag(0x30, Buffer.concat(values))
const set = (...values: Buffer[]) => tag(0x31, Buffer.concat(values))
const integer = (value: Buffer) => tag(0x02, value)
const oid = (hex: string) => tag(0x06, Buffer.from(hex, 'hex'))

function instant(now: Date, days: number): Buffer {
  const at = new Date(now.getTime() + days * 86_400_000)
  return tag(0x18, Buffer.from(`${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`))
}
