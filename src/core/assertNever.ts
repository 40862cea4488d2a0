/** The end of every switch over a union: a variant that is not handled does not compile. */
export const assertNever = (witness: never): never => {
  throw new Error(`Unhandled variant: ${JSON.stringify(witness)}`)
}
