import type { Method, Route } from "./route";

/** A route, with what the path gives it. */
export interface Match {
  route: Route;
  parameters: Record<string, string>;
}

/** The parameters that a route's path names, in their order. */
export function parametersOf(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
}

/** Finds routes by path. Parameters are decoded; none is empty or has a slash before it is. */
export class RouteTable {
  readonly #routes: readonly { route: Route; form: RegExp; names: string[] }[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes.map((route) => ({
      route,
      form: new RegExp(`^${route.path.replace(/\{\w+\}/g, "([^/]+)")}$`),
      names: parametersOf(route.path),
    }));
  }

  /** The route of a path and a method; else the methods that the path has, none where there is no such path. */
  find(path: string, method: string): Match | readonly Method[] {
    const there = this.#routes.flatMap(({ route, form, names }) => {
      const values = form.exec(path)?.slice(1).map(decoded);
      if (values === undefined || values.includes(null)) return [];
      return [
        { route, parameters: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""])) },
      ];
    });
    return there.find(({ route }) => route.method === method) ?? there.map(({ route }) => route.method);
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
