package io.stockroom.transactions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is told of an answer.
 *
 * @param page  which page this is, and {@code count} how many rows Altegio puts on one; absent when everything is wanted
 * @param last  whether nothing comes behind it
 * @param next  the address where it goes on when it had to end early
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Meta(Integer page, Integer count, boolean last, String next) {
}
