/** Dots that end an abbreviation and no sentence ("Dr. Khan", "approx. 40"). */
const noEnd = /\b(?:e\.g|i\.e|vs|[Dd]r|[Pp]rof|St|approx|ca|cf|al|resp|Mrs?|Ms|U\.S|U\.K)\.$/
/** Words that are abbreviations only where a number follows ("No. 3", "Fig. 2"). */
const beforeNumber = /\b(?:nos?|figs?|vol|pp?|art|sec)\.$/i

/** Where sentences end in a text: offsets just behind the closing mark. The end of the text counts when words stand before it. */
export const sentenceEnds = (text: string): number[] => {
  const ends: number[] = []
  for (const match of text.matchAll(/[.!?؟۔]+["”’»)\]]*(?=\s|$|\uFFFC)/gu)) {
    const end = match.index + match[0].length
    const rest = text.slice(end).trimStart()
    if (
      rest &&
      match[0].startsWith('.') &&
      (noEnd.test(text.slice(0, match.index + 1)) ||
        (/^\p{N}/u.test(rest) && beforeNumber.test(text.slice(0, match.index + 1))) ||
        // A sentence may begin with iPS, mRNA or p53; any other small letter goes on.
        /^\p{Ll}+(?![\p{L}\p{N}])/u.test(rest))
    )
      continue
    ends.push(end)
  }
  const tail = text.slice(ends.at(-1) ?? 0)
  if (/[\p{L}\p{N}]/u.test(tail)) ends.push(text.length)
  return ends
}
