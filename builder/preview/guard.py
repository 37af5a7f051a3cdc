"""Who may ask the preview, and what browsers may do with what it answers.

It listens on this machine alone, yet any page that is open in a browser here can send requests to it.
So whoever asks must know the token of the address; must have written the address as it is (a name that
resolves to this machine is another site's); and may not be another page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hmac import compare_digest
from http import HTTPStatus

HOST = "127.0.0.1"
_OWN = {"same-origin", "none"}  # Sec-Fetch-Site of what this page asks, and of an address typed in

Headers = Mapping[str, Sequence[str]]  # by name in lower case, each as often as it was sent

ANSWERS = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}


def refusal(method: str, path: str, headers: Headers, port: int, token: str) -> HTTPStatus | None:
    """Why a request is not answered; None if it is. The token is compared in a time that tells nothing."""
    own = f"{HOST}:{port}"
    known = compare_digest(path[1:].partition("/")[0].encode(), token.encode())
    if headers.get("host", ()) != [own]:
        return HTTPStatus.MISDIRECTED_REQUEST
    if any(origin != f"http://{own}" for origin in headers.get("origin", ())):
        return HTTPStatus.FORBIDDEN
    if any(site not in _OWN for site in headers.get("sec-fetch-site", ())):
        return HTTPStatus.FORBIDDEN
    if method != "GET":
        return HTTPStatus.METHOD_NOT_ALLOWED
    return None if known and path[:1] == "/" else HTTPStatus.NOT_FOUND
