import { createInterface } from 'node:readline/promises'
import type { Command, House, Visit } from '../../app/command.js'
import type { Language } from '../../domain/language.js'
import type { View } from '../../view/view.js'
import { drawText, numberedActions } from './draw.js'

interface Terminal {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly colour: boolean
}

/**
 * A conversation in the terminal: a question, a number of those below the last answer, a command such as `/topics` or `/define niche`, or `/quit`. Arrow keys bring
 * back what was typed; nothing is kept on disk.
 */
export const chat = async (
  commands: readonly Command[],
  house: House,
  ask: (text: string, visit: Visit, house: House) => View,
  wished: Language | undefined,
  { input, output, colour }: Terminal,
): Promise<void> => {
  const visit: Visit = { wished, conversation: 'terminal' }
  const run = (name: string, values: Record<string, string>, quote: readonly string[] = []) =>
    commands.find((command) => command.name === name)?.run(values, { ...visit, quote }, house)
  /** `/define niche`: what stands behind a command's name is its first option. */
  const runTyped = (typed: string) => {
    const [, name = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(typed) ?? []
    const option = commands.find((command) => command.name === name)?.options?.[0]
    return run(name, option && rest ? { [option.name]: rest } : {})
  }
  const lines = createInterface({ input, output, prompt: '\n› ', historySize: 200 })
  const show = (view: View) => output.write(`\n${drawText(view, { colour, numbered: true })}\n`)

  let last = run('about', {})
  if (last) show(last)
  lines.prompt()
  for await (const line of lines) {
    const typed = line.trim()
    if (['/quit', '/exit', '/q'].includes(typed)) break
    const action = /^\d{1,3}$/.test(typed) && last ? numberedActions(last)[Number(typed) - 1] : undefined
    const next = action
      ? run(action.call.command, action.call.input, last?.quote)
      : typed.startsWith('/')
        ? runTyped(typed.slice(1))
        : ask(typed, visit, house)
    if (next) {
      // An explanation or a thank-you has no buttons of its own: those of the answer stay.
      last =
        next.actions.length || !last ? { ...next, ...(next.quote ? {} : { quote: last?.quote ?? [] }) } : last
      show(next)
    } else
      output.write(
        '\nType a question, a number from the list, /topics, /define and a word, /about, or /quit.\n',
      )
    lines.prompt()
  }
  lines.close()
}
