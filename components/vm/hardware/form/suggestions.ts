import type { CreateChoices } from "@/server/create/choices.schema";
import type { Field, Values } from "@/server/domain/fields/field.schema";

/** What the host has for a field, to choose from while one writes. */
export function suggestionsFor(field: Field, values: Values, choices: CreateChoices | null): string[] {
  if (choices === null || field.input.kind !== "text") return [];
  const { suggest } = field.input;
  if (suggest === undefined) return [];
  switch (suggest) {
    case "networks":
      return choices.networks.map(({ name }) => name);
    case "bridges":
      return (choices.interfaces ?? []).filter(({ bridge }) => bridge).map(({ name }) => name);
    case "interfaces":
      return (choices.interfaces ?? []).filter(({ bridge }) => !bridge).map(({ name }) => name);
    case "filters":
      return choices.filters;
    case "pools":
      return choices.pools.map(({ name }) => name);
    case "volumes":
      return choices.pools.find(({ name }) => name === values.pool)?.volumes ?? [];
    case "cpu-models":
      return choices.cpuModels.filter(({ usable }) => usable).map(({ name }) => name);
    case "machines":
      return choices.machines;
  }
}
