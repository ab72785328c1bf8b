"""What stands around every view. The order matters and is set in the settings."""

from cms.middleware.clean_request import CleanRequestMiddleware
from cms.middleware.compression import CompressionMiddleware
from cms.middleware.demo import LoopbackDemoMiddleware
from cms.middleware.freshness import FreshnessMiddleware
from cms.middleware.headers import HeadersMiddleware
from cms.middleware.languages import LiveLanguagesMiddleware
from cms.middleware.methods import PublicMethodsMiddleware

__all__ = [
    "CleanRequestMiddleware",
    "CompressionMiddleware",
    "FreshnessMiddleware",
    "HeadersMiddleware",
    "LiveLanguagesMiddleware",
    "LoopbackDemoMiddleware",
    "PublicMethodsMiddleware",
]
