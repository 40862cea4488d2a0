/** How long work may hold the page before it lets the page answer. */
const longestMs = 8

/** A turn of the event loop; unlike a timer it is not slowed down in a page that is not shown. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** What long work awaits now and then: gives the page a turn whenever the work has held it for long. */
export const createPause = (): (() => Promise<void>) => {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longestMs) return
    await nextTurn()
    since = performance.now()
  }
}
