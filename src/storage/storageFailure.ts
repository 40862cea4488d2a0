import type { StorageFailure } from './eventLog.ts'

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
const detailOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error))

/** Why a database could not be opened. What browsers throw in private mode or with storage switched off differs, so the rest is `unavailable`. */
export const openingFailure = (error: unknown): StorageFailure => {
  switch (nameOf(error)) {
    case 'VersionError':
      return {
        reason: 'closed',
        detail: `A newer version of the app has changed the stored data, and this one cannot read it. ${detailOf(error)}`,
      }
    case 'QuotaExceededError':
      return { reason: 'full', detail: detailOf(error) }
    case 'AbortError':
      return { reason: 'closed', detail: `The browser closed the database while it was being opened. ${detailOf(error)}` }
    case 'NotFoundError':
    case 'ConstraintError':
      // A migration met what it did not expect.
      return { reason: 'unknown', detail: detailOf(error) }
    default:
      return { reason: 'unavailable', detail: detailOf(error) }
  }
}

/** Why reading or writing failed. */
export const storageFailure = (error: unknown): StorageFailure => {
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return { reason: 'full', detail: detailOf(error) }
    case 'SecurityError':
      return { reason: 'unavailable', detail: detailOf(error) }
    case 'VersionError':
      return { reason: 'closed', detail: detailOf(error) }
    case 'InvalidStateError':
    case 'AbortError':
      return { reason: 'closed', detail: `The browser closed the database. ${detailOf(error)}` }
    default:
      return { reason: 'unknown', detail: detailOf(error) }
  }
}

/**
 * Whether the browser may have taken the connection away: it was gone before the
 * transaction, or went under way (`AbortError`; Chromium says `UnknownError`).
 */
export const mayBeLostConnection = (error: unknown): boolean => ['InvalidStateError', 'AbortError', 'UnknownError'].includes(nameOf(error))
