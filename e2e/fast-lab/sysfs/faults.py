"""What is to go wrong, and what was written: told to and by the tests over a Unix socket, one JSON object a line.

A test sends {"faults": [FAULT, …]}, which also sets the count of writes back to 0, or {"release": null | "EBUSY" …},
which lets hanging writes go on, or fail. Both are answered by {"done": true}. Every write is told of as
{"write": NUMBER, "act": …, "device": …, "result": "done" | "hangs" | "ignored" | "EBUSY" …}.

FAULT: {"write": NUMBER | null, "act": … | null, "device": … | null, "effect": EFFECT}; null stands for any.
EFFECT: {"kind": "errno", "name": …} | {"kind": "hang"} | {"kind": "delay", "seconds": …} | {"kind": "ignore"}.
"""

import json
import os
import socket
import threading


class Faults:
    def __init__(self, path):
        self.change = threading.Condition()
        self.faults = []
        self.count = 0
        self.releases = 0
        self.release_with = None
        self.clients = []
        self.server = socket.socket(socket.AF_UNIX)
        self.server.bind(path)
        self.server.listen()

    def serve(self):
        """Does not return; for a thread of its own."""
        while True:
            client = self.server.accept()[0]
            with self.change:
                self.clients.append(client)
            threading.Thread(target=self.listen, args=(client,), daemon=True).start()

    def listen(self, client):
        for line in client.makefile():
            self.obey(json.loads(line))
            self.tell_one(client, {"done": True})

    def obey(self, order):
        with self.change:
            if "faults" in order:
                self.faults = order["faults"]
                self.count = 0
            if "release" in order:
                self.release_with = order["release"]
                self.releases += 1
                self.change.notify_all()

    def effect_of(self, act, device):
        """Counts a write. Returns its number and what is to become of it; None: what the kernel makes of it."""
        with self.change:
            number = self.count
            self.count += 1
            for fault in self.faults:
                if all(
                    fault[key] in (None, value)
                    for key, value in (("write", number), ("act", act), ("device", device))
                ):
                    return number, fault["effect"]
            return number, None

    def hang(self, told):
        """Returns when a test says so, with the errno that the write is to fail with, or None."""
        with self.change:
            seen = self.releases
        self.tell(told)
        with self.change:
            self.change.wait_for(lambda: self.releases > seen)
            return self.release_with

    def tell(self, message):
        with self.change:
            clients = list(self.clients)
        for client in clients:
            self.tell_one(client, message)

    def tell_one(self, client, message):
        try:
            client.sendall(f"{json.dumps(message)}{os.linesep}".encode())
        except OSError:
            with self.change:
                if client in self.clients:
                    self.clients.remove(client)
