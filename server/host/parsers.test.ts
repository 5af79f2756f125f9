import { describe, expect, test } from "vitest";
import { parseCpuInfo } from "./cpu-info";
import { kernelParameters, parameterName } from "./kernel-parameters";
import { distributionOf } from "./os-release";
import { plainText } from "./plain-text";

describe("parseCpuInfo", () => {
  test("reads an Intel CPU", () => {
    const text =
      "processor\t: 0\nvendor_id\t: GenuineIntel\nmodel name\t: Intel(R) Xeon(R) E-2288G: fast\n\n";
    expect(parseCpuInfo(text)).toEqual({
      model: "Intel(R) Xeon(R) E-2288G: fast",
      vendor: "intel",
      threads: 1,
    });
  });

  test("reads an Arm board, which names no model of its cores", () => {
    const text =
      "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd0b\n\nModel\t\t: Raspberry Pi 5 Model B\n";
    expect(parseCpuInfo(text)).toEqual({ model: "Raspberry Pi 5 Model B", vendor: "arm", threads: 1 });
  });

  test("reads nothing into nothing", () => {
    expect(parseCpuInfo("")).toEqual({ model: null, vendor: null, threads: 0 });
    expect(parseCpuInfo("vendor_id : SomeoneElse\nmodel name :\n")).toEqual({
      model: null,
      vendor: null,
      threads: 0,
    });
  });
});

describe("distributionOf", () => {
  test.each([
    ['PRETTY_NAME="Fedora Linux 43"\nNAME=Fedora', "Fedora Linux 43"],
    ["NAME='Arch Linux'\n", "Arch Linux"],
    ['NAME="openSUSE"\nVERSION="15.6"', "openSUSE 15.6"],
    ['PRETTY_NAME="Say \\"hi\\""', 'Say "hi"'],
    ["# nothing\n", null],
  ])("reads %j", (text, name) => {
    expect(distributionOf(text)).toBe(name);
  });
});

describe("kernelParameters", () => {
  test("splits at white space, but not in quotes", () => {
    expect(kernelParameters('quiet  a="b c" dyndbg="file x +p"\n')).toEqual([
      "quiet",
      'a="b c"',
      'dyndbg="file x +p"',
    ]);
    expect(kernelParameters("")).toEqual([]);
    expect(kernelParameters('open="never closed')).toEqual(['open="never closed']);
  });

  test("names a parameter as the kernel compares it", () => {
    expect(parameterName("vfio-pci.ids=10de:13c2")).toBe("vfio_pci.ids");
    expect(parameterName("quiet")).toBe("quiet");
  });
});

describe("plainText", () => {
  test("takes out what moves the cursor, hides or turns text around", () => {
    expect(plainText("\u001b]52;c;eA==\u0007GTX\u202e 970\n")).toBe("]52;c;eA== GTX 970");
  });

  test("cuts what is absurdly long", () => {
    expect(plainText("x".repeat(5000))).toHaveLength(200);
  });
});
