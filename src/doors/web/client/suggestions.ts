export interface Choice {
  readonly label: string
  readonly note?: string
  readonly take: () => void
}

/** A list of suggestions below the eyes of whoever types: arrow keys, Enter or Tab, Escape, or the mouse (ARIA combobox pattern). */
export const createSuggestions = (input: HTMLInputElement, list: HTMLElement) => {
  let choices: readonly Choice[] = []
  let chosen = -1

  const choose = (next: number) => {
    chosen = next
    ;[...list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === chosen)))
    const item = list.children[chosen]
    if (item) {
      input.setAttribute('aria-activedescendant', item.id)
      item.scrollIntoView({ block: 'nearest' })
    } else input.removeAttribute('aria-activedescendant')
  }

  const show = (next: readonly Choice[]) => {
    choices = next
    list.replaceChildren(
      ...choices.map(({ label, note, take }, at) => {
        const item = document.createElement('li')
        item.id = `choice-${at}`
        item.role = 'option'
        item.dir = 'auto'
        item.textContent = label
        if (note) {
          const small = document.createElement('small')
          small.textContent = note
          item.append(small)
        }
        item.addEventListener('mousedown', (event) => {
          event.preventDefault()
          take()
        })
        return item
      }),
    )
    list.hidden = !choices.length
    input.setAttribute('aria-expanded', String(choices.length > 0))
    choose(-1)
  }

  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      choose((chosen + step + choices.length + (chosen < 0 && step < 0 ? 1 : 0)) % choices.length)
    } else if (event.key === 'Escape') show([])
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0) {
      event.preventDefault()
      choices[chosen]?.take()
    }
  })
  input.addEventListener('blur', () => show([]))
  return { show }
}
