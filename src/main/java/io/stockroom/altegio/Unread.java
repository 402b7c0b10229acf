package io.stockroom.altegio;

import java.util.List;
import java.util.Map;

/**
 * What could not be read of a row: it is passed on as Altegio sends it, so that one invalid value does not cost the row or its page.
 *
 * @param values the fields of the row that have no value otherwise, without markers
 * @param fields the names of all fields that could not be read; with a dot for a field of a relation: {@code client.id}
 */
public record Unread(Map<String, Object> values, List<String> fields) {

    public static final Unread NOTHING = new Unread(Map.of(), List.of());
}
