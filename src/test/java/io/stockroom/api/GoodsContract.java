package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.stockroom.Slow;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog: pages, exports and look-ups, with a maximum response size far below Lambda's limit. */
abstract class GoodsContract extends ApiContract {

    static final String GOODS = "/goods/4564";
    static final int RESPONSE_SIZE = 60_000;

    private static final int FIRST_CODE = 3016;
    private static final int LAST_SEEDED = 3040;
    private static final RowIds IDS = new RowIds("good_id");
    private static final ObjectMapper JSON = new ObjectMapper();

    private int callsBefore;

    /** The first call after a reset is one with an expired token. */
    @BeforeEach
    void logIn() {
        goods("?count=1").statusCode(200);
        callsBefore = allCalls();
    }

    @Test
    void findsAGoodByItsArticleInOneCall() {
        goods("?article=SR-3001").statusCode(200).contentType("application/json")
                .body("data.good_id", contains(3001)).body("data[0].title", equalTo("Argan shampoo 250 ml"))
                .body("data[0].actual_amounts.storage_id", contains(101)).body("data[0].barcode", equalTo("3800000003001"))
                .body("meta.last", is(true)).body("meta.missing", empty()).body("meta.page", nullValue());
        assertEquals(1, calls());
    }

    @ParameterizedTest
    @CsvSource({"article,SR-3005,3005;3006", "article,300700,3007", "article,SR-3008,3008", "article,003009,3009", "article,ЛАК-3010,3010",
            "barcode,0000003009,3009", "barcode,3800000003006,3006"})
    void matchesCodesExactly(String parameter, String code, String ids) {
        List<Integer> expected = Stream.of(ids.split(";")).map(Integer::valueOf).toList();

        given().queryParam(parameter, code).get(GOODS).then().statusCode(200).body("data.good_id", equalTo(expected))
                .body("meta.missing", empty());
    }

    @ParameterizedTest
    @CsvSource({"article,3009", "article,SR-300", "article,sr-3001", "article,лак-3010", "article,Argan shampoo 250 ml",
            "barcode,3009", "barcode,SR-3001", "article,3800000003001"})
    void doesNotTakeWhatAltegioFindsInexactlyForAMatch(String parameter, String code) {
        given().queryParam(parameter, code).get(GOODS).then().statusCode(200).body("data", empty()).body("meta.missing", contains(code))
                .body("meta.last", is(true));
    }

    @Test
    void leavesCodesAsTheyAreAndAlwaysAsText() {
        goods("?article=SR-3008&article=300700").statusCode(200).body("data.article", contains("  SR-3008 ", "300700"));
        goods("?barcode=3800000003006").statusCode(200).body("data.barcode", contains("3800000003006"));
    }

    @Test
    void aRepeatedParameterMayContainCommas() {
        goods("?article=SR-3014%2CA&article=SR-3001").statusCode(200).body("data.good_id", contains(3014, 3001));
        goods("?article=SR-3014%2CA&article=SR-3014,A").statusCode(200).body("data.good_id", contains(3014));
        goods("?article=SR-3014%2CA").statusCode(200).body("data", empty()).body("meta.missing", contains("SR-3014", "A"));
    }

    @Test
    void giftCardsKeepTheirType() {
        goods("?article=SR-3012").statusCode(200).body("data[0].loyalty_certificate_type.id", is(1012));
    }

    @Test
    void stockMovesWithOperations() {
        BigDecimal before = stock("SR-3001", 101);
        post(sale()).statusCode(200);
        assertEquals(before.subtract(BigDecimal.valueOf(2)), stock("SR-3001", 101));

        Map<String, Object> transfer = sale();
        transfer.put("type_id", 5);
        post(transfer).statusCode(200);
        assertEquals(before.subtract(BigDecimal.valueOf(4)), stock("SR-3001", 101), "a transfer leaves its storage");

        Map<String, Object> receipt = sale(List.of(Map.of("good_id", 3001, "amount", "1.25", "cost_per_unit", "1", "discount", 0,
                "operation_unit_type", 1)));
        receipt.putAll(Map.of("type_id", 3, "storage_id", 103));
        post(receipt).statusCode(200);
        assertEquals(new BigDecimal("1.25"), stock("SR-3001", 103));
    }

    @Test
    void negativeStockIsNoStock() {
        Map<String, Object> line = line();
        line.put("amount", 5);
        Map<String, Object> sale = sale(List.of(line));
        sale.put("storage_id", 104);
        post(sale).statusCode(200);

        goods("?article=SR-3001&storage_id=104").statusCode(200).body("data[0].actual_amounts.amount", contains(-5));
        goods("?article=SR-3001&storage_id=104&in_stock=true").statusCode(200).body("data", empty()).body("meta.missing", empty());
        goods("?article=SR-3001&in_stock=true").statusCode(200).body("data.good_id", contains(3001));
        goods("?all=true&storage_id=102&in_stock=true").statusCode(200).body("data.good_id", not(hasItem(3001)))
                .body("data.actual_amounts.flatten().storage_id", everyItem(is(102)));
        goods("?article=SR-3001&storage_id=102").statusCode(200).body("data[0].actual_amounts", empty());
    }

    @Test
    void severalStoragesAreSeparatedOrRepeated() {
        Map<String, Object> receipt = sale();
        receipt.putAll(Map.of("type_id", 3, "storage_id", 103));
        post(receipt).statusCode(200);

        goods("?article=SR-3001").statusCode(200).body("data[0].actual_amounts.storage_id", contains(101, 103));
        goods("?article=SR-3001&storage_id=103").statusCode(200).body("data[0].actual_amounts.storage_id", contains(103));
        goods("?article=SR-3001&storage_id=103,101,104").statusCode(200).body("data[0].actual_amounts.storage_id", contains(101, 103));
        goods("?article=SR-3001&storage_id=102&storage_id=103&in_stock=true").statusCode(200)
                .body("data[0].actual_amounts.storage_id", contains(103));
        goods("?article=SR-3001&storage_id=102,104&in_stock=true").statusCode(200).body("data", empty()).body("meta.missing", empty());
        goods("?article=SR-3001&storage_id=main").statusCode(400).body("errors.parameter", contains("storage_id"));
    }

    @Test
    void passesOnAltegiosParameters() {
        goods("?term=shampoo&count=10").statusCode(200).body("data.title", everyItem(containsString("shampoo")))
                .body("meta.count", is(10));
        goods("?category_id=12&count=100").statusCode(200).body("data", hasSize(12)).body("data.category_id", everyItem(is(12)));
        goods("").statusCode(200).body("data", hasSize(25)).body("meta.page", is(1)).body("meta.last", is(false));
        goods("?page=3").statusCode(200).body("data", empty()).body("meta.last", is(true));
        post(sale()).statusCode(200);
        goods("?changed_after=2026-11-22T00:00:00%2B02:00").statusCode(200).body("data.good_id", contains(3001));
        goods("?changed_before=2026-11-22T00:00:00&all=true").statusCode(200).body("data.good_id", not(hasItem(3001)));
    }

    @Test
    void reportsAllErrorsTogether() {
        goods("?artikel=1&count=0&in_stock=perhaps").statusCode(400).body("errors.parameter", contains("count", "in_stock", "artikel"));
        goods("?article=1&barcode=2&term=3&page=4").statusCode(400).body("errors.parameter", contains("barcode", "term", "page"));
        goods("?all=true&page=2").statusCode(400).body("errors.parameter", contains("page"));
        goods("?article=,").statusCode(400).body("errors.parameter", contains("article"));
        goods("?term=").statusCode(400).body("errors.parameter", contains("term"));
        goods("?article=" + codes(101)).statusCode(400).body("errors.detail",
                contains("must be 1 to 100 texts, repeated or separated by commas"));
        goods("?article=1&cursor=dDE6MTowOjA").statusCode(400).body("errors.parameter", contains("cursor"));
        goods("?changed_after=2026-11-23T00:00:00&changed_before=2026-11-22T00:00:00").statusCode(400)
                .body("errors.parameter", contains("changed_before"));
    }

    @Slow
    @ParameterizedTest
    @CsvSource({"application/json,false", "text/csv,true", "application/x-ndjson,false"})
    void linksLeadToEveryGoodOnceInEachFormat(String accept, boolean gzip) throws Exception {
        addGoods(2000);

        List<Links.Part> parts = Links.follow(api("?all=true"), accept, gzip,
                part -> assertTrue(part.size() <= RESPONSE_SIZE, () -> part.size() + " bytes"));
        assertEquals(all(), IDS.of(parts, accept).stream().distinct().toList());
        assertTrue(parts.size() > 1, "everything in one part");
    }

    @Test
    void csvHasOneLineForEachGoodAndStorage() throws Exception {
        Map<String, Object> receipt = sale();
        receipt.putAll(Map.of("type_id", 3, "storage_id", 103));
        post(receipt).statusCode(200);

        given().accept("text/csv").get(GOODS + "?article=SR-3001,SR-3002").then().statusCode(200)
                .header("Content-Disposition", matchesPattern("attachment; filename=\"goods-4564-\\d{4}-\\d\\d-\\d\\d\\.csv\""))
                .body(matchesPattern("good_id,title,article,barcode,.*,storage_id,amount,last_change_date,comment\r\n"
                        + "3001,Argan shampoo 250 ml,SR-3001,3800000003001,.*,101,.*\r\n3001,.*,103,2,.*\r\n3002,.*\r\n"));
        given().accept("text/csv").get(GOODS + "?article=SR-3001&storage_id=102").then().statusCode(200)
                .body(matchesPattern("good_id,.*\r\n3001,.*,24,,,2.*\r\n"));
        given().accept("text/csv").get(GOODS + "?article=SR-3001&separator=semicolon").then().statusCode(200)
                .body(containsString("3001;Argan shampoo 250 ml;SR-3001;"));
    }

    @Test
    void exportSurvivesAnAltegioThatLimitsPagesAndGoodsThatAreAdded() throws Exception {
        addGoods(2000);
        limitPages(250);
        List<Long> expected = all();

        List<Links.Part> parts = Links.follow(api("?all=true"), "application/x-ndjson", true, part -> addGoods(3));
        List<Long> found = IDS.of(parts, "application/x-ndjson");
        assertEquals(found.size(), new HashSet<>(found).size());
        assertEquals(expected, found.stream().filter(new HashSet<>(expected)::contains).toList());
    }

    /** A small catalog is read as a whole: one page, and another one that proves to be empty. Few codes take one call each. */
    @ParameterizedTest
    @CsvSource({"1,1", "5,5", "6,2", "20,2", "100,2"})
    void lookUpInASmallCatalogTakesFewCalls(int codes, int calls) {
        goods("?article=" + codes(codes)).statusCode(200).body("meta.last", is(true));
        assertEquals(calls, calls());
    }

    /**
     * With 2,040 goods in pages of 100, the catalog has 21 pages. One call finds out that there are more of them than codes, or fewer.
     * Reading them ahead takes up to four calls beyond the end, and one confirms it.
     */
    @ParameterizedTest
    @CsvSource({"5,5,5", "20,22,22", "100,23,27"})
    void lookUpInALargeCatalogTakesTheCheaperWay(int codes, int minCalls, int maxCalls) throws Exception {
        addGoods(2000);

        List<Links.Part> parts = Links.follow(api("?count=100&article=" + codes(codes)), "application/x-ndjson", true, part -> {});
        assertEquals(Math.min(codes, LAST_SEEDED - FIRST_CODE + 1), IDS.of(parts, "application/x-ndjson").size());
        assertTrue(calls() >= minCalls && calls() <= maxCalls, calls() + " calls");
    }

    @Test
    void aPageMayBeLargerThanAltegiosPages() throws Exception {
        addGoods(2500);
        List<Long> found = new ArrayList<>();
        for (int page = 1; page <= 2; page++) {
            found.addAll(IDS.of(Links.follow(api("?count=2000&page=" + page), "application/json", false, part -> {}), "application/json"));
            assertEquals(page == 1 ? 2000 : 2540, found.size());
        }

        assertEquals(all(), found);
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 250})
    void lookUpIsCompleteIfAltegioLimitsPages(int limit) throws Exception {
        addGoods(500);
        limitPages(limit);

        goods("?article=" + codes(10) + ",SR-100050").statusCode(200).body("data.good_id", hasItem(100050)).body("meta.last", is(true));
    }

    @Test
    void lookUpContinuesAtTheLinkIfItDoesNotFitOrAltegioFails() throws Exception {
        addGoods(1500);
        String wanted = IntStream.range(0, 100).mapToObj(i -> "SR-" + (100_050 + i)).collect(Collectors.joining(","));
        URI start = api("?count=15&article=" + wanted);

        List<Links.Part> parts = Links.follow(start, "application/json", false, part -> {});
        assertEquals(100, IDS.of(parts, "application/json").stream().distinct().count());
        assertTrue(parts.size() > 1, "everything in one part");
        for (Links.Part part : parts) {
            JsonNode meta = JSON.readTree(part.text()).get("meta");
            assertEquals(part == parts.get(parts.size() - 1), meta.get("last").asBoolean());
            assertEquals("[]", meta.get("missing").toString());
        }
    }

    private ValidatableResponse goods(String query) {
        return given().urlEncodingEnabled(false).get(GOODS + query).then();
    }

    private URI api(String query) {
        return api.resolve(GOODS + query);
    }

    private BigDecimal stock(String article, int storage) {
        JsonNode good = json(goods("?article=" + article).statusCode(200).extract().asString()).at("/data/0");
        for (JsonNode level : good.get("actual_amounts")) {
            if (level.get("storage_id").asInt() == storage) {
                return new BigDecimal(level.get("amount").asText());
            }
        }
        throw new AssertionError("No stock in " + storage + ": " + good);
    }

    private void addGoods(int count) {
        given().contentType(ContentType.JSON).body(Map.of("count", count)).post(sandbox + "/goods").then().statusCode(201);
    }

    private void limitPages(int count) {
        given().contentType(ContentType.JSON).body(Map.of("max_page_size", count)).put(sandbox + "/quirks").then().statusCode(200);
    }

    private int calls() {
        return allCalls() - callsBefore;
    }

    private int allCalls() {
        Integer calls = given().get(sandbox + "/log").then().statusCode(200).extract().jsonPath().get("requests.routes.'GET /goods'");
        return calls == null ? 0 : calls;
    }

    /** Returns so many articles, of which the first ones exist. */
    private static String codes(int count) {
        return IntStream.range(0, count).mapToObj(i -> "SR-" + (FIRST_CODE + i)).collect(Collectors.joining(","));
    }

    /** Returns the IDs of all goods, read directly from the sandbox. */
    private List<Long> all() throws IOException {
        List<Long> ids = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more; page++) {
            List<Long> rows = IDS.ofJson(altegio().get(sandbox + "/api/v1" + GOODS + "?count=1000&page=" + page).asString());
            more = !rows.isEmpty();
            ids.addAll(rows);
        }
        return ids;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
