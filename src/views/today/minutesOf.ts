/** Whole minutes, and never none. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.round(seconds / 60))
