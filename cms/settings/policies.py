"""What browsers, visitors and uploads may do (OWASP ASVS 5.0.0, chapters V3, V5, V6 and V14)."""

from csp import constants as csp

from cms.settings.env import env
from cms.settings.safety import refuse_unsafe

# Here, because settings import this module first: nothing is worked out from an unsafe value.
refuse_unsafe(env)

TRUSTED_PROXIES = env("TRUSTED_PROXIES")

# Names a public view reads from the query; any other is dropped. deploy/nginx.conf caches by the same names.
PUBLIC_QUERY_NAMES = ("q", "seite", "zu")
# Names of facets: a directory's field that filters its list has one of them as its key (directories.models).
DIRECTORY_FACETS = ("art", "traeger", "angebot", "ausstattung", "merkmal")
# The section that knows them; its page keeps this slug in every language (directories.models).
DIRECTORY_SECTION = "verzeichnisse"
# Names that only the pages below this address read, in any language: elsewhere they multiply nothing.
SECTION_QUERY_NAMES = {
    "api": ("lang", "page", "per_page"),
    DIRECTORY_SECTION: (*PUBLIC_QUERY_NAMES, "bezirk", "nahe", *DIRECTORY_FACETS),
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [csp.NONE],
        "base-uri": [csp.NONE],
        "connect-src": [csp.SELF],
        "font-src": [csp.SELF],
        "form-action": [csp.SELF],
        "frame-ancestors": [csp.NONE],
        "img-src": [csp.SELF],
        "manifest-src": [csp.SELF],
        "media-src": [csp.SELF],
        "script-src": [csp.SELF],
        "style-src": [csp.SELF],
    }
}
# Wagtail 8 writes inline scripts for choosers, dates and inline rows, and Draft.js inline styles.
ADMIN_CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [csp.SELF],
        "base-uri": [csp.SELF],
        "connect-src": [csp.SELF],
        "font-src": [csp.SELF],
        "form-action": [csp.SELF],
        "frame-ancestors": [csp.SELF],
        "frame-src": [csp.SELF],
        "img-src": [csp.SELF, "data:", "blob:"],
        "object-src": [csp.NONE],
        "script-src": [csp.SELF, csp.UNSAFE_INLINE],
        "style-src": [csp.SELF, csp.UNSAFE_INLINE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: []
    for name in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "payment",
        "usb",
    )
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_HSTS_SECONDS = 63_072_000 if env("TLS") else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env("TLS")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env("TLS")
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
# Framing is forbidden by frame-ancestors above, which every browser knows; nginx leads to TLS.
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W008"]
if env("PROCESS") == "public":
    # Nobody logs in here, and forms need no token (cms.public_form).
    SILENCED_SYSTEM_CHECKS += ["security.W003", "axes.W002"]
# Fonts and scripts in static files are for our own pages.
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Five wrong passwords lock this account from this address for a quarter of an hour; kept in the database only.
AXES_ENABLE_ADMIN = False
AXES_FAILURE_LIMIT = 5
# Fifty for any accounts lock the address: nobody tries the same password on all of them. Many share one in an office.
LOGIN_FAILURES_PER_ADDRESS = 50
AXES_HANDLER = "cms.login_throttle.LoginThrottle"
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "cms/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "cms.client_address.login_address"
# Who logged in from where is nobody's business; only failures are kept until they no longer lock.
AXES_DISABLE_ACCESS_LOG = True

# Uploads are judged by what is in them: pictures by Wagtail, documents by cms.documents. No SVG: it may carry scripts.
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# All frames together; a phone's picture has 12 to 50 million.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "txt", "xlsx"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.documents.DocumentForm"
# Wagtail's page form sends one field per value: a long page has thousands.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

__all__ = [name for name in dir() if name.isupper()]
