package io.stockroom.altegio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Selects where the credentials are read. */
class CredentialsStoreProducer {

    @Produces
    @ApplicationScoped
    CredentialsStore credentials(AltegioConfig config) {
        return new ConfiguredCredentials(config);
    }
}
