import { typedParameterType } from "./protocol/constants.gen";
import type { TypedParam } from "./protocol/types.gen";

/** A value as libvirt has it: a 64-bit number is a bigint, any other number is a number. */
export type ParameterValue = number | bigint | string | boolean;

/** libvirt's typed parameters by name (`state.state`, `cpu.time` …). */
export function typedParametersToMap(parameters: readonly TypedParam[]): Map<string, ParameterValue> {
  const map = new Map<string, ParameterValue>();
  for (const { field, value } of parameters) {
    map.set(field, value.type === typedParameterType.BOOLEAN ? value.value !== 0 : value.value);
  }
  return map;
}

/** The type libvirt expects of a parameter, by the name of its C type. */
export type ParameterType = "int" | "uint" | "llong" | "ullong" | "double" | "boolean" | "string";

/** One typed parameter. libvirt refuses a value of another type than the one it documents for the field. */
export function typedParameter(field: string, type: "llong" | "ullong", value: bigint): TypedParam;
export function typedParameter(field: string, type: "int" | "uint" | "double", value: number): TypedParam;
export function typedParameter(field: string, type: "boolean", value: boolean): TypedParam;
export function typedParameter(field: string, type: "string", value: string): TypedParam;
export function typedParameter(field: string, type: ParameterType, value: ParameterValue): TypedParam {
  return { field, value: typedValue(type, value) };
}

function typedValue(type: ParameterType, value: ParameterValue): TypedParam["value"] {
  switch (type) {
    case "int":
      return { type: typedParameterType.INT, value: Number(value) };
    case "uint":
      return { type: typedParameterType.UINT, value: Number(value) };
    case "llong":
      return { type: typedParameterType.LLONG, value: BigInt(value) };
    case "ullong":
      return { type: typedParameterType.ULLONG, value: BigInt(value) };
    case "double":
      return { type: typedParameterType.DOUBLE, value: Number(value) };
    case "boolean":
      return { type: typedParameterType.BOOLEAN, value: value ? 1 : 0 };
    case "string":
      return { type: typedParameterType.STRING, value: String(value) };
  }
}
