"""The application at another time: its clock starts at CLOCK (ISO 8601) and goes on from there."""

import os
from datetime import datetime

import time_machine

time_machine.travel(datetime.fromisoformat(os.environ["CLOCK"]), tick=True).start()

from cms.wsgi import application  # noqa: E402 - whatever it imports must see the moved clock

__all__ = ["application"]
