/**
 * Seconds of the processor that some work takes; the least of up to three tries,
 * the first under `limit` ends them. The processor's time and not the clock's, and
 * more than one try: other work on the machine, or a collection of garbage that was
 * somebody else's, must not decide a test. Work that is too slow is so every time.
 */
export const leastSeconds = (work: () => void, limit: number): number => {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3 && least >= limit; tries += 1) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1e6)
  }
  return least
}
