/** A file's name alone where it is in the same folder as another file; else its whole path. */
export function nearName(path: string, beside: string | null): string {
  const end = path.lastIndexOf("/") + 1;
  return beside?.slice(0, beside.lastIndexOf("/") + 1) === path.slice(0, end) ? path.slice(end) : path;
}
