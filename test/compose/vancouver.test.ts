import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOf, isShortened, vancouver, yearOf } from '../../src/compose/vancouver.js'
import type { Author, Reference } from '../../src/domain/reference.js'

const article = (some: Partial<Reference>): Reference => ({
  id: 'key',
  type: 'article-journal',
  title: 'Title',
  author: [{ family: 'Lee', given: 'Ann' }],
  issued: { 'date-parts': [[2002]] },
  ...some,
})
const names = (...all: readonly string[]): Author[] =>
  all.map((name) => {
    const [family = '', given = ''] = name.split(', ')
    return given ? { family, given } : { literal: family }
  })
const own = JSON.parse(readFileSync('knowledge/references.json', 'utf8')) as Reference[]

/** After the samples of the ICMJE Recommendations (https://www.nlm.nih.gov/bsd/uniform_requirements.html), with whole page numbers. */
describe('a reference in Vancouver style', () => {
  test('of a journal article with three authors', () => {
    const halpern = article({
      author: names('Halpern, Scott D.', 'Ubel, Peter A.', 'Caplan, Arthur L.'),
      title: 'Solid-organ transplantation in HIV-infected patients',
      'container-title': 'N Engl J Med',
      volume: '347',
      issue: '4',
      page: '284-287',
    })
    expect(vancouver(halpern)).toBe(
      'Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. 2002;347(4):284-287.',
    )
  })

  const takahashi = article({
    author: names(
      'Takahashi, Kazutoshi',
      'Tanabe, Koji',
      'Ohnuki, Mari',
      'Narita, Megumi',
      'Ichisaka, Tomoko',
      'Tomoda, Kiichiro',
    ),
    title: 'Induction of pluripotent stem cells from adult human fibroblasts by defined factors',
    'container-title': 'Cell',
    volume: '131',
    issue: '5',
    page: '861-872',
    issued: { 'date-parts': [[2007, 11, 30]] },
  })
  const rest =
    'Induction of pluripotent stem cells from adult human fibroblasts by defined factors. Cell. 2007;131(5):861-872.'

  test('of six authors names all six', () => {
    expect(vancouver(takahashi)).toBe(
      `Takahashi K, Tanabe K, Ohnuki M, Narita M, Ichisaka T, Tomoda K. ${rest}`,
    )
  })

  test('of seven authors names the first six and "et al."', () => {
    const seven = { ...takahashi, author: [...takahashi.author, ...names('Yamanaka, Shinya')] }
    expect(vancouver(seven)).toBe(
      `Takahashi K, Tanabe K, Ohnuki M, Narita M, Ichisaka T, Tomoda K, et al. ${rest}`,
    )
  })

  test('below an answer names the first three', () => {
    expect(vancouver(takahashi, 3)).toBe(`Takahashi K, Tanabe K, Ohnuki M, et al. ${rest}`)
    expect(vancouver({ ...takahashi, author: takahashi.author.slice(0, 3) }, 3)).toBe(
      `Takahashi K, Tanabe K, Ohnuki M. ${rest}`,
    )
  })

  test.each(['author list shortened', 'author list abbreviated (et al.); year from the page'])(
    'of a list with the note "%s" says "et al." for those that are missing',
    (note) => {
      const short = { ...takahashi, author: names('Takahashi, Kazutoshi', 'Yamanaka, Shinya'), note }
      expect(vancouver(short)).toBe(`Takahashi K, Yamanaka S, et al. ${rest}`)
      expect(isShortened(short)).toBe(true)
    },
  )

  test('of a whole list with another note says no "et al."', () => {
    expect(isShortened({ ...takahashi, note: 'year not shown on the page' })).toBe(false)
  })

  test('of a body as author writes its name out', () => {
    const group = article({
      author: names('Diabetes Prevention Program Research Group'),
      title: 'Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance',
      'container-title': 'Hypertension',
      volume: '40',
      issue: '5',
      page: '679-686',
    })
    expect(vancouver(group)).toBe(
      'Diabetes Prevention Program Research Group. Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance. Hypertension. 2002;40(5):679-686.',
    )
  })

  test('of people and a body names both', () => {
    const both = article({
      author: names('Vallancien, Guy', 'Emberton, Mark', 'Alf-One Study Group'),
      title: 'Sexual dysfunction in 1,274 European men suffering from lower urinary tract symptoms',
      'container-title': 'J Urol',
      volume: '169',
      issue: '6',
      page: '2257-2261',
      issued: { 'date-parts': [[2003]] },
    })
    expect(vancouver(both)).toBe(
      'Vallancien G, Emberton M, Alf-One Study Group. Sexual dysfunction in 1,274 European men suffering from lower urinary tract symptoms. J Urol. 2003;169(6):2257-2261.',
    )
  })

  test('of a body whose name ends with a full stop has one full stop', () => {
    const page = article({
      type: 'webpage',
      title: 'Cancer-Pain.org',
      author: [{ literal: 'Association of Cancer Online Resources, Inc.' }],
    })
    expect(vancouver(page)).toBe('Association of Cancer Online Resources, Inc. Cancer-Pain.org. 2002.')
  })

  test('of an issue without a volume', () => {
    const banit = article({
      author: names('Banit, Daxes M.', 'Kaufer, Herbert', 'Hartford, James M.'),
      title: 'Intraoperative frozen section analysis in revision total joint arthroplasty',
      'container-title': 'Clin Orthop',
      issue: '401',
      page: '230-238',
    })
    expect(vancouver(banit)).toMatch(/arthroplasty\. Clin Orthop\. 2002;\(401\):230-238\.$/)
  })

  test('of a volume without an issue, and of pages alone', () => {
    const place = { 'container-title': 'HRSA Careaction', page: '1-6' }
    expect(vancouver(article({ ...place, volume: '12' }))).toBe('Lee A. Title. HRSA Careaction. 2002;12:1-6.')
    expect(vancouver(article(place))).toBe('Lee A. Title. HRSA Careaction. 2002:1-6.')
    expect(vancouver(article({ 'container-title': 'HRSA Careaction' }))).toBe(
      'Lee A. Title. HRSA Careaction. 2002.',
    )
  })

  test('of a book', () => {
    const murray = article({
      type: 'book',
      author: names('Murray, Patrick R.', 'Rosenthal, Ken S.', 'Kobayashi, George S.', 'Pfaller, Michael A.'),
      title: 'Medical microbiology. 4th ed',
      publisher: 'Mosby',
    })
    expect(vancouver(murray)).toBe(
      'Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA. Medical microbiology. 4th ed. Mosby; 2002.',
    )
  })

  test('of a web page names its site, once', () => {
    const page = article({
      type: 'webpage',
      author: names('Food and Drug Administration'),
      title: 'Important patient and consumer information about regenerative medicine therapies',
      'container-title': 'FDA',
      issued: { 'date-parts': [[2021, 6, 3]] },
    })
    const expected =
      'Food and Drug Administration. Important patient and consumer information about regenerative medicine therapies. FDA; 2021.'
    expect(vancouver(page)).toBe(expected)
    expect(vancouver({ ...page, publisher: 'FDA' })).toBe(expected)
  })

  test.each([
    ['Is it safe?', 'Lee A. Is it safe? 2002.'],
    ['It is safe!', 'Lee A. It is safe! 2002.'],
    ['It is safe.', 'Lee A. It is safe. 2002.'],
    ['It is\n  safe', 'Lee A. It is safe. 2002.'],
  ])('of the title %j ends it with one mark', (title, expected) => {
    expect(vancouver(article({ title, type: 'report' }))).toBe(expected)
  })

  test.each([
    ['Jean-Paul', 'JP'],
    ['Jean Paul', 'JP'],
    ['J. P.', 'JP'],
    ['J.P.', 'JP'],
    ['JP', 'JP'],
    ['Shinya', 'S'],
    ['Élodie', 'É'],
    ['şule', 'Ş'],
    ['Khalid A.', 'KA'],
    ['محمد', 'م'],
  ])('shortens the given name %s to %s', (given, initials) => {
    expect(vancouver(article({ author: [{ family: 'Lee', given }], type: 'report' }))).toBe(
      `Lee ${initials}. Title. 2002.`,
    )
  })

  test('of every own reference has no gaps, no double marks, its year and its first author', () => {
    for (const reference of own) {
      const text = vancouver(reference)
      expect(text).not.toMatch(/\s{2}|\s[.,;:]|undefined|[,;:]{2}|\.\.(?!\.)|^\W*\.|\(\)/u)
      expect(text).toMatch(new RegExp(`\\b${yearOf(reference) ?? 'no year'}\\b.*\\.$`, 'u'))
      expect(
        text.startsWith(reference.author[0]?.family ?? reference.author[0]?.literal ?? 'no author'),
      ).toBe(true)
    }
  })
})

describe('the address of a reference', () => {
  test('is its DOI before its URL', () => {
    expect(addressOf(article({ DOI: '10.1000/182', URL: 'https://example.org' }))).toBe(
      'https://doi.org/10.1000/182',
    )
    expect(addressOf(article({ URL: 'https://example.org/a' }))).toBe('https://example.org/a')
    expect(addressOf(article({}))).toBeUndefined()
  })

  test.each([
    ['10.1016/S0140-6736(20)30183-5', 'https://doi.org/10.1016/S0140-6736%2820%2930183-5'],
    [
      '10.1002/(SICI)1097-0258(19980815/30)17:15<1661::AID-SIM968>3.0.CO;2-2',
      'https://doi.org/10.1002/%28SICI%291097-0258%2819980815/30%2917:15%3C1661::AID-SIM968%3E3.0.CO;2-2',
    ],
  ])('keeps the brackets of %s out of a Markdown link', (DOI, expected) => {
    expect(addressOf(article({ DOI }))).toBe(expected)
  })

  test('leads where the DOI leads, and can stand in a Markdown link', () => {
    const sign = fc.constantFrom(...'abcXYZ019()<>[]-._;:/ '.split(''))
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 30 }), (signs) => {
        const suffix = `${signs.join('')}x`
        const address = addressOf(article({ DOI: `10.1000/a${suffix}` })) ?? ''
        expect(address).not.toMatch(/[()<>\s]/)
        const [, path = ''] = /^https:\/\/doi\.org\/(.*)$/.exec(address) ?? []
        expect(decodeURIComponent(path)).toBe(`10.1000/a${suffix}`)
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  // The DOI Handbook, section on encoding: these would end the path or read as an escape.
  test.each([
    ['10.1000/a#b', 'https://doi.org/10.1000/a%23b'],
    ['10.1000/a?b', 'https://doi.org/10.1000/a%3Fb'],
    ['10.1000/a%b', 'https://doi.org/10.1000/a%25b'],
    ['10.1000/a"b', 'https://doi.org/10.1000/a%22b'],
  ])('escapes the sign of %s that would lead elsewhere', (DOI, expected) => {
    expect(addressOf(article({ DOI }))).toBe(expected)
  })
})

/** Processors choose the shape of quotation marks, hyphens and blanks. */
const plain = (text: string) =>
  text
    .replace(/[“”«»„]/gu, '"')
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[-–‐]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()

describe('beside a CSL processor', () => {
  /** What is used of citeproc, which has no types. */
  interface Engine {
    readonly setOutputFormat: (format: string) => void
    readonly updateItems: (ids: readonly string[]) => void
    readonly makeBibliography: () => readonly [unknown, readonly string[]]
  }
  interface Processor {
    readonly Engine: new (
      system: { readonly retrieveLocale: () => string; readonly retrieveItem: (id: string) => object },
      style: string,
    ) => Engine
  }
  const processor = createRequire(import.meta.url)('citeproc') as Processor

  const locale = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
  <style-options punctuation-in-quote="false"/>
  <date form="numeric"><date-part name="year"/></date>
  <terms>
    <term name="et-al">et al.</term>
    <term name="and">and</term>
    <term name="volume">volume</term><term name="issue">issue</term><term name="page">page</term>
    <term name="volume" form="short">vol.</term><term name="issue" form="short">no.</term><term name="page" form="short">p.</term>
    <term name="open-quote">“</term><term name="close-quote">”</term>
    <term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term>
  </terms>
</locale>`
  const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" initialize-with-hyphen="false" demote-non-dropping-particle="never">
  <info><title>Journal articles</title><id>journal-articles</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="citation-number"/></layout></citation>
  <bibliography et-al-min="7" et-al-use-first="6">
    <layout suffix=".">
      <group delimiter=". ">
        <names variable="author">
          <name sort-separator=" " initialize-with="" name-as-sort-order="all" delimiter=", " delimiter-precedes-last="always"/>
        </names>
        <text variable="title"/>
        <text variable="container-title"/>
        <group>
          <date variable="issued" form="numeric" date-parts="year"/>
          <group prefix=";">
            <text variable="volume"/>
            <text variable="issue" prefix="(" suffix=")"/>
          </group>
          <text variable="page" prefix=":"/>
        </group>
      </group>
    </layout>
  </bibliography>
</style>`

  const rendered = (reference: Reference): string => {
    const engine = new processor.Engine(
      {
        retrieveLocale: () => locale,
        // A note may hold fields that the processor would read; it is no part of the style.
        retrieveItem: () => ({ ...reference, note: undefined, custom: undefined }),
      },
      style,
    )
    engine.setOutputFormat('text')
    engine.updateItems([reference.id])
    return engine.makeBibliography()[1].join('').trim()
  }

  const articles = own.filter(
    (reference) =>
      reference.type === 'article-journal' && reference.author.length <= 6 && !isShortened(reference),
  )

  test('there are articles to compare', () => {
    expect(articles.length).toBeGreaterThan(50)
  })

  test('own articles with one to six authors, all named, read the same', () => {
    const differing = articles
      .map((reference) => [plain(vancouver(reference)), plain(rendered(reference))] as const)
      .filter(([ours, theirs]) => ours !== theirs)
    expect(differing.map(([ours]) => ours)).toEqual(differing.map(([, theirs]) => theirs))
  })
})
