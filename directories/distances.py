"""Distances as the crow flies, exact enough for a city. Positions are degrees in WGS84. Pure but for the expression."""

from math import asin, cos, radians, sin, sqrt

from django.db.models import ExpressionWrapper, F, FloatField

EARTH = 6_371_000  # metres, mean radius


def metres(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Return the distance in metres (haversine)."""
    up, across = radians(to_latitude - latitude) / 2, radians(to_longitude - longitude) / 2
    chord = sin(up) ** 2 + cos(radians(latitude)) * cos(radians(to_latitude)) * sin(across) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(chord)))


def in_words(distance: float) -> str:
    """Return "350 m", from one kilometre on "1,2 km"; nobody walks as the crow flies, so it is rounded."""
    if distance < 975:
        return f"{max(50, round(distance / 50) * 50)} m"
    return f"{distance / 1000:.1f}".replace(".", ",") + " km"


def nearness(latitude: float, longitude: float) -> ExpressionWrapper:
    """Return what a query is ordered by to have the nearest first: squared degrees, longitude shortened."""
    shortening = cos(radians(latitude)) ** 2
    up, across = F("latitude") - latitude, F("longitude") - longitude
    return ExpressionWrapper(up * up + across * across * shortening, output_field=FloatField())
