import { describe, expect, test } from "vitest";
import type { SecureTemplate } from "../firmware/secure-templates";
import { checkOf, debianFiles } from "./checks.test-data";
import { judgeTemplates } from "./secure-boot-keys";

const template = (path: string, certificates: string[] | null): SecureTemplate => ({
  path,
  code: `/${path}.code`,
  descriptor: `${path}.json`,
  store: null,
  keys: certificates && [{ name: "db", certificates }],
});
const old = template("old.fd", ["Microsoft Corporation UEFI CA 2011"]);
const whole = template("new.fd", ["Windows UEFI CA 2023", "Microsoft UEFI CA 2023"]);

describe("Secure Boot’s keys of 2023", () => {
  test("are there where the template has them that libvirt takes", () => {
    expect(judgeTemplates([whole, old])).toMatchObject({ status: "pass", evidence: [{ file: "/new.fd" }] });
  });

  test("are missed by name, with what to do", () => {
    const found = judgeTemplates([old]);
    expect(found).toMatchObject({
      status: "warn",
      fix: expect.stringContaining("Update the host's package"),
    });
    expect(found.detail).toContain("Windows UEFI CA 2023 and Microsoft UEFI CA 2023");
    expect(judgeTemplates([old, whole]).fix).toContain("/new.fd has them");
  });

  test("are unknown where there is nothing to look at, or it can’t be read", async () => {
    expect(judgeTemplates([]).status).toBe("unknown");
    expect(judgeTemplates([template("vars.qcow2", null)])).toMatchObject({
      status: "unknown",
      detail: expect.stringContaining("virt-fw-vars --input /vars.qcow2"),
    });
    expect((await checkOf("secure-boot-keys", debianFiles)).status).toBe("unknown");
  });
});
