# Everything a person types. `make` alone lists the targets.
.DEFAULT_GOAL := help
.PHONY: help setup demo serve test lint fix bench screenshots lock clean base dev tools messages words
SHELL := /bin/sh

PYTHON ?= python3.11
PORT ?= 8000
export PYTHON PORT

PY := .venv/bin/python

help: ## zeigt diese Liste
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: dev messages ## richtet die Entwicklung ein: Pakete, Datenbank, Inhalte, Konten
	@$(PY) -m scripts.setup

demo: base messages ## zeigt die ganze Seite auf diesem Rechner (PORT=8000, DEMO_PASSWORD=…)
	@$(PY) -m scripts.demo

serve: dev messages ## startet den Entwicklungsserver (nach make setup)
	@$(PY) manage.py runserver 127.0.0.1:$(PORT)

test: tools lint ## installiert, was fehlt, prüft den Code und führt alle Tests aus
	@scripts/test.sh

lint: dev ## prüft Stil, Vorlagen, Abhängigkeiten, Typen und Migrationen
	@scripts/lint.sh

fix: dev ## bringt den Python-Code in Form
	@$(PY) -m ruff check --fix --quiet . || true
	@$(PY) -m ruff format .

bench: tools ## misst alle Zahlen (NAME=… nur eine, FRESH=1 alle neu; höchstens eine Stunde)
	@scripts/install_test_tools.sh bench
	@scripts/node.sh tools/bench
	@$(PY) -m bench $(if $(NAME),--only $(NAME)) $(if $(FRESH),--fresh)

screenshots: tools ## fotografiert alle Vorlagen nach var/screenshots
	@$(PY) -m scripts.screenshots

words: dev ## ergänzt in locale/, was neu zu übersetzen ist
	@$(PY) -m scripts.messages --extract

lock: ## schreibt die Paketlisten neu (PACKAGES="django wagtail" hebt nur diese an)
	@scripts/lock.sh

clean: ## entfernt Umgebungen und Zwischenspeicher; Datenbanken in var/ bleiben
	rm -rf .venv node_modules tools/bench/node_modules var/test var/static var/lock-tools
	rm -rf .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

base:
	@scripts/venv.sh base

dev:
	@scripts/venv.sh dev

tools:
	@scripts/install_test_tools.sh
	@scripts/venv.sh dev
	@scripts/node.sh .
	@$(PY) -m scripts.messages

messages:
	@$(PY) -m scripts.messages
