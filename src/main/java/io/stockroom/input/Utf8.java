package io.stockroom.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Strict UTF-8: neither overlong forms nor encoded surrogates. The replacement character U+FFFD does not count as text, because
 * gateways and decoders put it in place of ill-formed bytes, so that what was sent cannot be known.
 */
public final class Utf8 {

    /** What a violation of text that is not intact says. */
    public static final String RULE = "must be well-formed UTF-8, without the replacement character U+FFFD";

    private static final char REPLACEMENT = '\ufffd';
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Utf8() {
    }

    /** Returns the text without a byte order mark; empty if the bytes are ill-formed or contain the replacement character. */
    public static Optional<String> decode(byte[] bytes) {
        return decodeExactly(bytes).map(text -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    /** Returns the text; empty if the bytes are ill-formed or contain the replacement character. */
    public static Optional<String> decodeExactly(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString())
                    .filter(text -> text.indexOf(REPLACEMENT) < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Returns whether decoded text lost nothing: it contains neither the replacement character nor half a surrogate pair. */
    public static boolean isIntact(String text) {
        return text.indexOf(REPLACEMENT) < 0 && isEncodable(text);
    }

    /** Returns false for half a surrogate pair, which would arrive as a question mark. */
    static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
