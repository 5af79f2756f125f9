interface Mark {
  at: number;
  bytes: number;
}

/** Milliseconds that the speed is taken over: long enough to be calm, short enough to follow the network. */
const span = 5_000;

/** How fast something is transferred now, and how long it will take. Times are Unix milliseconds. */
export class TransferRate {
  #marks: Mark[] = [];

  /** So many bytes had gone at that time, all in all. */
  add(at: number, bytes: number): void {
    // The newest mark that is older than the span stays, so that the speed is known over the whole of it.
    const from = this.#marks.findLastIndex((mark) => mark.at <= at - span);
    this.#marks = [...this.#marks.slice(Math.max(0, from)), { at, bytes }];
  }

  /** Forgets all, after a pause. */
  reset(): void {
    this.#marks = [];
  }

  /** Bytes a second; null until there is enough to tell. */
  bytesPerSecond(): number | null {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (first === undefined || last === undefined || last.at - first.at < 500) return null;
    return Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.at - first.at));
  }
}

/** How long `bytes` take at a speed, in words for people: "40 s", "3 min", "1 h 5 min"; null where nobody can tell. */
export function timeLeft(bytes: number, bytesPerSecond: number | null): string | null {
  if (bytesPerSecond === null || bytesPerSecond <= 0) return null;
  const seconds = Math.ceil(bytes / bytesPerSecond);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.round(hours / 24)} d`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
