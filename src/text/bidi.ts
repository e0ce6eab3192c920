/** A run of Latin words and digits, with the slash of a command. Brackets stay outside: they belong to the text around and mirror with it. */
const latinRun =
  /(?:(?<![\p{L}\p{N}])\/(?=\p{Script=Latin}))?[\p{Script=Latin}0-9](?:[\p{Script=Latin}\p{M}0-9 .,:;/+*%&'’\-–]*[\p{Script=Latin}\p{M}0-9%+])?/gu

/** The first letter of a text is Latin. */
const startsLatin = /^\P{L}*\p{Script=Latin}/u

/**
 * Right-to-left text whose Latin runs stand between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, so that their
 * digits, hyphens and brackets keep their order (Unicode Standard Annex #9). Runs of digits alone need no isolate. A text that
 * begins with a Latin letter gets a RIGHT-TO-LEFT MARK in front: who guesses the direction of a line by its first letter, as browsers do, looks into isolates.
 */
export const isolateLatin = (text: string): string =>
  (startsLatin.test(text) ? '\u200F' : '') +
  text.replace(latinRun, (run) => (/\p{Script=Latin}/u.test(run) ? `\u2068${run}\u2069` : run))
