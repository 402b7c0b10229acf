package io.stockroom.stock;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.aws.SignedRequests;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class EventBridgeBusTest {

    private final LocalEventBridge service = LocalEventBridge.start();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void putsEventsInTheirOrderWithNoMoreThanTenInACall() {
        assertEquals(List.of(), bus("test").put(events(25, 1)));
        assertEquals(3, service.calls());
        assertEquals(IntStream.range(1, 26).boxed().toList(),
                service.events().stream().map(event -> event.path("good_id").asInt()).toList());
        assertEquals(0, service.errors());
        service.events().forEach(event -> assertEquals(List.of(), StockSchema.violations(event)));
    }

    @Test
    void putsNoMoreThan256KilobytesInACall() {
        assertEquals(List.of(), bus("test").put(events(9, 2_000)));
        assertEquals(9, service.events().size());
        assertTrue(service.calls() > 1, () -> service.calls() + " calls");
        assertEquals(0, service.errors());
    }

    @Test
    void repeatsTheEntriesThatWereRejected() {
        service.rejectEntries(4);
        assertEquals(List.of(), bus("test").put(events(10, 1)));
        assertEquals(2, service.calls());
        assertEquals(10, service.events().size());
    }

    @Test
    void returnsWhatIsNotTakenAfterRetries() {
        service.rejectEntries(100);
        List<StockEvent> events = events(3, 1);
        assertEquals(events, bus("test").put(events));
        assertEquals(3, service.calls());
    }

    @Test
    void aFailedRequestIsRepeated() {
        service.failRequests(1);
        assertEquals(List.of(), bus("test").put(events(1, 1)));
        service.failRequests(100);
        assertEquals(1, bus("test").put(events(1, 1)).size());
    }

    @Test
    void aBusThatDoesNotRespondHasNotTakenTheEvents() {
        service.delay(1_000);
        assertEquals(1, bus("test", LocalEventBridge.BUS, Duration.ofMillis(200)).put(events(1, 1)).size());
    }

    @Test
    void aWrongSignatureIsNotTaken() {
        assertEquals(1, bus("wrong").put(events(1, 1)).size());
        assertEquals(List.of(), service.events());
    }

    @Test
    void theCheckPutsNothing() {
        assertDoesNotThrow(bus("test")::check);
        assertEquals(List.of(), service.events());
    }

    @Test
    void theCheckFindsAMissingBusAndAMissingRight() {
        assertEquals("EventBridge responded 400 ResourceNotFoundException", failure(bus("test", "missing")));
        service.deny(true);
        String message = failure(bus("test"));
        assertEquals("EventBridge responded 400 AccessDeniedException", message);
        assertFalse(message.contains("canary"), message);
    }

    private static String failure(EventBridgeBus bus) {
        return assertThrows(EventBusUnavailableException.class, bus::check).getMessage();
    }

    private EventBridgeBus bus(String secret) {
        return bus(secret, LocalEventBridge.BUS);
    }

    private EventBridgeBus bus(String secret, String name) {
        return bus(secret, name, Duration.ofSeconds(2));
    }

    private EventBridgeBus bus(String secret, String name, Duration socketTimeout) {
        return new EventBridgeBus(StockConfigs.of(Map.of("stockroom.stock.bus", name, "stockroom.stock.bus-url", service.url())),
                new SignedRequests(() -> AwsSessionCredentials.create("test", secret, "test"), () -> "eu-central-1"), new ObjectMapper(),
                socketTimeout);
    }

    private static List<StockEvent> events(int count, int storages) {
        List<StorageLevel> levels = IntStream.rangeClosed(1, storages)
                .mapToObj(storage -> new StorageLevel(storage, new BigDecimal("7.50")))
                .toList();
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> StockEvent.of(new GoodKey(4564, id), new GoodStock("ЛАК-1", null, levels, null),
                        Instant.parse("2026-11-23T10:00:00Z"), "good"))
                .toList();
    }
}
