package io.stockroom.dialect;

import java.util.Map;
import java.util.TreeMap;

/** Bodies and headers of bookings as public programs and integrations write them. */
final class RequestShapes {

    private static final String LINE = """
            {"good_id": 3001, "amount": 2, "cost_per_unit": 14.90, "discount": 10, "cost": 26.82, "operation_unit_type": 1}""";
    private static final String DATED = operation("\"create_date\": \"2026-11-25T22:00:00+02:00\"", LINE);

    private RequestShapes() {
    }

    private static String operation(String fields, String lines) {
        return "{\"type_id\": 1, " + fields + ", \"storage_id\": 101, \"master_id\": 201, \"comment\": \"Order 1\","
                + " \"goods_transactions\": [" + lines + "]}";
    }

    private static String line(String fields) {
        return DATED.replace("\"operation_unit_type\": 1", "\"operation_unit_type\": 1, " + fields);
    }

    private static String top(String fields) {
        return DATED.replace("\"type_id\": 1,", "\"type_id\": 1, " + fields + ",");
    }

    /** Returns each shape by what is special about it. */
    static Map<String, ProgramRequest> all() {
        Map<String, String> bodies = new TreeMap<>();
        bodies.put("as documented", DATED);
        bodies.put("date with a space", operation("\"create_date\": \"2026-11-25 22:00:00\"", LINE));
        bodies.put("date with a T and no offset", operation("\"create_date\": \"2026-11-25T22:00:00\"", LINE));
        bodies.put("date with microseconds", operation("\"create_date\": \"2026-11-25T22:00:00.123456\"", LINE));
        bodies.put("date in Unix seconds", operation("\"create_date\": 1795636800", LINE));
        bodies.put("date in Unix seconds under another name", operation("\"date\": \"1795636800\"", LINE));
        bodies.put("date without a time", operation("\"create_date\": \"2026-11-25\"", LINE));
        bodies.put("no date", operation("\"paid\": false", LINE));
        bodies.put("0 for none", line("\"client_id\": 0, \"supplier_id\": 0, \"master_id\": 0"));
        bodies.put("empty text for none", line("\"client_id\": \"\", \"supplier_id\": \"\", \"good_special_number\": \"\""));
        bodies.put("null for none", line("\"client_id\": null, \"comment\": null"));
        bodies.put("document_id in a line", line("\"document_id\": 0"));
        bodies.put("time zone and client on top", top("\"time_zone\": 2, \"client_id\": 501"));
        bodies.put("fields of a web form", top("\"_token\": \"x\", \"tab\": \"goods\", \"is_new\": true, \"selected\": [1, {\"a\": []}],"
                + " \"title\": \"\", \"unit\": {\"id\": 1}, \"sale_unit_id\": \"1\", \"good\": {\"title\": \"Shampoo\"}, \"pos\": 1.0e3,"
                + " \"fast\": null, \"attendance\": 0, \"visit_id\": 0, \"record_id\": 0, \"payments\": [], \"kkm\": false, \"source\": \"web\","
                + " \"v\": \"2.1\", \"lang\": \"en\", \"tz\": \"Europe/Sofia\", \"uuid\": \"0c8d\", \"hash\": \"\""));
        bodies.put("lines under the sibling's name", DATED.replace("goods_transactions", "transactions"));
        bodies.put("product_id", DATED.replace("good_id", "product_id"));
        bodies.put("location_id in the body", top("\"location_id\": 4564"));
        bodies.put("company_id and salon_id in the body", top("\"company_id\": 4564, \"salon_id\": \"4564\""));
        bodies.put("camel case", DATED.replace("type_id", "typeId").replace("create_date", "createDate").replace("storage_id", "storageId")
                .replace("master_id", "masterId").replace("goods_transactions", "goodsTransactions").replace("good_id", "goodId"));
        bodies.put("16 digits", DATED.replace("26.82", "26.81999999999999"));
        bodies.put("17 digits", DATED.replace("14.90", "14.900000000000002").replace("\"amount\": 2", "\"amount\": 0.30000000000000004"));
        bodies.put("the cost of one", DATED.replace("26.82", "13.41"));
        bodies.put("no cost", DATED.replace("\"cost\": 26.82, ", ""));
        bodies.put("a comment of 255 characters", DATED.replace("Order 1", "Ж".repeat(255)));
        bodies.put("a comment that is an empty array", DATED.replace("\"Order 1\"", "[]"));
        bodies.put("no comment", DATED.replace("\"comment\": \"Order 1\", ", ""));
        bodies.put("numbers as text",
                DATED.replace("3001", "\"3001\"").replace("14.90", "\"14.90\"").replace("\"amount\": 2", "\"amount\": \"2.000\""));
        bodies.put("paid at a cash desk", top("\"paid\": true, \"account_id\": 601"));
        bodies.put("team member under another name", DATED.replace("master_id", "staff_id"));
        bodies.put("two equal lines", operation("\"create_date\": \"2026-11-25 22:00:00\"", LINE + ", " + LINE));
        bodies.put("two lines with comments", line("\"comment\": \"Ж \\\"1\\\"\"").replace("]}", ", " + LINE + "]}"));

        Map<String, ProgramRequest> shapes = new TreeMap<>();
        bodies.forEach((name, body) -> shapes.put(name, ProgramRequest.book(body)));
        ProgramRequest plain = ProgramRequest.book(DATED);
        shapes.put("media type of V2", plain.with("Accept", "application/vnd.api.v2+json"));
        shapes.put("another media type", plain.with("Accept", "application/vnd.altegio.v3+json; charset=utf-8"));
        shapes.put("media type in capitals", plain.with("Accept", "Application/VND.Yclients.V2+JSON"));
        shapes.put("several media types",
                plain.with("Accept", "text/html;q=.1, application/json;q=0.9, application/vnd.api.v2+json;q=0.8, */*"));
        shapes.put("a Content-Type that is no JSON", plain.with("Content-Type", "text/plain; charset=UTF-8"));
        shapes.put("the prefix", plain.to("/api/v1" + ProgramRequest.OPERATION));
        shapes.put("a slash at the end", plain.to(ProgramRequest.OPERATION + "/"));
        shapes.put("the prefix, a slash and parameters", plain.to("/api/v1" + ProgramRequest.OPERATION + "/?partner_id=7&lang="));
        return shapes;
    }
}
