package io.stockroom.altegio;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A good, storage, unit, team member or client that a row refers to. Its other fields are kept as V1 sends them. */
@RegisterForReflection
public record NamedReference(
        @JsonInclude(JsonInclude.Include.NON_NULL) Long id,
        @JsonInclude(JsonInclude.Include.NON_NULL) String title,
        @JsonAnyGetter Map<String, Object> others) {

    /** Returns null for an object that identifies nothing, which stands for an absent relation. */
    static NamedReference from(AltegioObject row) {
        Long id = row.takeId("id");
        String title = row.takeText("title");
        Map<String, Object> unread = row.unread().values();
        Map<String, Object> others = row.remaining();
        if (!unread.isEmpty()) {
            others = new LinkedHashMap<>(others);
            others.putAll(unread);
        }
        NamedReference reference = new NamedReference(id, title, others);
        return unread.isEmpty() && reference.isAbsent() ? null : reference;
    }

    /** A client who is not on file has a name or a phone number, but no id. */
    private boolean isAbsent() {
        return id == null && isBlank(title) && isBlank(others.get("name")) && isBlank(others.get("phone"));
    }

    private static boolean isBlank(Object value) {
        return value == null || value.toString().isBlank();
    }

    /** Returns this reference with what it lacks taken from another one, unless that refers to something else. */
    public NamedReference completedBy(NamedReference other) {
        if (other == null || (id != null && other.id != null && !id.equals(other.id))) {
            return this;
        }
        Map<String, Object> all = new LinkedHashMap<>(other.others);
        all.putAll(others);
        return new NamedReference(id == null ? other.id : id, title == null ? other.title : title, all);
    }

    /** Returns a reference that has only an id; null for 0. */
    public static NamedReference to(Number id) {
        return id.longValue() == 0 ? null : new NamedReference(id.longValue(), null, Map.of());
    }
}
