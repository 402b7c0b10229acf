package io.stockroom.altegio;

import static org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties.CONNECTION_TTL;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.TimeUnit;

/**
 * Produces the REST clients of V1. If they were registered with Quarkus, each start would look up about a hundred of their settings
 * under seven names each, which took a fifth of its CPU time.
 */
class AltegioClientProducer {

    private static final int CONNECT_SECONDS = 2;
    /** Longer than any function waits: the timeout that applies is the one of {@link AltegioTransport}. */
    private static final int READ_SECONDS = 30;
    /** Short, because a frozen instance resumes with stale connections. */
    private static final int CONNECTION_SECONDS = 20;

    @Produces
    @ApplicationScoped
    AltegioReadApi readApi(AltegioConfig config, TlsConfigurationRegistry tls) {
        return client(AltegioReadApi.class, config, tls);
    }

    @Produces
    @ApplicationScoped
    AltegioWriteApi writeApi(AltegioConfig config, TlsConfigurationRegistry tls) {
        return client(AltegioWriteApi.class, config, tls);
    }

    private static <T> T client(Class<T> routes, AltegioConfig config, TlsConfigurationRegistry tls) {
        QuarkusRestClientBuilder builder = QuarkusRestClientBuilder.newBuilder().baseUri(config.url()).userAgent("stockroom")
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS).readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .property(CONNECTION_TTL, CONNECTION_SECONDS);
        tls.getDefault().filter(settings -> settings.getTrustStoreOptions() != null).ifPresent(builder::tlsConfiguration);
        return builder.build(routes);
    }
}
