/** Raised whenever a row that was an event would be read differently or not at all: what was sealed before is then parsed again. */
export const eventsVersion = 1
