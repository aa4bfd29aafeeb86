import encodeQR from 'qr'

/** Modules of nothing around, as ISO/IEC 18004 asks for. */
const quietZone = 4

/** A text as a QR code, drawn here: no program of ours or of anybody's has to run. Dark on light in every scheme, or phones do not read it. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: quietZone })
  const size = rows.length
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#ffffff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000000" d={dark.join('')} />
    </svg>
  )
}
