/** A time from a moment to another, Unix milliseconds; `to` does not belong to it. */
export interface Span {
  from: number;
  to: number;
}

export const hourMs = 3_600_000;

/** How many of `spans` there are at one moment of `within` at the most. Pure. */
export function mostAtOnce(spans: readonly Span[], within: Span): number {
  const inside = spans.filter(({ from, to }) => from < to && from < within.to && to > within.from);
  // There are most at a moment at which one begins, or which is the first.
  const moments = [within.from, ...inside.map(({ from }) => Math.max(from, within.from))];
  return Math.max(
    ...moments.map((moment) => inside.filter(({ from, to }) => from <= moment && moment < to).length),
  );
}

/** Whether one more has room beside `spans`, of which there may be `places` at one moment. Pure. */
export function hasRoom(span: Span, spans: readonly Span[], places: number): boolean {
  return mostAtOnce(spans, span) < places;
}

/**
 * When each of a queue has its turn at the latest, as things are: the first in it as soon as there is room for their hours,
 * and nobody before who came earlier. null where there is never room. Pure.
 */
export function turnsOf(
  queue: readonly { hours: number }[],
  spans: readonly Span[],
  places: number,
  now: number,
): (Span | null)[] {
  const taken = [...spans];
  let earliest = now;
  return queue.map(({ hours }) => {
    if (places < 1) return null;
    const begins = [earliest, ...taken.map(({ to }) => to).filter((to) => to > earliest)];
    const turns = begins
      .sort((left, right) => left - right)
      .map((from) => ({ from, to: from + hours * hourMs }));
    const turn = turns.find((span) => hasRoom(span, taken, places)) ?? null;
    if (turn === null) return null;
    earliest = turn.from;
    taken.push(turn);
    return turn;
  });
}
