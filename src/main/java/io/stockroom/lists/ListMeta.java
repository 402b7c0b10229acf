package io.stockroom.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The metadata of a response.
 *
 * @param page     the page number; absent if all pages are requested
 * @param count    rows per page of Altegio; absent likewise
 * @param last     whether there are known to be no rows after these
 * @param next     the URL of the next part, if the response had to end early
 * @param warnings about values that could not be read, in sentences
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListMeta(Integer page, Integer count, boolean last, String next,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {
}
