/** A file that changes: null before where it is new. Paths are without a leading slash. */
export interface FileStep {
  file: string;
  before: string | null;
  after: string;
}

/** The step that makes `after` of a file; none where it is that already. */
export function stepsTo(file: string, before: string | null, after: string): FileStep[] {
  return before === after ? [] : [{ file, before, after }];
}
