package io.stockroom.altegio;

import java.util.List;

/** The accounts in the configuration, which lasts for the life of the process. */
final class ConfiguredCredentials implements CredentialsStore {

    private final List<AccountCredentials> accounts;

    ConfiguredCredentials(AltegioConfig config) {
        this.accounts = AccountEntries.of(config).accounts();
    }

    @Override
    public List<AccountCredentials> accounts() {
        return accounts;
    }

    @Override
    public List<AccountCredentials> accountsAfterRejection(String account) {
        return accounts;
    }
}
