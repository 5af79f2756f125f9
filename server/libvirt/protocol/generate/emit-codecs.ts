import type { Struct, Union } from "./grammar";
import type { Model, Shape } from "./model";
import { typeName } from "./names";

/** An expression that reads `shape` from `reader`. */
function readExpression(shape: Shape): string {
  switch (shape.kind) {
    case "primitive":
      return `reader.${shape.primitive}()`;
    case "string":
      return `reader.string(${shape.maximum})`;
    case "fixedOpaque":
      return `reader.fixedOpaque(${shape.length})`;
    case "opaque":
      return `reader.opaque(${shape.maximum})`;
    case "struct":
      return `read${typeName(shape.struct.name)}(reader)`;
    case "union":
      return `read${typeName(shape.union.name)}(reader)`;
    case "optional":
      return `(reader.present() ? ${readExpression(shape.of)} : null)`;
    case "array":
      return `reader.array(${shape.maximum}, ${readFunction(shape.of)})`;
    case "fixedArray":
      return `reader.fixedArray(${shape.length}, ${readFunction(shape.of)})`;
  }
}

function readFunction(shape: Shape): string {
  if (shape.kind === "struct") return `read${typeName(shape.struct.name)}`;
  if (shape.kind === "union") return `read${typeName(shape.union.name)}`;
  return `(reader) => ${readExpression(shape)}`;
}

/** A statement that writes `value`, of `shape`, to `writer`. */
function writeStatement(shape: Shape, value: string): string {
  switch (shape.kind) {
    case "primitive":
      return `writer.${shape.primitive}(${value});`;
    case "string":
      return `writer.string(${value}, ${shape.maximum});`;
    case "fixedOpaque":
      return `writer.fixedOpaque(${value}, ${shape.length});`;
    case "opaque":
      return `writer.opaque(${value}, ${shape.maximum});`;
    case "struct":
      return `write${typeName(shape.struct.name)}(writer, ${value});`;
    case "union":
      return `write${typeName(shape.union.name)}(writer, ${value});`;
    case "optional":
      return `if (writer.present(${value})) { ${writeStatement(shape.of, value)} }`;
    case "array":
      return `writer.count(${value}.length, ${shape.maximum}); ${writeEach(shape.of, value)}`;
    case "fixedArray":
      return `writer.exactly(${value}.length, ${shape.length}); ${writeEach(shape.of, value)}`;
  }
}

function writeEach(shape: Shape, value: string): string {
  return `for (const item of ${value}) { ${writeStatement(shape, "item")} }`;
}

/** Straight-line code that reads a struct: fields are read in the order in which the literal names them. */
export function emitReader(model: Model, struct: Struct): string {
  const name = typeName(struct.name);
  const fields = struct.fields.map((field) => `    ${field.name}: ${readExpression(model.shapeOf(field))},`);
  return `export function read${name}(reader: XdrReader): ${name} {\n  return {\n${fields.join("\n")}\n  };\n}\n`;
}

export function emitWriter(model: Model, struct: Struct): string {
  const name = typeName(struct.name);
  const statements = struct.fields.map(
    (field) => `  ${writeStatement(model.shapeOf(field), `value.${field.name}`)}`,
  );
  return `export function write${name}(writer: XdrWriter, value: ${name}): void {\n${statements.join("\n")}\n}\n`;
}

export function emitUnionReader(model: Model, union: Union): string {
  const name = typeName(union.name);
  const cases = union.cases.map(({ label, declaration }) => {
    const type = model.number(label);
    return `    case ${type}:\n      return { type, value: ${readExpression(model.shapeOf(declaration))} };`;
  });
  return `export function read${name}(reader: XdrReader): ${name} {
  const type = reader.int();
  switch (type) {
${cases.join("\n")}
    default:
      throw new XdrError(\`${union.name} has no case \${type}\`);
  }
}
`;
}

export function emitUnionWriter(model: Model, union: Union): string {
  const name = typeName(union.name);
  const cases = union.cases.map(({ label, declaration }) => {
    const statement = writeStatement(model.shapeOf(declaration), "value.value");
    return `    case ${model.number(label)}:\n      ${statement}\n      break;`;
  });
  return `export function write${name}(writer: XdrWriter, value: ${name}): void {
  writer.int(value.type);
  switch (value.type) {
${cases.join("\n")}
  }
}
`;
}
