import type { Struct, Union } from "./grammar";
import type { Model, Primitive, Shape } from "./model";
import { typeName } from "./names";

const primitiveTypes: Readonly<Record<Primitive, string>> = {
  int: "number",
  unsignedInt: "number",
  hyper: "bigint",
  unsignedHyper: "bigint",
  double: "number",
};

/** The TypeScript type of a field. */
function typeOf(shape: Shape): string {
  switch (shape.kind) {
    case "primitive":
      return primitiveTypes[shape.primitive];
    case "string":
      return "string";
    case "fixedOpaque":
    case "opaque":
      return "Uint8Array";
    case "struct":
      return typeName(shape.struct.name);
    case "union":
      return typeName(shape.union.name);
    case "optional":
      return `${typeOf(shape.of)} | null`;
    case "fixedArray":
    case "array":
      return shape.of.kind === "optional" ? `(${typeOf(shape.of)})[]` : `${typeOf(shape.of)}[]`;
  }
}

/** An interface with the fields under their names in the `.x` file. */
export function emitInterface(model: Model, struct: Struct): string {
  const fields = struct.fields.map((field) => `  ${field.name}: ${typeOf(model.shapeOf(field))};`);
  return `export interface ${typeName(struct.name)} {\n${fields.join("\n")}\n}\n`;
}

/** A union told apart by its `type`; each case holds its `value`, so that all have one shape in memory. */
export function emitUnion(model: Model, union: Union): string {
  const cases = union.cases.map(({ label, declaration }) => {
    const value = typeOf(model.shapeOf(declaration));
    return `  | { type: ${model.number(label)}; value: ${value} } // ${label}`;
  });
  return `export type ${typeName(union.name)} =\n${cases.join("\n")};\n`;
}
