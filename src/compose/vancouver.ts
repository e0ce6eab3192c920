import type { Author, Reference } from '../domain/reference.js'

/** "Kazutoshi" -> "K", "Jean-Paul" -> "JP", "S. A." -> "SA". */
const initials = (given: string): string =>
  given
    .split(/[\s.\-‐]+/u)
    .filter(Boolean)
    .map((name) => (/^\p{Lu}{2,3}$/u.test(name) ? name : (Array.from(name)[0] ?? '').toUpperCase()))
    .join('')

const nameOf = ({ family, given, literal }: Author): string =>
  literal ?? [family, given ? initials(given) : ''].filter(Boolean).join(' ')

/** Whether the list of authors leaves some out. */
export const isShortened = ({ note = '' }: Reference): boolean =>
  /^author list (shortened|abbreviated)/.test(note)

/** The first names of a list; "et al." stands for the others, also for those that the list itself leaves out. */
const authorsOf = (reference: Reference, most: number): string => {
  const { author } = reference
  const shortened = isShortened(reference) && author.some(({ family }) => family)
  const names = author.slice(0, most).map(nameOf)
  return author.length > most || shortened ? `${names.join(', ')}, et al.` : closed(names.join(', '))
}

const closed = (text: string): string => (/[.?!]$/u.test(text) ? text : `${text}.`)

/** Year of publication, as it stands in the reference. */
export const yearOf = ({ issued }: Reference): number | undefined => issued['date-parts'][0]?.[0]

/** Where a source can be read: by its DOI, else at its address. Nothing where it has neither. */
export const addressOf = ({ DOI, URL }: Reference): string | undefined => {
  // Brackets in a DOI are legal and common, and would end a Markdown link.
  const address = DOI ? `https://doi.org/${DOI.replace(/[%#?"]/g, encodeURIComponent)}` : URL
  return address
    ?.replaceAll('(', '%28')
    .replaceAll(')', '%29')
    .replaceAll(' ', '%20')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
}

/**
 * A reference in Vancouver style (ICMJE Recommendations; Citing Medicine, 2nd ed.), without its address: "Frangoul H, Altshuler D, Cappellini MD,
 * et al. Title. N Engl J Med. 2021;384(3):252-260."
 * @param authors how many authors are named before "et al."; six in full references
 */
export const vancouver = (reference: Reference, authors = 6): string => {
  const { title, volume, issue, page, publisher } = reference
  const container = reference['container-title']
  const year = yearOf(reference)
  const opening = `${authorsOf(reference, authors)} ${closed(title)}`
  if (reference.type === 'article-journal' || reference.type === 'article-magazine') {
    const place = `${volume ?? ''}${issue ? `(${issue})` : ''}${page ? `:${page}` : ''}`
    return `${opening} ${container ? closed(container) : ''} ${year ?? ''}${place && !place.startsWith(':') ? `;${place}` : place}.`.replace(
      /\s+/g,
      ' ',
    )
  }
  const house = [...new Set([container, publisher])].filter(Boolean).join(', ')
  return `${opening} ${house ? `${house}; ` : ''}${year ?? ''}.`.replace(/\s+/g, ' ')
}
