/** Remembers ids for a while, to tell what comes twice. Holds at most twice `size` of them. */
export const createRecent = (size = 10_000) => {
  let current = new Set<string>()
  let before = new Set<string>()
  return {
    /** Whether the id is new; from now on it is not. */
    isNew: (id: string): boolean => {
      if (current.has(id) || before.has(id)) return false
      current.add(id)
      if (current.size >= size) {
        before = current
        current = new Set()
      }
      return true
    },
  }
}
