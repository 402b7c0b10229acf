package io.stockroom.config;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigSourceInterceptorFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.Expressions;
import io.smallrye.config.Priorities;
import java.util.OptionalInt;

/**
 * Takes environment variables as they are. SmallRye Config would expand expressions in them, so that the password {@code pa$$word} became
 * {@code pa$word}, and {@code a${b}c} was missing. It reads {@code \$} as a dollar sign, so each dollar sign is passed to it in this form.
 */
final class LiteralEnvironment implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    /** Between the sources and SmallRye Config's interceptor for expressions. */
    private static final int PRIORITY = Priorities.LIBRARY + 260;

    static ConfigSourceInterceptorFactory factory() {
        return new ConfigSourceInterceptorFactory() {

            @Override
            public ConfigSourceInterceptor getInterceptor(ConfigSourceInterceptorContext context) {
                return new LiteralEnvironment();
            }

            @Override
            public OptionalInt getPriority() {
                return OptionalInt.of(PRIORITY);
            }
        };
    }

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        boolean isLiteral = value == null || value.getValue() == null || value.getValue().indexOf('$') < 0;
        return isLiteral || !isFromEnvironment(value) || !Expressions.isEnabled() ? value
                : value.withValue(value.getValue().replace("$", "\\$"));
    }

    /** The name of the source begins like this for an {@code .env} file too. */
    private static boolean isFromEnvironment(ConfigValue value) {
        return value.getConfigSourceName() != null && value.getConfigSourceName().startsWith(EnvConfigSource.NAME);
    }
}
