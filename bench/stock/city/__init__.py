"""The one app of the stock project. Nothing of the house's Python but what its templates call."""
