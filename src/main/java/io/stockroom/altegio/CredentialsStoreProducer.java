package io.stockroom.altegio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Selects where the credentials are read: from secrets at run time if any are named, otherwise from the configuration. */
class CredentialsStoreProducer {

    @Produces
    @ApplicationScoped
    CredentialsStore credentials(AltegioConfig config, Instance<SecretReader> reader, Clock clock) {
        return config.secrets().<CredentialsStore>map(names -> new SecretCredentials(names, reader.get(), clock))
                .orElseGet(() -> new ConfiguredCredentials(config));
    }
}
