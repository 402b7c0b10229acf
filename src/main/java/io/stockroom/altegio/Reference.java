package io.stockroom.altegio;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/** Something that a row names: a good, a storage, a unit, a team member, a client. Its other members are as V1 has them. */
@RegisterForReflection
public record Reference(
        @JsonInclude(JsonInclude.Include.NON_NULL) Long id,
        @JsonInclude(JsonInclude.Include.NON_NULL) String title,
        @JsonAnyGetter Map<String, Object> others) {

    /** Null for an object that says that there is nothing: without an id and without a title. */
    static Reference from(Row row) {
        Reference reference = new Reference(row.id("id"), row.text("title"), row.others());
        return reference.id == null && (reference.title == null || reference.title.isBlank()) ? null : reference;
    }

    /** What is named by its number alone; null for 0. */
    static Reference to(Number id) {
        return id.longValue() == 0 ? null : new Reference(id.longValue(), null, Map.of());
    }
}
