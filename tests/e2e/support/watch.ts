import type { BrowserContext, Page } from '@playwright/test'

/** What went wrong on its own while a test looked at something else. */
export interface Watch {
  /** Every address that was asked for, in order. */
  readonly requests: readonly string[]
  /** Script errors, console errors, refused or broken requests, and requests to another origin; empties the list. */
  takeFaults(): string[]
  /** The answer 404 to this path is what the test asks for, and no fault. */
  expectNotFound(path: string): void
}

const isLocal = (address: string) => /^(data|blob|about):/.test(address)

/** Listens to a whole browser context, workers and new tabs included. */
export const watchContext = (context: BrowserContext, origin: string): Watch => {
  const requests: string[] = []
  const faults: string[] = []
  const expected = new Set<string>()
  const isExpected = (address: string) => URL.canParse(address) && expected.has(new URL(address).pathname)
  const watchPage = (page: Page) => {
    page.on('pageerror', (error) => faults.push(`script error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.location().url)) faults.push(`console error: ${message.text()}`)
    })
    page.on('websocket', (socket) => faults.push(`request to another origin: ${socket.url()}`))
  }
  context.on('page', watchPage)
  for (const page of context.pages()) watchPage(page)
  context.on('request', (request) => {
    const address = request.url()
    if (isLocal(address)) return
    requests.push(address)
    if (new URL(address).origin !== origin) faults.push(`request to another origin: ${address}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400 && !(response.status() === 404 && isExpected(response.url())))
      faults.push(`answer ${response.status()}: ${response.url()}`)
  })
  return { requests, takeFaults: () => faults.splice(0), expectNotFound: (path) => void expected.add(path) }
}
