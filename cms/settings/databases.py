"""Database settings from one URL: SQLite by default, PostgreSQL in production."""

from pathlib import Path

import environ


def database(url: str, base: Path) -> dict:
    """Return Django's DATABASES entry for `url`, with what each engine needs for many readers and few writers."""
    config = environ.Env.db_url_config(url)
    if config["ENGINE"].endswith("sqlite3"):
        config["NAME"] = str(base / config["NAME"])
        config["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
        # An in-memory test database cannot be shared by a live server's threads.
        config["TEST"] = {"NAME": str(base / "var" / "test.sqlite3")}
    else:
        config["CONN_HEALTH_CHECKS"] = True
        config["OPTIONS"] = {"connect_timeout": 5}
    # Opening SQLite costs more than all statements of a page that has not changed; each thread keeps its connection.
    config["CONN_MAX_AGE"] = 600
    return config
