"""Measures `virsh console` on a terminal of its own: the same works as serial-line.ts, timed where a person would sit.

Usage: virsh-console.py URI DOMAIN echo COUNT | virsh-console.py URI DOMAIN throughput COMMAND
Prints one JSON list: milliseconds a key, or bytes a second.
"""

import json
import os
import pty
import re
import sys
import termios
import time

PROMPT = re.compile(rb"# (\x1b\[6n)?$")
KEYS_PER_LINE = 50
LOCAL_MODES = 3


class Console:
    def __init__(self, uri, domain):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execvp("virsh", ["virsh", "-c", uri, "console", domain, "--force"])
        self.expect(re.compile(rb"Escape character is"))
        # What is typed before virsh has switched its terminal to raw input is thrown away.
        while termios.tcgetattr(self.terminal)[LOCAL_MODES] & termios.ICANON:
            time.sleep(0.01)

    def expect(self, expected):
        length, tail = 0, b""
        while not expected.search(tail):
            output = os.read(self.terminal, 65536)
            length += len(output)
            tail = (tail + output)[-100:]
        return length

    def send(self, keys):
        while keys:
            keys = keys[os.write(self.terminal, keys):]

    def run(self, command):
        self.send(command + b"\n")
        return self.expect(PROMPT)

    def close(self):
        self.send(b"\x1d")
        os.waitpid(self.pid, 0)


def echoes(console, count):
    figures = []
    while len(figures) < count:
        console.send(b": ")
        console.expect(re.compile(rb": $"))
        for _ in range(min(KEYS_PER_LINE, count - len(figures))):
            sent_at = time.perf_counter()
            console.send(b"k")
            console.expect(re.compile(rb"k"))
            figures.append((time.perf_counter() - sent_at) * 1000)
        console.run(b"")
    return figures


def throughput(console, command):
    began_at = time.perf_counter()
    printed = console.run(command)
    return [printed / (time.perf_counter() - began_at)]


def main():
    uri, domain, work, argument = sys.argv[1:]
    console = Console(uri, domain)
    console.run(b":")
    if work == "echo":
        print(json.dumps(echoes(console, int(argument))))
    else:
        print(json.dumps(throughput(console, argument.encode())))
    console.close()


main()
