/** The rules of the walls, as dependency-cruiser reads them. */
declare module '*/.dependency-cruiser.mjs' {
  import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser'

  const walls: { forbidden: (IForbiddenRuleType & { name: string })[]; options: ICruiseOptions }
  export default walls
}
