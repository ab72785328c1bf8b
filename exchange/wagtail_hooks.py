"""Registers the desk of the exchange in the administration."""

from wagtail import hooks

from exchange import viewsets

hooks.register("register_admin_viewset", lambda: viewsets.ExchangeViewSetGroup())
hooks.register("register_log_actions", viewsets.register_log_actions)
viewsets.register_policies()
