package io.stockroom.exports;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An asynchronous invocation that {@link LocalLambdaApi} accepted.
 *
 * @param function the name or the ARN that it was requested with
 */
public record StartedInvocation(String function, JsonNode event) {
}
