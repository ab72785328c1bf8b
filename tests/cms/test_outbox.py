"""Mails against a real mail server: one that is dead delays them, and loses none."""

import sys
import threading
from datetime import timedelta

from django.core.management import call_command
from django.db import connection, transaction
from django.dispatch import Signal

import pytest
import time_machine

from cms import clock, outbox
from cms.models import OutgoingMail
from tests.engines.mail import MailServer, mail_server
from tests.engines.processes import HOST, free_port

NOON = "2026-11-24 12:00+01:00"
pytestmark = pytest.mark.django_db


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def port(settings) -> int:
    """The port at which the site expects its mail server; nobody listens there yet."""
    settings.DEMO = False
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = HOST, free_port()
    settings.DEFAULT_FROM_EMAIL = "Bochum <website@bochum.example>"
    return settings.EMAIL_PORT


@pytest.fixture
def server(port):
    with mail_server(port) as found:
        yield found


def write(**changes) -> OutgoingMail:
    return outbox.queue(**{"to": "amt@bochum.example", "subject": "Frage", "body": "Wann öffnet ihr?\n"} | changes)


def test_a_mail_arrives_as_it_was_written(server: MailServer):
    mail = write(reply_to="ada@example.org", subject="Größe:\r\nBcc: x@example.org")
    assert outbox.deliver() == 1

    (arrived,) = server.mails
    assert arrived["to"] == "amt@bochum.example"
    assert arrived["from"] == "Bochum <website@bochum.example>"
    assert arrived["reply-to"] == "ada@example.org"
    assert arrived["subject"] == "Größe: Bcc: x@example.org"
    assert arrived["bcc"] is None
    assert arrived["auto-submitted"] == "auto-generated"
    assert arrived["message-id"] == f"<{mail.pk}.{int(mail.created_at.timestamp())}@bochum.example>"
    assert arrived.get_content().strip() == "Wann öffnet ihr?"
    mail.refresh_from_db()
    assert (mail.state, mail.error) == ("gesendet", "")


def test_a_mail_is_sent_once(server: MailServer):
    write()
    assert [outbox.deliver(), outbox.deliver()] == [1, 0]
    assert len(server.mails) == 1


def test_a_dead_server_delays_and_loses_nothing(port, noon):
    for number in range(3):
        write(subject=f"Frage {number}")
    for _minute in range(10):
        assert outbox.deliver() == 0
        noon.shift(timedelta(minutes=1))
    assert {mail.state for mail in OutgoingMail.objects.all()} == {"wartet"}

    with mail_server(port) as server:
        for _minute in range(20):
            outbox.deliver()
            noon.shift(timedelta(minutes=1))

    assert sorted(mail["subject"] for mail in server.mails) == ["Frage 0", "Frage 1", "Frage 2"]
    assert {mail.state for mail in OutgoingMail.objects.all()} == {"gesendet"}


def test_a_dead_server_is_asked_once_per_turn(port, noon):
    write()
    write()
    outbox.deliver()
    assert sorted(mail.attempts for mail in OutgoingMail.objects.all()) == [0, 1]


def test_a_mailbox_that_does_not_exist_holds_up_no_other_mail(server: MailServer, noon, caplog):
    server.refused["weg@bochum.example"] = "550 no such mailbox"
    gone = write(to="weg@bochum.example")
    write()
    assert outbox.deliver() == 1

    gone.refresh_from_db()
    assert gone.state == "wartet"
    assert "no such mailbox" in gone.error
    # Logs outlive the rule for personal data.
    assert "weg@" not in caplog.text
    assert "Wann öffnet" not in caplog.text


def test_a_mail_that_cannot_be_written_holds_up_no_other_mail(server: MailServer, noon):
    broken = write(to="kein-name\nBcc: x@example.org")
    write()
    assert outbox.deliver() == 1
    broken.refresh_from_db()
    assert "ValueError" in broken.error


def test_after_many_tries_a_mail_is_given_up_for_all_to_see(server: MailServer, noon, caplog):
    server.refused["weg@bochum.example"] = "550 no such mailbox"
    mail = write(to="weg@bochum.example")
    heard = []
    outbox.given_up.connect(lambda mail, **_signal: heard.append(mail.pk), weak=False, dispatch_uid="test")
    start = clock.now()
    while mail.next_try_at:
        noon.move_to(mail.next_try_at)
        outbox.deliver()
        mail.refresh_from_db()
    outbox.given_up.disconnect(dispatch_uid="test")

    assert (mail.attempts, mail.state) == (outbox.TRIES, "gescheitert")
    assert heard == [mail.pk]
    assert "wird nicht mehr versucht" in caplog.text
    # A weekend without a mail server costs nothing.
    assert timedelta(days=2.5) < clock.now() - start < timedelta(days=4)


def test_what_was_given_up_can_be_tried_again(server: MailServer, noon, capsys):
    mail = write()
    OutgoingMail.objects.update(attempts=outbox.TRIES, next_try_at=None, error="tot")
    call_command("deliver_mail")
    assert server.mails == []
    call_command("deliver_mail", "--again")
    assert len(server.mails) == 1
    mail.refresh_from_db()
    assert (mail.attempts, mail.state) == (1, "gesendet")
    assert "1 noch einmal" in capsys.readouterr().out


def test_the_delays_grow_and_have_an_end():
    delays = [outbox.delay(attempts) for attempts in range(1, outbox.TRIES + 1)]
    assert delays[:4] == [timedelta(minutes=minutes) for minutes in (1, 2, 4, 8)]
    assert delays == sorted(delays)
    assert max(delays) == outbox.LONGEST_DELAY


def test_a_mail_goes_back_with_its_transaction(server: MailServer):
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert outbox.deliver() == 0
    assert not OutgoingMail.objects.exists()


def test_a_demonstration_sends_nothing_outside(server: MailServer, settings):
    waiting = write()
    settings.DEMO = True
    shown = write()
    assert outbox.deliver() == 0
    assert server.mails == []
    assert shown.state == "nicht gesendet (Demonstration)"
    assert shown.body.endswith("Demonstration – kein Angebot der Stadt Bochum\n")
    # Not even after the switch is gone.
    settings.DEMO = False
    assert outbox.deliver() == 1
    assert [mail["message-id"].partition(".")[0] for mail in server.mails] == [f"<{waiting.pk}"]


@pytest.fixture
def listen():
    """A function that lets another one hear a signal until the test ends."""
    connected = []

    def listen(signal: Signal, receiver) -> None:
        signal.connect(receiver, weak=False)
        connected.append((signal, receiver))

    yield listen
    for signal, receiver in connected:
        signal.disconnect(receiver)


def broken(mail: OutgoingMail, **_signal) -> None:
    raise RuntimeError("Empfänger kaputt")


def test_a_receiver_that_fails_lets_no_mail_go_out_twice(server: MailServer, listen, noon, caplog):
    listen(outbox.sent, broken)
    mail = write()
    write(subject="Die nächste")
    assert outbox.deliver() == 2
    noon.shift(timedelta(hours=1))
    assert outbox.deliver() == 0
    assert sorted(mail["subject"] for mail in server.mails) == ["Die nächste", "Frage"]
    mail.refresh_from_db()
    assert (mail.state, mail.is_untold) == ("gesendet", False)
    assert "Empfänger kaputt" in caplog.text


def test_a_receiver_that_fails_ends_no_run_when_a_mail_is_given_up(server: MailServer, listen, noon):
    server.refused["weg@bochum.example"] = "550 no such mailbox"
    heard = []
    listen(outbox.given_up, broken)
    listen(outbox.given_up, lambda mail, **_signal: heard.append(mail.pk))
    gone = write(to="weg@bochum.example")
    OutgoingMail.objects.update(attempts=outbox.TRIES - 1)
    write()
    assert outbox.deliver() == 1
    gone.refresh_from_db()
    assert gone.state == "gescheitert"
    assert heard == [gone.pk]


def test_receivers_hear_of_a_mail_whose_process_died_before_it_told_them(server: MailServer, listen, monkeypatch):
    heard = []
    listen(outbox.sent, lambda mail, **_signal: heard.append(mail.pk))
    mail = write()
    with monkeypatch.context() as patch:
        patch.setattr(outbox.sent, "send_robust", lambda *args, **named: sys.exit())
        with pytest.raises(SystemExit):
            outbox.deliver()
    assert heard == []
    assert outbox.deliver() == 0
    assert heard == [mail.pk]
    assert outbox.deliver() == 0
    assert heard == [mail.pk]
    assert len(server.mails) == 1


def test_a_mail_that_is_tried_anew_is_not_told_as_given_up(server: MailServer, listen, noon):
    heard = []
    listen(outbox.given_up, lambda mail, **_signal: heard.append("given up"))
    listen(outbox.sent, lambda mail, **_signal: heard.append("sent"))
    write()
    # Given up, and the process died before it said so.
    OutgoingMail.objects.update(attempts=outbox.TRIES, next_try_at=None, error="tot", is_untold=True)
    outbox.try_again()
    assert outbox.deliver() == 1
    assert heard == ["sent"]


def test_a_mail_that_is_deleted_while_it_is_sent_ends_no_run(server: MailServer, monkeypatch):
    gone = write()
    write()
    send = outbox._message

    def and_delete(mail: OutgoingMail):
        OutgoingMail.objects.filter(pk=gone.pk).delete()
        return send(mail)

    monkeypatch.setattr(outbox, "_message", and_delete)
    assert outbox.deliver() == 2
    assert OutgoingMail.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_processes_send_each_mail_once(server: MailServer):
    for number in range(12):
        write(subject=f"Frage {number}")

    def work() -> None:
        outbox.deliver()
        connection.close()

    threads = [threading.Thread(target=work) for _process in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(mail["subject"] for mail in server.mails) == sorted(f"Frage {number}" for number in range(12))
