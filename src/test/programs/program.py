"""As public programs in Python do it: reads what it needs, sells two pieces of a good, and finds the sale.

Arguments: base URL, partner token, login, password, order number. Prints one JSON object.
"""
import json
import sys
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime

base, partner, login, password, order = sys.argv[1:]
headers = {"Content-Type": "application/json", "Accept": "application/vnd.yclients.v2+json", "Authorization": f"Bearer {partner}"}


def call(method, path, body=None, timeout=20):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{base}/{path}", data=data, headers=headers, method=method)
    with urllib.request.urlopen(request, timeout=timeout) as response:
        answer = json.load(response)
    assert answer["success"] is True, answer
    return answer["data"]


user = call("POST", "auth", {"login": login, "password": password})
headers["Authorization"] = f"Bearer {partner}, User {user['user_token']}"
company = call("GET", "companies?my=1&active=1")[0]["id"]
# As with requests.get(url, json=…): the parameters are in the body.
good = next(each for each in call("GET", f"goods/{company}", {"term": "SR-3001", "count": 50}) if each["article"] == "SR-3001")
master = call("GET", f"company/{company}/staff")[0]
try:
    call("GET", f"company/{company}/unknown")
    raise SystemExit("An unknown route responded with success")
except urllib.error.HTTPError as error:
    assert error.code == 404 and json.load(error)["success"] is False

total = float(good["cost"]) * 2
sale = {"type_id": 1, "create_date": datetime(2026, 11, 25, 22, 0, 0, 123456).isoformat(), "storage_id": 101, "master_id": master["id"],
        "comment": order, "time_zone": 2, "client_id": 0,
        "goods_transactions": [{"document_id": 0, "good_id": good["good_id"], "amount": 2, "cost_per_unit": total / 3 * 3 / 2,
                                "discount": 0, "cost": total / 3 * 3, "operation_unit_type": 1, "client_id": 0, "supplier_id": 0}]}
attempts = 0
while True:
    attempts += 1
    try:
        booked = call("POST", f"storage_operations/operation/{company}", sale)
        break
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        assert attempts < 3
document = booked["document"]
assert document["comment"] == order, document
assert float(booked["transactions"][0]["amount"]) == -2 and booked["transactions"][0]["supplier_id"] == 0

rows = call("GET", f"storages/transactions/{company}", {"page": 1, "count": 50000, "start_date": "2026-11-25", "end_date": "2026-11-25"})
found = [row for row in rows if row["document_id"] == document["id"]]
assert found[0]["record_id"] == 0 and found[0]["supplier"] == [] and found[0]["good"]["id"] == good["good_id"]
lines = call("GET", f"storage_operations/documents/goods_transactions/{document['id']}")
print(json.dumps({"document": document["id"], "attempts": attempts, "rows": len(found), "lines": len(lines), "good": good["title"],
                  "master": master["name"], "login": user["login"]}))
