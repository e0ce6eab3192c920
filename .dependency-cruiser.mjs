// The walls of the house: who may import whom. Each rule says why; test/walls.test.ts breaks each and sees it caught.

/** Folders of a floor and of those below it. */
const domain = '^src/domain/'
const ground = '^src/(domain|text|i18n|view)/'
const rooms = ['knowledge', 'understand', 'retrieve', 'compose', 'study']
const effects =
  '^(node:)?(fs|fs/promises|http|https|http2|net|tls|dgram|dns|child_process|cluster|worker_threads|readline|readline/promises)$'

/** A rule that nothing in `from` imports anything of ours outside `to`. */
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(src|commands|bench|test)/', pathNot: to },
})

export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'What imports each other can only be understood together. Type-only circles count too.',
      from: {},
      to: { circular: true },
    },
    only(
      'domain-imports-nothing',
      domain,
      [domain],
      'The nouns stand on nothing: every room speaks of them.',
    ),
    only(
      'ground-floor',
      '^src/(text|i18n|view)/',
      [ground],
      'Text, words and views know the nouns and each other, no room and no medium.',
    ),
    ...rooms.map((room) =>
      only(
        `room-${room}`,
        `^src/${room}/`,
        [ground, `^src/${room}/`],
        'Rooms do not know each other: the corridor in app/ leads from one to the next.',
      ),
    ),
    only(
      'app-floor',
      '^src/app/',
      [ground, `^src/(${rooms.join('|')}|app)/`],
      'Use cases know rooms and ports, not who stands at a door.',
    ),
    only(
      'commands-floor',
      '^commands/',
      [ground, `^src/(${rooms.join('|')}|app)/`, '^commands/'],
      'A command returns a view; it never holds an interaction, a database or a file.',
    ),
    only(
      'doors-floor',
      '^src/doors/',
      [ground, '^src/(app|compose|doors)/'],
      'Doors draw views and run the commands they are handed; main hands them over.',
    ),
    only(
      'store-floor',
      '^src/store/',
      [domain, '^src/(app/ports|store)'],
      'A store serves ports; it knows no room and no door.',
    ),
    {
      name: 'doors-apart',
      severity: 'error',
      comment:
        'Terminal, web and Discord do not need each other; the browser chat draws what Discord would get.',
      from: { path: '^src/doors/(discord|terminal)/' },
      to: { path: '^src/doors/', pathNot: '^src/doors/$1/' },
    },
    {
      name: 'pure-inside',
      severity: 'error',
      comment:
        'Effects stand at the doors: no files, network or processes below them; they come in as ports.',
      from: {
        path: ['^src/(domain|text|i18n|view|knowledge|understand|retrieve|compose|study|app)/', '^commands/'],
      },
      to: { path: effects, dependencyTypes: ['core'] },
    },
    {
      name: 'one-medium-each',
      severity: 'error',
      comment: "Only Discord's door knows Discord's packages.",
      from: { path: '^(src|commands)/', pathNot: '^src/doors/discord/' },
      to: { path: 'node_modules/(discord|@discordjs)' },
    },
    {
      name: 'no-dev-packages',
      severity: 'error',
      comment:
        'What runs for people is installed for people. The browser client is bundled when it is built.',
      from: { path: '^(src|commands)/', pathNot: '^src/doors/web/client/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      comment: 'main wires the house; what it wires does not know it.',
      from: { pathNot: '^(src/main|test|bench)/' },
      to: { path: '^src/main/' },
    },
  ],
  options: {
    // Not `exclude`: that would drop packages from the graph and silently disable the rules about them.
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default'], exportsFields: ['exports'] },
    moduleSystems: ['es6'],
  },
}
