/** A map that is copied when it is first written to. */
export const copyOnWrite = <Key, Value>(from: ReadonlyMap<Key, Value>) => {
  let own: Map<Key, Value> | undefined
  const write = (): Map<Key, Value> => {
    own ??= new Map(from)
    return own
  }
  return {
    get: (key: Key): Value | undefined => (own ?? from).get(key),
    has: (key: Key): boolean => (own ?? from).has(key),
    set: (key: Key, value: Value): void => void write().set(key, value),
    delete: (key: Key): void => {
      if ((own ?? from).has(key)) write().delete(key)
    },
    dropOldest: (kept: number): void => {
      for (const key of (own ?? from).keys()) {
        if ((own ?? from).size <= kept) return
        write().delete(key)
      }
    },
    done: (): ReadonlyMap<Key, Value> => own ?? from,
  }
}

/** A map of which the values that change are copied once and then changed in place. */
export const copyValuesOnWrite = <Key, Value, Draft extends Value>(from: ReadonlyMap<Key, Value>, copy: (value: Value) => Draft) => {
  let known = from
  /** `undefined`: deleted. */
  const own = new Map<Key, Draft | undefined>()
  return {
    /** A value to change in place. */
    draft: (key: Key): Draft | undefined => {
      const drafted = own.get(key)
      if (drafted !== undefined || own.has(key)) return drafted
      const value = known.get(key)
      if (value === undefined) return undefined
      const copied = copy(value)
      own.set(key, copied)
      return copied
    },
    set: (key: Key, value: Draft): void => void own.set(key, value),
    delete: (key: Key): void => {
      if (own.has(key) || known.has(key)) own.set(key, undefined)
    },
    /** Visits all as they are now, without copies. */
    each: (visit: (value: Value, key: Key) => void): void => {
      for (const [key, value] of known) if (!own.has(key)) visit(value, key)
      for (const [key, value] of own) if (value !== undefined) visit(value, key)
    },
    /** What was given out is no longer changed: the next change copies again. */
    done: (): ReadonlyMap<Key, Value> => {
      if (own.size === 0) return known
      const all = new Map(known)
      for (const [key, value] of own) {
        if (value === undefined) all.delete(key)
        else all.set(key, value)
      }
      own.clear()
      known = all
      return all
    },
  }
}
