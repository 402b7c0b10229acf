package io.stockroom.lists;

import java.util.List;

/**
 * A row as it is written to the response.
 *
 * @param id       null if Altegio sent none
 * @param bytes    null if the row is filtered out
 * @param size     roughly how many bytes it took in Altegio's response
 * @param warnings about values that could not be read, in sentences
 */
public record EncodedRow(Long id, byte[] bytes, long size, List<String> warnings) {

    public EncodedRow(Long id, byte[] bytes, long size) {
        this(id, bytes, size, List.of());
    }
}
