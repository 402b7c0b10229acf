package io.stockroom.local.sandbox;

import static io.stockroom.local.sandbox.SandboxCaller.json;
import static io.stockroom.local.sandbox.SandboxCaller.meta;
import static io.stockroom.local.sandbox.SandboxCaller.sale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.local.sandbox.SandboxFault.Kind;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxFaultsTest extends RunningSandbox {

    private static final Duration DELAY = Duration.ofMillis(150);

    @ParameterizedTest
    @CsvSource({"REFUSE,400,0", "FORBID,403,0", "NOT_FOUND,404,0", "SUCCESS_FALSE,200,0", "EXPIRED_TOKEN,401,0",
            "TOO_MANY_REQUESTS,429,0", "TOO_MANY_REQUESTS_WITHOUT_HEADER,429,0", "ERROR_500,500,0", "ERROR_503,503,0",
            "HTML,200,0", "GARBAGE,200,0", "REJECTED_AFTER_COMMIT,400,1", "PARTIAL_COMMIT,400,1", "PROXY_ERROR,400,0",
            "PROXY_ERROR_AFTER_COMMIT,400,1", "GATEWAY_ERROR,400,0", "GATEWAY_ERROR_AFTER_COMMIT,400,1",
            "ERROR_500_AFTER_COMMIT,500,1", "SLOW_DRIP,200,1", "DELAY,200,1"})
    void faultWithAResponseHasItsStatusAndBooksOnlyIfSpecified(Kind kind, int status, int booked) throws Exception {
        inject(kind);
        assertEquals(status, caller.book(sale("")).statusCode());
        assertEquals(booked, booked());
    }

    @ParameterizedTest
    @CsvSource({"REFUSE,409,true", "REJECTED_AFTER_COMMIT,401,false", "PARTIAL_COMMIT,422,true", "PROXY_ERROR,429,false",
            "GATEWAY_ERROR_AFTER_COMMIT,403,false"})
    void rejectsWithTheRequestedStatus(Kind kind, int status, boolean hasSuccess) throws Exception {
        server.sandbox().faults().add(SandboxFault.of(kind).status(status));
        HttpResponse<String> rejection = caller.book(sale(""));
        assertEquals(status, rejection.statusCode());
        assertEquals(hasSuccess, rejection.body().contains("\"success\":false"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void partialCommitBooksTheFirstLines(int lines) throws Exception {
        server.sandbox().faults().add(SandboxFault.of(Kind.PARTIAL_COMMIT).lines(lines));
        caller.book(operationOfTwoLines());
        assertEquals(Math.min(lines, 2), server.sandbox().commits().get(0).lines().size());
    }

    @ParameterizedTest
    @CsvSource({"DROP_BEFORE_COMMIT,0", "DROP_AFTER_COMMIT,1", "TRUNCATED,1", "HANG,0", "LATE_COMMIT,0"})
    void brokenConnectionBooksOnlyIfSpecified(Kind kind, int booked) {
        inject(kind);
        assertThrows(IOException.class, () -> caller.book(sale("")));
        assertEquals(booked, booked());
    }

    @Test
    void lateCommitHappensAfterTheConnectionIsClosed() throws Exception {
        inject(Kind.LATE_COMMIT);
        assertThrows(IOException.class, () -> caller.book(sale("late")));
        assertEquals(0, booked());
        TimeUnit.MILLISECONDS.sleep(DELAY.toMillis() * 2);
        assertEquals("late", server.sandbox().commits().get(0).comment());
    }

    @Test
    void resetDiscardsAPendingLateCommit() throws Exception {
        inject(Kind.LATE_COMMIT);
        assertThrows(IOException.class, () -> caller.book(sale("late")));
        server.sandbox().reset();
        TimeUnit.MILLISECONDS.sleep(DELAY.toMillis() * 2);
        assertEquals(0, booked());
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"DELAY", "SLOW_DRIP"})
    void slowResponseIsCompleteAndDelayed(Kind kind) throws Exception {
        inject(kind);
        long start = System.nanoTime();
        assertTrue(json(caller.book(sale("slow"))).get("success").asBoolean());
        assertTrue(System.nanoTime() - start >= DELAY.toNanos() * 9 / 10);
    }

    @Test
    void sendsTheRequestedMessagesAndHeaders() throws Exception {
        server.sandbox().faults().add(SandboxFault.of(Kind.REFUSE).message("Closed for stocktaking"));
        assertEquals("Closed for stocktaking", meta(caller.get("/goods/4564")).get("message").asText());
        inject(Kind.TOO_MANY_REQUESTS);
        HttpResponse<String> limited = caller.get("/goods/4564");
        assertTrue(limited.body().contains("retry in 1 seconds"));
        assertEquals("1", limited.headers().firstValue("Retry-After").orElseThrow());
        inject(Kind.TOO_MANY_REQUESTS_WITHOUT_HEADER);
        assertTrue(caller.get("/goods/4564").headers().firstValue("Retry-After").isEmpty());
        inject(Kind.HTML);
        String type = caller.get("/goods/4564").headers().firstValue("Content-Type").orElseThrow();
        assertTrue(type.startsWith("text/html"));
    }

    @Test
    void secondFactorAppliesToLoginOnly() throws Exception {
        inject(Kind.SECOND_FACTOR);
        assertEquals(200, caller.get("/goods/4564").statusCode());
        HttpResponse<String> challenge = caller.post("/auth",
                "{\"login\": \"sandbox@example.com\", \"password\": \"sandbox\"}");
        assertEquals(200, challenge.statusCode());
        assertTrue(json(challenge).at("/data").has("uuid"));
        assertFalse(json(challenge).at("/data").has("user_token"));
    }

    @Test
    void faultAppliesToItsRouteAndNumberOfRequests() throws Exception {
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_500).on(SandboxRoute.GOODS).times(2));
        assertEquals(200, caller.get("/storages/4564").statusCode());
        assertEquals(500, caller.get("/goods/4564").statusCode());
        assertEquals(1, server.sandbox().faults().list().get(0).times());
        assertEquals(500, caller.get("/goods/4564").statusCode());
        assertEquals(200, caller.get("/goods/4564").statusCode());
    }

    @Test
    void requestWithoutTokensDoesNotConsumeAFault() throws Exception {
        inject(Kind.ERROR_500);
        assertEquals(401, caller.send(caller.request("/goods/4564").setHeader("Authorization", "")).statusCode());
        assertEquals(500, caller.get("/goods/4564").statusCode());
    }

    private static String operationOfTwoLines() {
        return SandboxCaller.operation(1, "\"comment\": \"\"", """
                }, {"good_id": 3002, "amount": 1, "cost_per_unit": 10, "discount": 0, "cost": 10, "operation_unit_type": 1""");
    }

    private static void inject(Kind kind) {
        server.sandbox().faults().add(SandboxFault.of(kind).delay(DELAY));
    }

    private static int booked() {
        return server.sandbox().commits().size();
    }
}
