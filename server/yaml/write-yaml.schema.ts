import { stringify } from "yaml";

/** What can be written; keys are words of ours. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/**
 * A value as YAML that both 1.1 (PyYAML, netplan) and 1.2 read alike: texts are always in double quotes, so that none is
 * taken for a number, a date or "yes".
 */
export function writeYaml(value: YamlValue): string {
  const text = stringify(value, {
    version: "1.1",
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    doubleQuotedAsJSON: true,
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
  return text.replace(unprintable, escaped);
}

/** JSON leaves them as they are; in YAML they are line ends, or may not stand there at all. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
