/** A run of Latin words and digits, with the slash of a command. Brackets stay outside: they belong to the text around and mirror with it. */
const latinRun =
  /(?:(?<![\p{L}\p{N}])\/(?=\p{Script=Latin}))?[\p{Script=Latin}0-9](?:[\p{Script=Latin}\p{M}0-9 .,:;/+*%&'’\-–]*[\p{Script=Latin}\p{M}0-9%+])?/gu

/**
 * Right-to-left text whose Latin runs stand between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, so that their
 * digits, hyphens and brackets keep their order (Unicode Standard Annex #9). Runs of digits alone need no isolate.
 */
export const isolateLatin = (text: string): string =>
  text.replace(latinRun, (run) => (/\p{Script=Latin}/u.test(run) ? `\u2068${run}\u2069` : run))
