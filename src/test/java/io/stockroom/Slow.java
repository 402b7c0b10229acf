package io.stockroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks tests that take many seconds: a load, real time that passes, or further behaviors of what quicker tests show. They run with
 * {@code -Pslow}, as in CI, and not in {@code ./mvnw verify}.
 */
@Tag("slow")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Slow {
}
