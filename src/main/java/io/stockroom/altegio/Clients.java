package io.stockroom.altegio;

import static org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties.CONNECTION_TTL;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.TimeUnit;

/**
 * Makes the clients of V1. Were they registered with Quarkus, each start would look up some hundred settings of theirs under seven
 * names each, which took a fifth of its processor time.
 */
class Clients {

    private static final int CONNECT_SECONDS = 2;
    /** Longer than any function waits: the wire knows better when to give up. */
    private static final int READ_SECONDS = 30;
    /** A frozen instance thaws with stale connections: none is to grow old. */
    private static final int CONNECTION_SECONDS = 20;

    @Produces
    @ApplicationScoped
    AltegioV1 reads(AltegioConfig config, TlsConfigurationRegistry tls) {
        return client(AltegioV1.class, config, tls);
    }

    @Produces
    @ApplicationScoped
    AltegioV1Posts posts(AltegioConfig config, TlsConfigurationRegistry tls) {
        return client(AltegioV1Posts.class, config, tls);
    }

    private static <T> T client(Class<T> routes, AltegioConfig config, TlsConfigurationRegistry tls) {
        QuarkusRestClientBuilder builder = QuarkusRestClientBuilder.newBuilder().baseUri(config.url()).userAgent("stockroom")
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS).readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .property(CONNECTION_TTL, CONNECTION_SECONDS);
        tls.getDefault().filter(settings -> settings.getTrustStoreOptions() != null).ifPresent(builder::tlsConfiguration);
        return builder.build(routes);
    }
}
