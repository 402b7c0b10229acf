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

    /** Null for every way in which V1 says that there is nothing: null, {@code []}, an empty title, id 0 without a title. */
    static Reference from(Object any) {
        if (any instanceof String title) {
            return title.isBlank() ? null : new Reference(null, title, Map.of());
        }
        return Row.of(any).map(row -> new Reference(row.id("id"), row.text("title"), row.others()))
                .filter(reference -> reference.id != null || reference.title != null && !reference.title.isBlank())
                .orElse(null);
    }
}
