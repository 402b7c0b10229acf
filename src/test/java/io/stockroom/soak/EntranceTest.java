package io.stockroom.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockroom.soak.Reply.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntranceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "200 | {\"data\": {\"document\": {\"id\": 7}, \"transactions\": [{}]}} | BOOKED",
            "200 | {\"data\": {\"document\": {\"id\": 7}, \"transactions\": [], \"warnings\": [\"no lines\"]}} | BOOKED",
            "200 | {\"data\": {\"document\": {\"id\": 7}, \"transactions\": []}} | INVALID",
            "200 | {\"data\": {\"document\": {}, \"transactions\": [{}], \"warnings\": [\"no id\"]}} | INVALID",
            "200 | {\"data\": {\"document\": {\"id\": 7, \"comment\": \"&#91;SR&#x3A;12\"}, \"transactions\": [{}]}} | INVALID",
            "422 | {\"type\": \"urn:stockroom:problem:rejected\"} | REJECTED",
            "403 | {\"type\": \"urn:stockroom:problem:access-denied\"} | REJECTED",
            "422 | {\"type\": \"urn:stockroom:problem:key-reused\"} | INVALID",
            "409 | {\"type\": \"urn:stockroom:problem:operation-in-progress\"} | OPEN",
            "504 | {\"type\": \"urn:stockroom:problem:outcome-unknown\"} | OPEN",
            "500 | {\"type\": \"urn:stockroom:problem:internal-error\"} | INVALID", "502 | <html> | INVALID"})
    void readsResponses(int status, String body, Kind kind) {
        assertEquals(kind, reply(Behavior.AS_REPORTED, status, body).kind());
    }

    @Test
    void aDocumentWithoutAnIdIsOnlyAcceptedWhereIdsCannotBeRead() {
        String body = "{\"data\": {\"document\": {}, \"transactions\": [{}], \"warnings\": [\"no id\"]}}";

        assertEquals(Reply.booked("booked, with a warning", Reply.UNREADABLE, 1), reply(Behavior.UNREADABLE_IDS, 200, body));
    }

    @Test
    void recognizesThatADecisionIsRequired() {
        assertTrue(reply(Behavior.NO_COMMENTS, 504, "{\"type\": \"x:outcome-unknown\", \"candidates\": [7]}").hasCandidates());
        assertFalse(reply(Behavior.NO_COMMENTS, 504, "{\"type\": \"x:outcome-unknown\"}").hasCandidates());
        assertFalse(reply(Behavior.NO_COMMENTS, 422, "{\"type\": \"x:not-a-candidate\", \"candidates\": [7]}").hasCandidates());
    }

    @Test
    void aMessageThatWasDeletedIsBookedOrDeadLettered() throws JsonProcessingException {
        try (QueueEntrance queue = new QueueEntrance()) {
            assertEquals(Kind.OPEN,
                    queue.reply(JSON.readTree("{\"batchItemFailures\": [{\"itemIdentifier\": \"1\"}]}"), List::of).kind());
            assertEquals(Kind.INVALID, queue.reply(JSON.readTree("{}"), List::of).kind());
            assertEquals(Kind.REJECTED, queue.reply(JSON.readTree("{\"batchItemFailures\": []}"), List::of).kind());
            assertEquals(Kind.BOOKED,
                    queue.reply(JSON.readTree("{\"batchItemFailures\": []}"), () -> List.of(new BookedDocument(7, 1))).kind());
        }
        assertEquals(List.of("soak-2 was deleted from the queue, but neither booked nor dead-lettered"),
                QueueEntrance.violations(Set.of("soak-1", "soak-2"), Set.of("soak-1")));
    }

    private static Reply reply(Behavior behavior, int status, String body) {
        ObjectNode response = JSON.createObjectNode().put("statusCode", status).put("body", body);
        return new HttpEntrance(behavior).reply(response, List::of);
    }
}
