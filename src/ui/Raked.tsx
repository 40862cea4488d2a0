/** Raked sand means "not known yet": a covered answer, an empty state. Round a stone the lines are streamlines. */
const streamlines = (width: number, height: number, stoneRadius: number): string => {
  const [cx, cy] = [width / 2, height / 2]
  const lines: string[] = []
  for (let level = -Math.ceil(cy / 10) - 1; level <= Math.ceil(cy / 10) + 1; level += 1) {
    const c = (level + 0.5) * 10
    let path = ''
    for (let x = 0; x <= width; x += Math.abs(x - cx) < stoneRadius * 4 ? 4 : 20)
      path += `${path === '' ? 'M' : ' '}${x} ${(cy + heightOn(c, x - cx, stoneRadius)).toFixed(1)}`
    lines.push(path)
  }
  return lines.join('')
}

/** y of the streamline y(1 − a²/r²) = c at x, by Newton's method from outside the stone. */
const heightOn = (c: number, x: number, a: number): number => {
  let y = Math.sign(c) * Math.max(Math.abs(c), a)
  for (let step = 0; step < 24; step += 1) {
    const r2 = x * x + y * y
    const value = y * (1 - (a * a) / r2) - c
    const slope = 1 - (a * a) / r2 + (2 * a * a * y * y) / (r2 * r2)
    y -= value / slope
  }
  return y
}

const size = { width: 800, height: 230, stone: 34 }
const withStone = streamlines(size.width, size.height, size.stone)
const straight = Array.from({ length: 25 }, (_, index) => `M0 ${index * 10 - 5}H${size.width}`).join('')

export const Raked = ({ stone }: { stone: boolean }) => (
  <svg className="raked" viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <path d={stone ? withStone : straight} fill="none" stroke="var(--line)" strokeWidth="1.4" />
    {stone && <circle cx={size.width / 2} cy={size.height / 2} r="21" fill="var(--paper)" stroke="var(--ink-3)" strokeWidth="1.5" />}
  </svg>
)
