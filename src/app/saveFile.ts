/** Long enough for any browser to have begun reading. */
const urlLastsMs = 60_000

/** Hands a file, or a text as one, to the learner as a download. */
export const saveFile = (name: string, content: string | Blob): void => {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type: 'application/x-ndjson' }) : content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), urlLastsMs)
}
