import { Option, program } from 'commander'
import { join } from 'node:path'
import { moreView, pageCount, shortView, sourcesView } from '../compose/card-views.js'
import type { Card } from '../domain/card.js'
import type { Library } from '../domain/library.js'
import { drawMessage } from '../doors/discord/payload.js'
import { limitProblems } from '../doors/discord/limits.js'
import { checkOrder, surveys } from '../knowledge/checks/index.js'
import type { Trials } from '../knowledge/checks/check.js'
import { load } from '../knowledge/load.js'
import { createDesk } from '../app/desk.js'
import { compareOnline } from './compare-online.js'
import { runEntry } from './entry.js'
import { readKnowledgeFolder } from './knowledge-folder.js'
import { formats, printFindings, type Format } from './print-findings.js'
import { readSettings } from './settings.js'

/** Every rendering of a card that Discord could be sent, with what breaks a limit in it. */
export const renderingsOf = (library: Library, card: Card): ReturnType<Trials['renderings']> => {
  const { language } = card
  const excerpts = card.sections.flatMap(({ kind, blocks }) =>
    blocks.map((block) => ({ section: kind, blocks: [block] })),
  )
  const views = [
    { name: 'the short answer', view: shortView(library, { card, language, audience: 'asker' }) },
    ...excerpts.map((excerpt, at) => ({
      name: `the short answer with excerpt ${at + 1}`,
      view: shortView(library, { card, language, excerpt, audience: 'asker' }),
    })),
    ...Array.from({ length: pageCount(library, card) }, (_, at) => ({
      name: `page ${at + 1}`,
      view: moreView(library, card, language, at + 1),
    })),
    { name: 'the sources', view: sourcesView(library, card, language, 1) },
  ]
  return views.map(({ name, view }) => ({ name, problems: limitProblems(drawMessage(view)) }))
}

/** `npm run knowledge`: checks all knowledge files and tries the cards out. Exit status 1 where there are errors. */
await runEntry(async () => {
  program
    .name('npm run knowledge --')
    .description(
      'Checks the knowledge: every finding with its place, what was found, what was expected, what to do.',
    )
    .addOption(new Option('--format <format>', 'how findings are printed').choices(formats).default('text'))
    .option(
      '--online',
      'compare every DOI with Crossref as well (title, year, authors, retractions, corrections); needs CROSSREF_MAILTO',
    )
    .option('--all', 'print findings of severity info as well, not only their number')
    .parse()
  const { format, all, online } = program.opts<{ format: Format; all?: true; online?: true }>()
  const { KNOWLEDGE_DIR: folder, CROSSREF_API: base, CROSSREF_MAILTO: mailto } = readSettings(process.env)
  if (online && !mailto)
    throw new Error(
      '--online found no CROSSREF_MAILTO, expected your e-mail address: Crossref asks for one; set it in .env',
    )
  const {
    library,
    findings: own,
    read,
    knowledge,
  } = load(readKnowledgeFolder(folder), new Date().toISOString().slice(0, 10))
  const desk = createDesk(library)
  const trials: Trials = {
    renderings: (card) => renderingsOf(library, card),
    firstCard: ({ text, language }) =>
      desk.explain(text, { wished: language, screen: language }).ranking.hits[0]?.card,
  }
  const compared =
    online && mailto ? await compareOnline(knowledge, { base, mailto, folder: '.cache/crossref' }) : []
  const findings = [
    ...own,
    ...checkOrder(read),
    ...surveys.flatMap((survey) => survey(knowledge, trials)),
    ...compared,
  ].map((one) => ({
    ...one,
    file: join(folder, one.file),
  }))
  const shown = all || format !== 'text' ? findings : findings.filter(({ severity }) => severity !== 'info')
  process.stdout.write(printFindings(shown, format, process.stdout.isTTY && !process.env['NO_COLOR']))
  const count = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length
  if (format === 'text') {
    process.stdout.write(
      `${library.cards.length} cards, ${library.translations.size} translated, ${library.variants.length} questions, ${library.references.size} references: ` +
        `${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes${all ? '' : ' (--all prints the notes)'}\n`,
    )
  }
  if (count('error')) process.exitCode = 1
})
