"""Mails are written into the database and sent from there, so that they share the fate of what they tell about.

Every mail is sent at least once: a process that dies between the mail server's "yes" and our note of it sends it
again, under the same Message-ID.
"""

import logging
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.dispatch import Signal

from cms import clock
from cms.demonstration import DEMO_SENTENCE
from cms.models import OutgoingMail

logger = logging.getLogger(__name__)

# Sent with `mail`, at least once per mail: it has left, or nobody tries any more.
sent = Signal()
given_up = Signal()

# Seconds until a mail server counts as dead.
TIMEOUT = 10
FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=6)
# With the delays above the last try is nearly three days after the first: a weekend without mail server costs nothing.
TRIES = 20
# In one go; the other jobs of the process want their turn.
AT_ONCE = 50
# Says something about this mail. Anything else is the server's state, and the next mail would hear the same.
OF_THIS_MAIL = (SMTPRecipientsRefused, SMTPDataError, ValueError)


def queue(*, to: str, subject: str, body: str, reply_to: str = "") -> OutgoingMail:
    """Write a mail within the running transaction; it is sent soon after that has committed, or not at all.

    A demonstration keeps it to be looked at and sends it nowhere.
    """
    if settings.DEMO:
        body = f"{body.rstrip()}\n\n{DEMO_SENTENCE}\n"
    return OutgoingMail.objects.create(
        to=to,
        reply_to=reply_to,
        # A line break would end the subject and begin a header of somebody else's.
        subject=" ".join(subject.split())[:200],
        body=body,
        next_try_at=None if settings.DEMO else clock.now(),
    )


def deliver() -> int:
    """Send what is due, oldest first, and return how many left. Stops when the mail server does not answer."""
    if settings.DEMO:
        return 0
    for settled in OutgoingMail.objects.filter(is_untold=True).order_by("pk")[:AT_ONCE]:
        _tell(settled)
    count = 0
    for _turn in range(AT_ONCE):
        mail = _claim()
        if mail is None:
            break
        try:
            _message(mail).send()
        except OF_THIS_MAIL as error:
            _note_failure(mail, error)
        except Exception as error:
            _note_failure(mail, error)
            break
        else:
            _note_success(mail)
            count += 1
    return count


def try_again() -> int:
    """Let everything that was given up be tried anew; return how many mails that are."""
    failed = OutgoingMail.objects.filter(next_try_at=None, sent_at=None, attempts__gt=0)
    return failed.update(next_try_at=clock.now(), attempts=0, error="", is_untold=False)


def delay(attempts: int) -> timedelta:
    """Return how long to wait after this many tries: one minute, then twice as long each time."""
    return min(FIRST_DELAY * 2 ** (attempts - 1), LONGEST_DELAY)


def _claim() -> OutgoingMail | None:
    """Return the next mail that is due, already put off, so that no other process takes it while it is being sent."""
    with transaction.atomic():
        # Rows that another process has in hand are passed over. SQLite knows no such lock: there, all of this
        # transaction is one writer's.
        due = OutgoingMail.objects.select_for_update(skip_locked=True).filter(next_try_at__lte=clock.now())
        mail = due.order_by("next_try_at", "pk").first()
        if mail:
            mail.attempts += 1
            mail.next_try_at = clock.now() + delay(mail.attempts)
            mail.save(update_fields=["attempts", "next_try_at"])
    return mail


def _message(mail: OutgoingMail) -> EmailMessage:
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
    return EmailMessage(
        subject=mail.subject,
        body=mail.body,
        to=[mail.to],
        reply_to=[mail.reply_to] if mail.reply_to else [],
        headers={
            "Message-ID": f"<{mail.pk}.{int(mail.created_at.timestamp())}@{domain}>",
            # No notices of absence to a mailbox nobody reads.
            "Auto-Submitted": "auto-generated",
        },
        connection=get_connection(timeout=TIMEOUT),
    )


def _note_success(mail: OutgoingMail) -> None:
    _note(mail, sent_at=clock.now(), next_try_at=None, error="", is_untold=True)
    _tell(mail)


def _note_failure(mail: OutgoingMail, error: Exception) -> None:
    # Neither text nor addresses: logs are kept elsewhere and longer. The row says it all.
    logger.warning("Mail %s ging nicht hinaus, Versuch %s: %s", mail.pk, mail.attempts, type(error).__name__)
    text = f"{type(error).__name__}: {error}"[:300]
    if mail.attempts < TRIES:
        _note(mail, error=text)
        return
    _note(mail, error=text, next_try_at=None, is_untold=True)
    logger.error("Mail %s wird nicht mehr versucht. Sie steht im Postausgang der Verwaltung.", mail.pk)
    _tell(mail)


def _note(mail: OutgoingMail, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(mail, name, value)
    # Not `save`: the row may have been deleted meanwhile, for example with the feedback it answers.
    OutgoingMail.objects.filter(pk=mail.pk).update(**fields)


def _tell(mail: OutgoingMail) -> None:
    """Tell the receivers how the mail ended; Django logs one that fails, and the others hear of it all the same.

    The note stands before they are asked, and without them: in one transaction, a receiver that fails would take the
    note back, and the mail would go out for ever. A process may die in between; `is_untold` survives that, and the
    next run tells them. So they may hear twice of a mail, which does no harm to one that writes down a state.
    """
    signal = sent if mail.sent_at else given_up
    signal.send_robust(OutgoingMail, mail=mail)
    OutgoingMail.objects.filter(pk=mail.pk).update(is_untold=False)
