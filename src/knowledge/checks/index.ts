import { brokenCitation } from './broken-citation.js'
import { cardLength } from './card-length.js'
import type { Finding } from '../../domain/finding.js'
import type { Check, Knowledge, Survey } from './check.js'
import { glossaryEntry } from './glossary-entry.js'
import { knownTopic } from './known-topic.js'
import { linkSyntax } from './link-syntax.js'
import { longAnswer } from './long-answer.js'
import { malformedIdentifier } from './malformed-identifier.js'
import { nearDouble } from './near-double.js'
import { oneWayRelation } from './one-way-relation.js'
import { overLimits } from './over-limits.js'
import { overdueReview } from './overdue-review.js'
import { questionWithoutCard } from './question-without-card.js'
import { rawHtml } from './raw-html.js'
import { referenceLink } from './reference-link.js'
import { retractedSource } from './retracted-source.js'
import { sharedAlias } from './shared-alias.js'
import { staleTranslation } from './stale-translation.js'
import { strayQuestion } from './stray-question.js'
import { twiceAsked } from './twice-asked.js'
import { uncitedBlock } from './uncited-block.js'
import { uncitedSentence } from './uncited-sentence.js'
import { uniqueIds } from './unique-ids.js'
import { unknownCitekey } from './unknown-citekey.js'
import { unknownRelated } from './unknown-related.js'
import { unusedReference } from './unused-reference.js'

/** Rules whose errors keep a card from being shown: what it says could not be trusted, sourced or told apart. */
export const shownChecks: readonly Check[] = [
  uniqueIds,
  knownTopic,
  uncitedSentence,
  uncitedBlock,
  brokenCitation,
  unknownCitekey,
  retractedSource,
  longAnswer,
  rawHtml,
  linkSyntax,
]

/** Rules of order; a card that breaks one is shown all the same. */
const orderChecks: readonly Check[] = [
  unusedReference,
  referenceLink,
  malformedIdentifier,
  unknownRelated,
  oneWayRelation,
  sharedAlias,
  overdueReview,
  staleTranslation,
  questionWithoutCard,
  twiceAsked,
  nearDouble,
  cardLength,
  glossaryEntry,
]

/** What is not in order in knowledge that was read. Not part of loading: comparing all questions takes as long as reading them. */
export const checkOrder = (knowledge: Knowledge): Finding[] =>
  orderChecks.flatMap((check) => check(knowledge))

/** The rules that try the cards out. */
export const surveys: readonly Survey[] = [overLimits, strayQuestion]
