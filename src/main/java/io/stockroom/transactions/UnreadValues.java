package io.stockroom.transactions;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes a value of a transaction that could not be read as Altegio sends it, in place of {@code null}. */
@Singleton
class UnreadValues implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getSerializerProvider().setNullValueSerializer(new NullSerializer());
    }

    private static final class NullSerializer extends JsonSerializer<Object> {

        @Override
        public void serialize(Object nothing, JsonGenerator json, SerializerProvider provider) throws IOException {
            Object value = json.currentValue() instanceof Transaction transaction
                    ? transaction.unread().values().get(json.getOutputContext().getCurrentName()) : null;
            if (value == null) {
                json.writeNull();
            } else {
                provider.defaultSerializeValue(value, json);
            }
        }
    }
}
