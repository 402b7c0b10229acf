"""list-storages in plain Python: http.client for the Runtime API and for Altegio, one kept-alive connection each."""
import http.client
import json
import os
import re
import ssl
from urllib.parse import urlsplit

ALTEGIO = urlsplit(os.environ["ALTEGIO_URL"])
HEADERS = {
    "Accept": "application/vnd.api.v2+json",
    "Authorization": f"Bearer {os.environ['ALTEGIO_PARTNER_TOKEN']}, User {os.environ['ALTEGIO_USER_TOKEN']}",
}
ALLOWED = set(filter(None, os.environ.get("ALTEGIO_LOCATIONS", "").split(",")))
RUNTIME = "/2018-06-01/runtime/invocation/"
KNOWN = ("id", "title", "for_service", "for_services", "for_sale", "comment", "weight")


def connect():
    if ALTEGIO.scheme == "https":
        return http.client.HTTPSConnection(ALTEGIO.netloc, timeout=20, context=ssl.create_default_context())
    return http.client.HTTPConnection(ALTEGIO.netloc, timeout=20)


altegio = connect()


def get(path):
    """Retries once if the connection went stale while the function was frozen."""
    for attempt in (1, 2):
        try:
            altegio.request("GET", ALTEGIO.path + path, headers=HEADERS)
            upstream = altegio.getresponse()
            return upstream.status, upstream.read()
        except (http.client.HTTPException, ConnectionError):
            altegio.close()
            if attempt == 2:
                raise


def handle(event):
    location = (event.get("pathParameters") or {}).get("location_id") or event["rawPath"].rsplit("/", 1)[1]
    if not re.fullmatch(r"[1-9][0-9]{0,17}", location):
        return problem(400, "location_id must be a positive whole number")
    unknown = event.get("queryStringParameters")
    if unknown:
        return problem(400, "; ".join(f"{name} is not a known parameter; this route takes no parameters" for name in unknown))
    if ALLOWED and location not in ALLOWED:
        return problem(403, f"Location {location} is not in this deployment's allow-list")
    try:
        status, body = get("/storages/" + location)
        envelope = json.loads(body)
    except (OSError, ValueError, http.client.HTTPException):
        return problem(503, "Altegio could not be reached")
    if status != 200 or envelope.get("success") is False or not isinstance(envelope.get("data"), list):
        cause = "`data` is not an array of objects" if status == 200 else f"unexpected status {status}"
        return problem(502, f"Altegio's response could not be read: {cause}")
    return response(200, "application/json", {"success": True, "data": [storage(row) for row in envelope["data"]], "meta": {}})


def storage(row):
    for_service = number(row.get("for_service"))
    others = {name: value for name, value in row.items() if name not in KNOWN}
    return {
        "id": number(row.get("id")) or None, "title": text(row.get("title")),
        "for_service": number(row.get("for_services")) if for_service is None else for_service,
        "for_sale": number(row.get("for_sale")), "comment": text(row.get("comment")), "weight": number(row.get("weight")),
        **others,
    }


def number(value):
    if value is None or isinstance(value, list):
        return None
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str):
        value = value.strip()
        return (float(value) if "." in value else int(value)) if value else None
    return value


def text(value):
    return None if value is None or isinstance(value, list) else str(value)


def problem(status, detail):
    return response(status, "application/problem+json",
                    {"status": status, "detail": detail, "success": False, "data": None, "meta": {"message": detail}})


def response(status, content_type, body):
    headers = {"Cache-Control": "no-store", "Content-Type": content_type, "Vary": "Accept-Encoding"}
    return {"statusCode": status, "headers": headers, "body": json.dumps(body, ensure_ascii=False), "isBase64Encoded": False}


def main():
    runtime = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        runtime.request("GET", RUNTIME + "next")
        invocation = runtime.getresponse()
        event = json.loads(invocation.read())
        request_id = invocation.headers["Lambda-Runtime-Aws-Request-Id"]
        try:
            outcome, payload = "response", handle(event)
        except Exception as error:
            outcome, payload = "error", {"errorType": type(error).__name__, "errorMessage": str(error)}
        runtime.request("POST", f"{RUNTIME}{request_id}/{outcome}", json.dumps(payload, ensure_ascii=False).encode())
        runtime.getresponse().read()


main()
