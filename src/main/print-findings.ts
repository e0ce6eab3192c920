import colors from 'picocolors'
import type { Finding } from '../domain/finding.js'

export const formats = ['text', 'json', 'github'] as const
export type Format = (typeof formats)[number]

/** A message of a GitHub workflow command: percent signs and line breaks are encoded. */
const encoded = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** Findings as text: a line each, as JSON, or as annotations of GitHub Actions. */
export const printFindings = (findings: readonly Finding[], format: Format, colour: boolean): string => {
  if (format === 'json') return `${JSON.stringify(findings, null, 2)}\n`
  const paint = colors.createColors(colour)
  const mark = { error: paint.red, warning: paint.yellow, info: paint.dim }
  return findings
    .map(({ file, line, column, severity, rule, found, expected, todo }) => {
      const message = `found ${found}, expected ${expected}, ${todo}`
      if (format === 'github') {
        const level = severity === 'info' ? 'notice' : severity
        return `::${level} file=${file},line=${line},col=${column},title=${rule}::${encoded(message)}\n`
      }
      return `${paint.bold(`${file}:${line}:${column}:`)} ${mark[severity](message)} ${paint.dim(`(${rule})`)}\n`
    })
    .join('')
}
