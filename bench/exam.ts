import { createDesk } from '../src/app/desk.js'
import { answerLine } from '../src/doors/terminal/answer-line.js'
import { load } from '../src/knowledge/load.js'
import { readKnowledgeFolder } from '../src/main/knowledge-folder.js'
import { readExam, sittable } from './exam-set.js'
import { misses, report } from './score.js'

// `npm run exam`: answers the questions of test/exam/dev.jsonl and prints how well. `npm run exam -- FILE` takes another set,
// `--misses` lists what went wrong. Questions whose card is not written yet count as unanswerable, of the kind "absent".

const words = process.argv.slice(2)
const file = words.find((word) => !word.startsWith('--')) ?? 'test/exam/dev.jsonl'
const desk = createDesk(
  load(
    readKnowledgeFolder(process.env['KNOWLEDGE_DIR'] ?? 'knowledge'),
    new Date().toISOString().slice(0, 10),
  ).library,
)
const questions = sittable(readExam(file), desk.library)
// Once before, so that the times are those of a program that runs and not of one that warms up.
questions.forEach((question) => answerLine(desk, question, () => 0))
const answers = questions.map((question) => answerLine(desk, question, () => performance.now()))
console.log(report(questions, answers))
if (words.includes('--misses')) console.log(misses(questions, answers).join('\n'))
