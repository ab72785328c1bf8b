"""A mail server that really speaks SMTP, keeps what it gets, and may refuse or be dead."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from tests.engines.processes import HOST


@dataclass
class MailServer:
    """`mails` that arrived; `refused`: answer to RCPT TO by address, for example "550 no such mailbox"."""

    port: int
    mails: list[EmailMessage] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    kept: MailServer


class _Conversation(socketserver.StreamRequestHandler):
    server: _Server

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self) -> None:
        self.say("220 mail.example")
        while line := self.rfile.readline().decode().strip():
            command = line.upper()
            if command == "DATA":
                self.say("354 go ahead")
                self.server.kept.mails.append(self.read_mail())
                self.say("250 kept")
            elif command.startswith("RCPT TO"):
                address = line.partition("<")[2].partition(">")[0]
                self.say(self.server.kept.refused.get(address, "250 ok"))
            elif command == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def read_mail(self) -> EmailMessage:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return message_from_bytes(b"".join(lines), policy=policy.default)


@contextmanager
def mail_server(port: int = 0) -> Iterator[MailServer]:
    """Serve while the block runs; without `port` on a free one."""
    with _Server((HOST, port), _Conversation) as server:
        server.kept = MailServer(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server.kept
        finally:
            server.shutdown()
            thread.join()
