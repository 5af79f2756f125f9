import { AppError } from "../../errors";
import type { LibvirtSchemas } from "../../host/libvirt/libvirt-schemas";
import { refuseMalformed } from "../../xml/well-formed";
import { refuseDoctype } from "../../xml/xml";
import { readDomain } from "../edit/read-domain";
import { schemaProblems } from "../validate/schema-problems";
import { identityProblems } from "./same-identity";

/** Why a text can't become a VM's definition, and where. */
export interface DefinitionProblem {
  line: number;
  message: string;
}

/** One mistake can make many elements unexpected. */
const toldAtMost = 50;

/**
 * What stands against `text` as the next definition of the VM that has `present`: no XML, no VM's definition, another
 * VM's, or not as its host's libvirt's schema has it. Where that is not installed, libvirt alone checks it when it is
 * saved.
 */
export async function checkDefinition(
  present: string,
  text: string,
  schemas: LibvirtSchemas | null,
): Promise<DefinitionProblem[]> {
  try {
    refuseDoctype(text);
    await refuseMalformed(text);
    readDomain(text);
  } catch (error) {
    if (error instanceof AppError) return [problemOf(error, text)];
    throw error;
  }
  const problems = [...identityProblems(present, text), ...((await schemaProblems(text, schemas)) ?? [])];
  const distinct = new Map(problems.map((problem) => [`${problem.line} ${problem.message}`, problem]));
  return [...distinct.values()].sort((one, other) => one.line - other.line).slice(0, toldAtMost);
}

/** @throws AppError "bad-input" with the first problem of {@link checkDefinition}. */
export async function refuseBadDefinition(
  present: string,
  text: string,
  schemas: LibvirtSchemas | null,
): Promise<void> {
  const [problem] = await checkDefinition(present, text, schemas);
  if (problem === undefined) return;
  throw new AppError("bad-input", {
    userMessage: `Nothing was saved. Line ${problem.line}: ${problem.message}`,
  });
}

/** The refusals of the rooms that read definitions name their line in their words. */
function problemOf({ userMessage }: AppError, text: string): DefinitionProblem {
  const named = /\bline (\d+): /.exec(userMessage);
  if (named) return { line: Number(named[1]), message: userMessage.replace(named[0], "") };
  const doctype = text.search(/<!DOCTYPE/i);
  return { line: doctype < 0 ? 1 : text.slice(0, doctype).split("\n").length, message: userMessage };
}
