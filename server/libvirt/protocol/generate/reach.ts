import type { Struct, Union } from "./grammar";
import type { Model, Shape } from "./model";

/** Structs and unions in the order in which they are first needed, innermost first. */
export interface Reached {
  structs: Struct[];
  unions: Union[];
}

/** All structs and unions that `roots` are made of, themselves included. */
export function reach(model: Model, roots: readonly Struct[]): Reached {
  const structs = new Set<Struct>();
  const unions = new Set<Union>();
  const visit = (shape: Shape): void => {
    if (shape.kind === "optional" || shape.kind === "array" || shape.kind === "fixedArray") visit(shape.of);
    if (shape.kind === "struct") visitStruct(shape.struct);
    if (shape.kind === "union") {
      for (const { declaration } of shape.union.cases) visit(model.shapeOf(declaration));
      unions.add(shape.union);
    }
  };
  const visitStruct = (struct: Struct): void => {
    if (structs.has(struct)) return;
    for (const field of struct.fields) visit(model.shapeOf(field));
    structs.add(struct);
  };
  for (const root of roots) visitStruct(root);
  return { structs: [...structs], unions: [...unions] };
}
