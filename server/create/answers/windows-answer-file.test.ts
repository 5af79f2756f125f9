import type { Element } from "@xmldom/xmldom";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributeOf, childOf, childrenOf, parseXml, textOf } from "../../xml/xml";
import { type WindowsAnswers, windowsAnswersSchema, windowsVersions } from "./windows.schema";
import { windowsAnswerFile } from "./windows-answer-file";

const answers: WindowsAnswers = {
  version: "w11",
  edition: "Windows 11 Pro",
  productKey: null,
  language: "de-DE",
  keyboard: "en-US",
  timeZone: "W. Europe Standard Time",
  computerName: "GAMES",
  account: "ada",
  password: "s3cret & <more>",
  drivers: true,
  remoteDesktop: true,
  guestAgent: true,
};

const rootOf = (part: Partial<WindowsAnswers> = {}, uefi = true): Element => {
  const root = parseXml(windowsAnswerFile({ ...answers, ...part }, { uefi })).documentElement;
  if (root === null) throw new Error("an answer file has a root");
  return root;
};

/** The component of that name in a pass; null where it is not there. */
function component(root: Element, pass: string, name: string): Element | null {
  const settings = childrenOf(root, "settings").find((one) => attributeOf(one, "pass") === pass);
  return (
    childrenOf(settings ?? null, "component").find(
      (one) => attributeOf(one, "name") === `Microsoft-Windows-${name}`,
    ) ?? null
  );
}

/** What a hidden password stands for. */
const shown = (value: string | null) =>
  Buffer.from(value ?? "", "base64")
    .toString("utf16le")
    .replace(/Password$/, "");

const passwordOf = (root: Element) => {
  const accounts = childOf(component(root, "oobeSystem", "Shell-Setup"), "UserAccounts", "LocalAccounts");
  return textOf(childOf(childrenOf(accounts, "LocalAccount")[0] ?? null, "Password", "Value"));
};

describe("Windows’ answer file", () => {
  test("has the passes in the order in which they are run, of components that Windows knows", () => {
    const root = rootOf();
    expect(root.namespaceURI).toBe("urn:schemas-microsoft-com:unattend");
    const passes = childrenOf(root, "settings");
    expect(passes.map((pass) => attributeOf(pass, "pass"))).toEqual([
      "windowsPE",
      "specialize",
      "oobeSystem",
    ]);
    for (const one of passes.flatMap((pass) => childrenOf(pass, "component"))) {
      expect(attributeOf(one, "publicKeyToken")).toBe("31bf3856ad364e35");
      expect(attributeOf(one, "processorArchitecture")).toBe("amd64");
      expect(attributeOf(one, "versionScope")).toBe("nonSxS");
    }
  });

  test.each([
    [true, ["EFI 300", "MSR 16", "Primary rest"], "3"],
    [false, ["Primary 500", "Primary rest"], "2"],
  ])("lays the disk out for its firmware: UEFI %j", (uefi, layout, windows) => {
    const setup = component(rootOf({}, uefi), "windowsPE", "Setup");
    const created = childrenOf(
      childOf(setup, "DiskConfiguration", "Disk", "CreatePartitions"),
      "CreatePartition",
    );
    expect(
      created.map((one) => `${textOf(childOf(one, "Type"))} ${textOf(childOf(one, "Size")) ?? "rest"}`),
    ).toEqual(layout);
    expect(textOf(childOf(setup, "ImageInstall", "OSImage", "InstallTo", "PartitionID"))).toBe(windows);
  });

  test("names the edition and the key that are given, and asks for no key without one", () => {
    const setup = (part: Partial<WindowsAnswers>) => component(rootOf(part), "windowsPE", "Setup");
    const edition = (part: Partial<WindowsAnswers>) =>
      textOf(childOf(setup(part), "ImageInstall", "OSImage", "InstallFrom", "MetaData", "Value"));
    const key = (part: Partial<WindowsAnswers>) =>
      textOf(childOf(setup(part), "UserData", "ProductKey", "Key"));
    expect([edition({}), edition({ edition: null })]).toEqual(["Windows 11 Pro", null]);
    expect(key({ productKey: "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE" })).toBe("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE");
    expect(key({}) ?? "").toBe("");
  });

  test("loads the version’s drivers from whichever drive has them, or none", () => {
    const paths = (part: Partial<WindowsAnswers>) =>
      childrenOf(
        childOf(component(rootOf(part), "windowsPE", "PnpCustomizationsWinPE"), "DriverPaths"),
        "PathAndCredentials",
      ).map((one) => textOf(childOf(one, "Path")));
    expect(paths({ version: "2k22" })).toContain("E:\\viostor\\2k22\\amd64");
    expect(new Set(paths({})).size).toBe(paths({}).length);
    expect(paths({ drivers: false })).toEqual([]);
  });

  test("turns Remote Desktop on with its firewall rules, or leaves both", () => {
    const service = (part: Partial<WindowsAnswers>) =>
      component(rootOf(part), "specialize", "TerminalServices-LocalSessionManager");
    expect(textOf(childOf(service({}), "fDenyTSConnections"))).toBe("false");
    expect(service({ remoteDesktop: false })).toBeNull();
    const text = windowsAnswerFile({ ...answers, remoteDesktop: false }, { uefi: true });
    expect(text).not.toContain("FirewallGroup");
  });

  test("signs in once for the guest agent alone", () => {
    const shell = (part: Partial<WindowsAnswers>) => component(rootOf(part), "oobeSystem", "Shell-Setup");
    expect(textOf(childOf(shell({}), "AutoLogon", "LogonCount"))).toBe("1");
    expect(textOf(childOf(shell({}), "FirstLogonCommands", "SynchronousCommand", "CommandLine"))).toContain(
      ".msi",
    );
    expect(childOf(shell({ guestAgent: false }), "AutoLogon")).toBeNull();
    expect(childOf(shell({ guestAgent: false }), "FirstLogonCommands")).toBeNull();
  });

  test("hides the password as Windows does", () => {
    expect(windowsAnswerFile(answers, { uefi: true })).not.toContain("s3cret");
    expect(shown(passwordOf(rootOf()))).toBe(answers.password);
  });

  test("is well formed and says what was asked, whatever names and passwords there are", () => {
    const printable = fc.string({ unit: "grapheme", minLength: 1, maxLength: 15 });
    const hostile = fc.constantFrom('"><x/>', "</Value>", "]]>", "&amp;", "a'b", "%PATH%", "\u{1F600}");
    const input = fc.record({
      account: fc.oneof(printable, hostile),
      edition: fc.oneof(printable, hostile),
      password: fc.oneof(printable, hostile),
      computerName: fc.oneof(printable, fc.constantFrom("PC-1", "a".repeat(15))),
      version: fc.constantFrom(...windowsVersions),
    });
    fc.assert(
      fc.property(input, (part) => {
        const parsed = windowsAnswersSchema.safeParse({ ...answers, ...part });
        fc.pre(parsed.success);
        if (!parsed.success) return;
        const root = rootOf(parsed.data);
        const shell = component(root, "oobeSystem", "Shell-Setup");
        const account = childOf(shell, "UserAccounts", "LocalAccounts", "LocalAccount");
        expect(childOf(account, "Name")?.textContent).toBe(parsed.data.account);
        expect(shown(passwordOf(root))).toBe(parsed.data.password);
        expect(childrenOf(root, "settings")).toHaveLength(3);
      }),
      {
        examples: [
          [{ account: "a b", edition: "</Value>", password: "]]>", computerName: "PC-1", version: "w10" }],
        ],
      },
    );
  });
});

describe("what Windows would refuse is refused before", () => {
  test.each([
    ["computerName", "THIS-NAME-IS-TOO-LONG"],
    ["computerName", "12345"],
    ["computerName", "a b"],
    ["account", "a/b"],
    ["account", "..."],
    ["account", "a".repeat(21)],
    ["password", ""],
    ["password", "two\nlines"],
    ["productKey", "AAAAA"],
    ["language", "german"],
    ["timeZone", "<UTC>"],
  ])("%s “%s”", (name, value) => {
    const { error } = windowsAnswersSchema.safeParse({ ...answers, [name]: value });
    expect(error?.issues.map(({ path }) => path)).toEqual([[name]]);
  });
});
